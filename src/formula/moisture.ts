/** Moisture: the share of a wet mass that is water, and the only crossing between wet and dry tonnes. */
import { Ratio } from "../number/ratio.ts";
import { Quantity } from "../quantity/quantity.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { unitOf, type Unit } from "../quantity/spelling.ts";
import { argument, divisorArgument, refused } from "./argument.ts";

// Units that state their basis, wet to dry.
const COUNTERPARTS = [["wmt", "dmt"], ["kwmt", "kdmt"], ["wst", "dst"]] as const;

/**
 * Dry mass in a wet one: `dry = wet x (1 - moisture)`.
 *
 * Do this before a grade is put to wet ore: grades are per dry tonne.
 *
 * @param lot - the wet mass and its moisture (water / wet mass), each as a quantity or as text. A mass whose unit states no basis is taken as wet.
 * @returns The dry mass, exact: in dmt for wmt, kdmt for kwmt, dst for wst, else in the unit given, now on a dry basis.
 * @throws {@link HeadgradeError} `out-of-range` for a moisture outside 0 to 100 %; `basis-mismatch` for a mass that is dry already; `role-mismatch`
 * for another role;
 * `wrong-kind`; the errors of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { dryMass } from "headgrade";
 *
 * String(dryMass({ wet: "12,500 wmt", moisture: "8.0 %" })) // => "11,500 dmt"
 * dryMass({ wet: "100 t", moisture: "8 %" }).basis // => "dry"
 * ```
 * @category Moisture
 */
export function dryMass({ wet, moisture }: {
  readonly wet: QuantityInput<"mass">; readonly moisture: QuantityInput<"fraction", "moisture">;
}): Quantity<"mass"> {
  const mass = onBasis("wet", argument("wet", "mass", wet), "wet");
  return new Quantity<"mass">(counterpart(mass.measure, "dry"), mass.exact.times(solids(moisture)), "dry", undefined);
}

/**
 * Wet mass that a dry one makes at a moisture: `wet = dry / (1 - moisture)`.
 *
 * @param lot - the dry mass and the moisture (water / wet mass), each as a quantity or as text. A mass whose unit states no basis is taken as dry.
 * @returns The wet mass, exact: in wmt for dmt, kwmt for kdmt, wst for dst, else in the unit given, now on a wet basis.
 * @throws {@link HeadgradeError} `out-of-range` for a moisture below 0, or of 100 % or above, at which nothing dry is left; `basis-mismatch` for a
 * mass that is wet already;
 * `role-mismatch` for another role; `wrong-kind`; the errors of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { wetMass } from "headgrade";
 *
 * String(wetMass({ dry: "11,500 dmt", moisture: "8.0 %" })) // => "12,500 wmt"
 * ```
 * @category Moisture
 */
export function wetMass({ dry, moisture }: {
  readonly dry: QuantityInput<"mass">; readonly moisture: QuantityInput<"fraction", "moisture">;
}): Quantity<"mass"> {
  const mass = onBasis("dry", argument("dry", "mass", dry), "dry");
  const share = solids(moisture);
  if (share.isZero) throw refused("out-of-range", "moisture", "100%", "nothing dry is left of such a mass, so it must be below 100 %");
  return new Quantity<"mass">(counterpart(mass.measure, "wet"), mass.exact.dividedBy(share), "wet", undefined);
}

/**
 * Moisture of a mass weighed wet and dry: `moisture = (wet - dry) / wet`.
 *
 * Water over *wet* mass, as concentrate is sold; the quotient over dry mass, which soil laboratories print, is another figure.
 *
 * @param lot - the wet and the dry mass of the same lot, each as a quantity or as text.
 * @returns The moisture, exact, in %, in the role of a moisture.
 * @throws {@link HeadgradeError} `division-by-zero` for no wet mass; `out-of-range` when the dry mass is negative or exceeds the wet one;
 * `basis-mismatch` when the two are exchanged;
 * `wrong-kind`; the errors of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { moisture } from "headgrade";
 *
 * String(moisture({ wet: "12,500 wmt", dry: "11,500 dmt" })) // => "8%"
 * ```
 * @category Moisture
 */
export function moisture({ wet, dry }: {
  readonly wet: QuantityInput<"mass">; readonly dry: QuantityInput<"mass">;
}): Quantity<"fraction", "moisture"> {
  const before = onBasis("wet", divisorArgument("wet", "mass", wet), "wet");
  const after = onBasis("dry", argument("dry", "mass", dry), "dry");
  const water = Ratio.one.minus(after.inBase.dividedBy(before.inBase));
  if (water.sign < 0 || water.compare(Ratio.one) > 0) {
    throw refused("out-of-range", "dry", after.toString(), `the dry mass must lie between nothing and the wet mass, ${before.toString()}`);
  }
  return new Quantity<"fraction", "moisture">(unitOf("fraction", "%"), water.times(100), undefined, "moisture");
}

function onBasis(name: string, mass: Quantity<"mass">, basis: "dry" | "wet"): Quantity<"mass"> {
  if (mass.basis === undefined || mass.basis === basis) return mass;
  throw refused("basis-mismatch", name, mass.toString(), `it is on a ${mass.basis} basis, and a ${basis} mass was expected`);
}

// One less the moisture, which lies in 0 to 100 %.
function solids(moisture: QuantityInput<"fraction", "moisture">): Ratio {
  const given = argument("moisture", "fraction", moisture, "moisture");
  const share = Ratio.one.minus(given.inBase);
  if (share.sign >= 0 && share.compare(Ratio.one) <= 0) return share;
  throw refused("out-of-range", "moisture", given.toString(), "it is the share of the wet mass that is water, so it must lie between 0 % and 100 %");
}

function counterpart(unit: Unit, basis: "dry" | "wet"): Unit {
  for (const [wet, dry] of COUNTERPARTS) {
    if (unit.symbol === wet || unit.symbol === dry) return unitOf("mass", basis === "wet" ? wet : dry);
  }
  return unit;
}
