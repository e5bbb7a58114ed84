/** How much of the feed becomes concentrate, how much richer it is, and what concentrate some ore makes. */
import type { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import type { TreatedOre } from "./metal.ts";
import { assayArgument, percentage, plainRatio, quotientOf, shareArgument, someTonnage, tonnageArgument, type StreamKind } from "./stream.ts";

/**
 * What a mass pull follows from: two tonnages; three assays; or two assays and the recovery.
 *
 * @category Concentrates
 */
export type MassPullFigures<K extends StreamKind = StreamKind> =
  | { readonly feedTonnage: QuantityInput<K>; readonly concentrateTonnage: QuantityInput<K> }
  | { readonly feed: QuantityInput<"grade">; readonly concentrate: QuantityInput<"grade">; readonly tailings: QuantityInput<"grade"> }
  | { readonly feed: QuantityInput<"grade">; readonly concentrate: QuantityInput<"grade">; readonly recovery: QuantityInput<"fraction", "recovery"> };

/**
 * Mass pull: the share of the feed's mass that goes to the concentrate, `concentrate / feed`; the yield.
 *
 * With assays it is `(f - t) / (c - t)`, with a recovery `recovery x f / c`. Assays may be of what is concentrated (c > f > t) or of what is rejected (c < f <
 * t), as in the yield of a coal washery by its ash. Use {@link twoProduct} for the whole balance.
 *
 * @param given - `feedTonnage` and `concentrateTonnage`; or assays `feed`, `concentrate` and `tailings`; or assays `feed` and `concentrate` and the `recovery`.
 * @returns The mass pull, exact, in %, in the role of a mass pull. Fractional-linear in each argument.
 * @throws `HeadgradeError` `out-of-range` for a concentrate heavier than its feed, and for a feed that does not assay between its products;
 * `division-by-zero`, `wrong-kind`, `role-mismatch`, `basis-mismatch`; the errors of reading text. The message names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3.
 * @example
 * ```ts
 * import { massPull } from "headgrade/formula";
 *
 * String(massPull({ feedTonnage: "200 t/h", concentrateTonnage: "9 t/h" })) // => "4.5%"
 * String(massPull({ feed: "2.0 %", concentrate: "25 %", recovery: "90 %" })) // => "7.2%"
 * ```
 * @example The yield of washed coal by ash
 * ```ts
 * import { massPull } from "headgrade/formula";
 *
 * String(massPull({ feed: "25 %", concentrate: "10 %", tailings: "60 %" })) // => "70%"
 * ```
 * @category Concentrates
 */
export function massPull<K extends StreamKind>(given: MassPullFigures<K>): Quantity<"fraction", "massPull"> {
  return percentage(pullOf(given), "massPull");
}

/**
 * Ratio of concentration: tonnes of feed for a tonne of concentrate, `feed / concentrate`; the reciprocal of the {@link massPull}.
 *
 * With assays it is `(c - t) / (f - t)`.
 *
 * @param given - as {@link massPull} takes it.
 * @returns The ratio, exact, as a number. Fractional-linear in each argument.
 * @throws `HeadgradeError` as {@link massPull}; `division-by-zero` for no concentrate.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 1.
 * @example
 * ```ts
 * import { ratioOfConcentration } from "headgrade/formula";
 *
 * const ratio = ratioOfConcentration({ feed: "0.8 %", concentrate: "26 %", tailings: "0.16 %" });
 * String(ratio) // => "40.375"
 * ```
 * @category Concentrates
 */
export function ratioOfConcentration<K extends StreamKind>(given: MassPullFigures<K>): Quantity<"fraction"> {
  const pull = pullOf(given);
  if (pull.isZero) throw refused("division-by-zero", "concentrate", "nothing", "there is no concentrate for the feed to be divided by");
  return plainRatio(pull.reciprocal());
}

/**
 * Enrichment ratio: how much richer the concentrate is than the feed, `concentrate assay / feed assay`, which is also `recovery / mass pull`.
 *
 * Not the ratio of concentration, which is of masses: {@link ratioOfConcentration}.
 *
 * @param given - the assays of feed and concentrate, or the recovery and the mass pull.
 * @returns The ratio, exact, as a number. Fractional-linear in each argument.
 * @throws `HeadgradeError` `division-by-zero` for a feed without metal, or no mass pull; `out-of-range`, `wrong-kind`, `role-mismatch`; the errors of
 * reading text. The message names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 1.
 * @example
 * ```ts
 * import { enrichmentRatio } from "headgrade/formula";
 *
 * String(enrichmentRatio({ feed: "0.8 %", concentrate: "26 %" })) // => "32.5"
 * String(enrichmentRatio({ recovery: "90 %", massPull: "7.2 %" })) // => "12.5"
 * ```
 * @category Concentrates
 */
export function enrichmentRatio(given:
  | { readonly feed: QuantityInput<"grade">; readonly concentrate: QuantityInput<"grade"> }
  | { readonly recovery: QuantityInput<"fraction", "recovery">; readonly massPull: QuantityInput<"fraction", "massPull"> },
): Quantity<"fraction"> {
  if ("recovery" in given) {
    const share = argument("recovery", "fraction", given.recovery, "recovery");
    const pull = shareArgument("massPull", given.massPull, "massPull");
    if (pull.isZero) throw refused("division-by-zero", "massPull", "0 %", "there is no concentrate to be richer");
    return plainRatio(share.inBase.dividedBy(pull));
  }
  return plainRatio(assayArgument("concentrate", given.concentrate).inBase.dividedBy(someAssay("feed", given.feed).inBase));
}

/**
 * Concentrate that some ore makes: `concentrate = ore x grade x recovery / concentrate grade`.
 *
 * Dry; {@link wetMass} makes it the wet tonnes that are shipped.
 *
 * @param feed - the dry ore (a mass or a throughput), its head grade, the recovery, and the grade of the concentrate.
 * @returns The concentrate, exact, in the unit of the ore. Fractional-linear in each argument.
 * @throws `HeadgradeError` `out-of-range` where the concentrate would outweigh the ore; `division-by-zero` for a concentrate without metal;
 * `wrong-kind`, `role-mismatch`, `basis-mismatch` for wet ore; the errors of reading text. The message names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3.
 * @example
 * ```ts
 * import { concentrateMass } from "headgrade/formula";
 *
 * String(concentrateMass({ ore: "100,000 t", grade: "2.0 %", recovery: "90 %", concentrateGrade: "25 %" })) // => "7,200 t"
 * ```
 * @category Concentrates
 */
export function concentrateMass<K extends StreamKind>({ ore, grade, recovery, concentrateGrade }: Omit<TreatedOre, "ore"> & {
  readonly ore: QuantityInput<K>; readonly concentrateGrade: QuantityInput<"grade">;
}): Quantity<K> {
  const feed = tonnageArgument("ore", ore);
  const share = argument("recovery", "fraction", recovery, "recovery").inBase;
  const concentrate = someAssay("concentrateGrade", concentrateGrade);
  const pull = assayArgument("grade", grade).inBase.times(share).dividedBy(concentrate.inBase);
  if (pull.isGreaterThan(1)) {
    throw refused("out-of-range", "concentrateGrade", concentrate.toString(), "that metal at that grade would weigh more than the ore it is from");
  }
  return feed.times(pull);
}

function pullOf<K extends StreamKind>(given: MassPullFigures<K>): Ratio {
  if ("feedTonnage" in given) {
    const feed = someTonnage("feedTonnage", given.feedTonnage);
    const concentrate = tonnageArgument("concentrateTonnage", given.concentrateTonnage);
    const pull = quotientOf(concentrate, feed);
    if (pull.isGreaterThan(1)) throw refused("out-of-range", "concentrateTonnage", concentrate.toString(), `it weighs more than its feed, ${feed.toString()}`);
    return pull;
  }
  const feed = someAssay("feed", given.feed);
  const concentrate = assayArgument("concentrate", given.concentrate);
  if ("recovery" in given) {
    const pull = argument("recovery", "fraction", given.recovery, "recovery").inBase.times(feed.inBase).dividedBy(someAssay("concentrate", concentrate).inBase);
    if (pull.isGreaterThan(1)) throw refused("out-of-range", "concentrate", concentrate.toString(), "that metal at that grade would weigh more than the feed it is from");
    return pull;
  }
  const tailings = assayArgument("tailings", given.tailings);
  const [rise, fall] = [concentrate.inBase.compare(feed.inBase), feed.inBase.compare(tailings.inBase)];
  if (rise === 0 || rise !== fall) {
    throw refused(
      "out-of-range", "feed", feed.toString(), `it must assay between its products, the concentrate at ${concentrate.toString()} and the tailings at ${tailings.toString()}`,
    );
  }
  return feed.inBase.minus(tailings.inBase).dividedBy(concentrate.inBase.minus(tailings.inBase));
}

function someAssay(name: string, value: QuantityInput<"grade">): Quantity<"grade"> {
  const assay = assayArgument(name, value);
  if (assay.exact.isZero) throw refused("division-by-zero", name, assay.toString(), "the formula divides by it, so there must be some metal");
  return assay;
}
