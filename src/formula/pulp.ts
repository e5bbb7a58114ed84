/** Pulp arithmetic: density, percent solids and dilution of a slurry, and the solids that it carries. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, refused } from "./argument.ts";
import { argumentOf, percentage, plainRatio, shareArgument, type StreamKind } from "./stream.ts";

/**
 * What is known of a pulp: the density of its solids, and one of its own figures. Its liquid is water at 1 t/m3 unless another density is given.
 *
 * @category Concentrates
 */
export type PulpFigures =
  & { readonly solidsDensity: QuantityInput<"density">; readonly liquidDensity?: QuantityInput<"density"> }
  & (
    | { readonly pulpDensity: QuantityInput<"density"> }
    /** Solids / pulp by mass. */
    | { readonly solidsByMass: QuantityInput<"fraction"> }
    /** Solids / pulp by volume. */
    | { readonly solidsByVolume: QuantityInput<"fraction"> }
    /** Liquid / solids by mass. */
    | { readonly dilution: QuantityInput<"fraction"> }
  );

/**
 * A pulp in all its figures.
 *
 * @category Concentrates
 */
export interface Pulp {
  /** In t/m3. */
  readonly pulpDensity: Quantity<"density">;
  /** Solids / pulp by mass, in %. */
  readonly solidsByMass: Quantity<"fraction">;
  /** Solids / pulp by volume, in %. */
  readonly solidsByVolume: Quantity<"fraction">;
  /** Liquid / solids by mass, as a number. */
  readonly dilution: Quantity<"fraction">;
}

/**
 * Density, percent solids and dilution of a pulp, each from any other.
 *
 * With densities S of the solids, L of the liquid and P of the pulp: `solids by volume = (P - L) / (S - L)`, `solids by mass = S (P - L) / (P (S - L))`,
 * `1 / P = solids / S + (1 - solids) / L`, `dilution = (1 - solids) / solids`. A specific gravity is a density in t/m3.
 *
 * @param given - the `solidsDensity`, and one of `pulpDensity`, `solidsByMass`, `solidsByVolume` and `dilution`; `liquidDensity`, where it is not water at 1
 * t/m3.
 * @returns All four figures, exact. Each is fractional-linear in each argument.
 * @throws `HeadgradeError` `wrong-kind` unless one figure is given; `out-of-range` for solids not denser than the liquid, and for a pulp that does not
 * lie between them with some of both; the errors of reading text. The message names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on slurry streams.
 * @example
 * ```ts
 * import { pulp } from "headgrade/formula";
 *
 * const { solidsByMass, dilution } = pulp({ solidsDensity: "2.65 t/m3", pulpDensity: "1.30 t/m3" });
 * solidsByMass.format({ places: 1 }) // => "37.1%"
 * dilution.format({ places: 2 }) // => "1.70"
 * pulp({ solidsDensity: "2.7 t/m3", solidsByMass: "60 %" }).pulpDensity.format({ places: 2 }) // => "1.61 t/m3"
 * ```
 * @category Concentrates
 */
export function pulp(given: PulpFigures): Pulp {
  const { solids, liquid, share } = laidOut(given);
  const rest = Ratio.one.minus(share);
  const density = share.times(solids).plus(rest.times(liquid));
  const unit = unitOf("density", "t/m3");
  return Object.freeze({
    pulpDensity: new Quantity<"density">(unit, density.dividedBy(unit.factor), undefined, undefined),
    solidsByMass: percentage(share.times(solids).dividedBy(density)), solidsByVolume: percentage(share),
    dilution: plainRatio(rest.times(liquid).dividedBy(share.times(solids))),
  });
}

/**
 * Dry solids in a volume, or a flow, of pulp: `solids = flow x solids by volume x solids density`, which is `flow x S (P - L) / (S - L)`.
 *
 * @param given - the `pulp`, a volume or a volume flow, and its figures as {@link pulp} takes them.
 * @returns The solids, exact: tonnes of a volume, tonnes per time of a flow (the flow's, else per hour for flows per second or minute). Fractional-linear in
 * each argument.
 * @throws `HeadgradeError` `out-of-range` for a negative volume; and as {@link pulp}.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on slurry streams.
 * @example
 * ```ts
 * import { solidsInPulp } from "headgrade/formula";
 *
 * const solids = solidsInPulp({ pulp: "240 m3/h", solidsDensity: "2.65 t/m3", pulpDensity: "1.30 t/m3" });
 * solids.format({ places: 1 }) // => "115.6 t/h"
 * ```
 * @category Concentrates
 */
export function solidsInPulp({ pulp, ...figures }: { readonly pulp: QuantityInput<"volume" | "volumeFlow"> } & PulpFigures): Quantity<StreamKind> {
  const room = argumentOf("pulp", ["volume", "volumeFlow"], pulp);
  if (room.exact.sign < 0) throw refused("out-of-range", "pulp", room.toString(), "there cannot be less than none");
  const { solids, share } = laidOut(figures);
  const unit = room.kind === "volume" ? unitOf("mass", "t") : unitOf("throughput", `t/${timeOf(room.measure.symbol)}`);
  return new Quantity<StreamKind>(unit, room.inBase.times(share).times(solids).dividedBy(unit.factor), undefined, undefined);
}

/**
 * Volume, or flow, of pulp that some dry solids make: {@link solidsInPulp} read backwards.
 *
 * @param given - the `solids`, a mass or a throughput, and the figures of the pulp as {@link pulp} takes them.
 * @returns The pulp, exact: m3 of a mass, m3 per time of a throughput. Fractional-linear in each argument.
 * @throws `HeadgradeError` `out-of-range` for negative solids; and as {@link pulp}.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on slurry streams.
 * @example
 * ```ts
 * import { pulpOfSolids } from "headgrade/formula";
 *
 * String(pulpOfSolids({ solids: "270 t/h", solidsDensity: "2.7 t/m3", solidsByVolume: "25 %" })) // => "400 m3/h"
 * ```
 * @category Concentrates
 */
export function pulpOfSolids({ solids, ...figures }: { readonly solids: QuantityInput<StreamKind> } & PulpFigures): Quantity<"volume" | "volumeFlow"> {
  const dry = argumentOf("solids", ["mass", "throughput"], solids);
  if (dry.exact.sign < 0) throw refused("out-of-range", "solids", dry.toString(), "there cannot be less than none");
  const { solids: density, share } = laidOut(figures);
  const unit = dry.kind === "mass" ? unitOf("volume", "m3") : unitOf("volumeFlow", `m3/${timeOf(dry.measure.symbol)}`);
  return new Quantity<"volume" | "volumeFlow">(unit, dry.inBase.dividedBy(share.times(density)).dividedBy(unit.factor), undefined, undefined);
}

// Densities in g/m3, and the share of the volume that is solids.
function laidOut(given: PulpFigures): { readonly solids: Ratio; readonly liquid: Ratio; readonly share: Ratio } {
  const solids = argument("solidsDensity", "density", given.solidsDensity);
  const liquid = given.liquidDensity === undefined ? Ratio.of(1_000_000) : argument("liquidDensity", "density", given.liquidDensity).inBase;
  const [s, l] = [solids.inBase, liquid];
  if (l.sign <= 0) throw refused("out-of-range", "liquidDensity", String(given.liquidDensity), "it must be positive");
  if (!s.isGreaterThan(l)) throw refused("out-of-range", "solidsDensity", solids.toString(), "the solids must be denser than the liquid");
  const names = ["pulpDensity", "solidsByMass", "solidsByVolume", "dilution"].filter((name) => name in given);
  if (names.length !== 1) {
    throw refused("wrong-kind", "the pulp", names.length === 0 ? "told by nothing" : `told by ${names.join(" and ")}`, "give one of pulpDensity, solidsByMass, solidsByVolume and dilution");
  }
  if ("pulpDensity" in given) {
    const pulp = argument("pulpDensity", "density", given.pulpDensity);
    if (!pulp.inBase.isGreaterThan(l) || pulp.inBase.isGreaterThan(s)) {
      throw refused("out-of-range", "pulpDensity", pulp.toString(), `it must lie between the liquid's and the solids', ${solids.toString()}`);
    }
    return { solids: s, liquid: l, share: pulp.inBase.minus(l).dividedBy(s.minus(l)) };
  }
  if ("dilution" in given) {
    const dilution = argument("dilution", "fraction", given.dilution);
    if (dilution.exact.sign < 0) throw refused("out-of-range", "dilution", dilution.toString(), "there cannot be less than no liquid");
    return { solids: s, liquid: l, share: l.dividedBy(l.plus(dilution.inBase.times(s))) };
  }
  const name = "solidsByMass" in given ? "solidsByMass" : "solidsByVolume";
  const share = shareArgument(name, "solidsByMass" in given ? given.solidsByMass : given.solidsByVolume);
  if (share.isZero) throw refused("out-of-range", name, "0 %", "a pulp has some solids");
  return { solids: s, liquid: l, share: name === "solidsByVolume" ? share : share.times(l).dividedBy(share.times(l).plus(Ratio.one.minus(share).times(s))) };
}

// Flows of slurry are told by the second or the minute, tonnes by the hour or the day.
function timeOf(symbol: string): string {
  const time = symbol.split("/")[1] ?? "h";
  return time === "s" || time === "min" ? "h" : time;
}
