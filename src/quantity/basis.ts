/**
 * What tonnes and cubic metres were measured on. Wet never meets dry, and bank never loose; what states no basis is taken at its word. A grade is per
 * dry tonne, so it is not put to wet ore.
 */
import { HeadgradeError } from "../error.ts";
import type { Basis, Kind, Role } from "./kind.ts";
import type { Quantity } from "./quantity.ts";

/**
 * The basis of a product or quotient: what is counted in mass is dry or wet, what is counted in volume bank or loose, and so is a density, which is
 * kept by its volume.
 *
 * @internal
 */
export function basisOf(kind: Kind, a: Quantity<Kind, Role>, b: Quantity<Kind, Role>): Basis | undefined {
  const bases = [a.basis, b.basis, a.measure.massBasis, b.measure.massBasis];
  const ofMass = bases.find((basis) => basis !== undefined && !isOfVolume(basis));
  const ofVolume = bases.find((basis) => basis !== undefined && isOfVolume(basis));
  switch (kind) {
    case "mass": case "throughput": case "price": return ofMass;
    case "volume": case "volumeFlow": return ofVolume;
    case "density": case "concentration": case "specificVolume": return ofVolume ?? ofMass;
    default: return undefined;
  }
}

function isOfVolume(basis: Basis): boolean {
  return basis === "bank" || basis === "loose";
}

function clash(a: Basis | undefined, b: Basis | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && isOfVolume(a) === isOfVolume(b);
}

/** Refuses factors of which one is wet and one dry, or one bank and one loose, and wet ore beside a grade. @internal */
export function requireMeetingBases(a: Quantity<Kind, Role>, b: Quantity<Kind, Role>): void {
  if (clash(a.basis, b.basis)) throw basisMismatch(a, a.unit, b.basis);
  if (clash(a.measure.massBasis, b.basis)) throw basisMismatch(b, b.unit, a.measure.massBasis);
  if (clash(a.basis, b.measure.massBasis)) throw basisMismatch(a, a.unit, b.measure.massBasis);
  if (a.kind === "grade") requireNotWet(b);
  if (b.kind === "grade") requireNotWet(a);
}

/** Ore that a grade is put to: a grade is per dry tonne. @internal */
export function requireNotWet(ore: Quantity<Kind, Role>): void {
  if (ore.basis === "wet") throw basisMismatch(ore, ore.unit, "dry");
}

/** What is thrown for a quantity on a basis other than the one needed. @internal */
export function basisMismatch(given: Quantity<Kind, Role>, unit: string, basis: Basis | undefined): HeadgradeError {
  const from = given.basis === undefined ? "states no basis" : `is on a ${given.basis} basis`;
  const remedy = basis === "bank" || basis === "loose" || given.basis === "bank" || given.basis === "loose"
    ? "bank and loose volumes differ by the swell, which has to be given"
    : given.basis === undefined || basis === undefined
      ? 'say what the bare one was measured on with .onBasis("dry") or .onBasis("wet")'
      : "use dryMass or wetMass, which take the moisture";
  return new HeadgradeError(
    "basis-mismatch",
    `${given.toString()} ${from}, and ${basis === undefined ? "the other states none" : `${basis} was asked for`} (${unit}): ${remedy}.`,
    { given: given.toString(), from: given.basis, to: basis },
  );
}
