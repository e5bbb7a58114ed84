/** Circulating load of a closed grinding circuit, from tonnages or from analyses around the classifier. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import { percentage, quotientOf, shareArgument, someTonnage, tonnageArgument, type StreamKind } from "./stream.ts";

/**
 * One property of the three streams around a classifier.
 *
 * @category Concentrates
 */
export interface AroundClassifier {
  /** Of what goes into the classifier: fresh feed and returned load together. */
  readonly feed: QuantityInput<"fraction">;
  /** Of the fine product. */
  readonly overflow: QuantityInput<"fraction">;
  /** Of the coarse product, which returns to the mill. */
  readonly underflow: QuantityInput<"fraction">;
}

/**
 * What a circulating load is told of (the basis), and from what: tonnages, or one analysis of the three streams around the classifier.
 *
 * @category Concentrates
 */
export type CirculatingLoadFigures<K extends StreamKind = StreamKind> =
  | { readonly basis: "fresh-feed"; readonly underflow: QuantityInput<K>; readonly freshFeed: QuantityInput<K> }
  | { readonly basis: "overflow"; readonly underflow: QuantityInput<K>; readonly overflow: QuantityInput<K> }
  | (
    & { readonly basis: "fresh-feed" | "overflow" }
    & (
      /** Solids passing a screen (a cumulative size analysis). */
      | { readonly passing: AroundClassifier }
      /** Solids retained on a screen. */
      | { readonly retained: AroundClassifier }
      /** Solids in the pulp by mass. */
      | { readonly solids: AroundClassifier }
      /** Dilution: mass of water / mass of solids. */
      | { readonly dilution: AroundClassifier }
    )
  );

/**
 * Circulating load: what a classifier returns to the mill, as a share of the fresh feed or of the overflow.
 *
 * From tonnages it is `underflow / fresh feed` or `underflow / overflow`. From an analysis of the classifier's streams it is `(o - f) / (f - u)`, where o, f
 * and u are the solids passing (or retained on) a screen, or the dilutions (water / solids), of overflow, feed and underflow. That is of the overflow; at
 * steady state the overflow carries off as much as the fresh feed brings, and under this premise it is of the fresh feed too. For a screen, the undersize is
 * the overflow and the oversize the underflow.
 *
 * @param given - the `basis`, `"fresh-feed"` or `"overflow"`, always by name; with the two tonnages of that basis, or with one of `passing`, `retained`,
 * `solids` and `dilution` for the three streams.
 * @returns The circulating load, exact, in %. Fractional-linear in each argument.
 * @throws `HeadgradeError` `unknown-option` for a basis that is not named; `wrong-kind` unless it comes with its tonnages or one analysis;
 * `out-of-range` for a feed that does not lie between its products, and for shares outside 0 to 100 %; `division-by-zero`; the errors of reading text. The
 * message names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on mass balancing around a cyclone by size or by dilution
 * ratio.
 * @example By tonnage, size analysis and dilution
 * ```ts
 * import { circulatingLoad } from "headgrade/formula";
 *
 * String(circulatingLoad({ basis: "fresh-feed", underflow: "750 t/h", freshFeed: "300 t/h" })) // => "250%"
 * String(circulatingLoad({ basis: "overflow", passing: { feed: "40 %", overflow: "80 %", underflow: "24 %" } })) // => "250%"
 * const load = circulatingLoad({ basis: "overflow", solids: { feed: "50 %", overflow: "25 %", underflow: "75 %" } });
 * load.format({ places: 0 }) // => "300%"
 * ```
 * @category Concentrates
 */
export function circulatingLoad<K extends StreamKind>(given: CirculatingLoadFigures<K>): Quantity<"fraction"> {
  const basis: unknown = given.basis;
  if (basis !== "fresh-feed" && basis !== "overflow") {
    throw new HeadgradeError(
      "unknown-option", `basis is ${shown(basis)}: say "fresh-feed" or "overflow", whichever the circulating load is told of; the trade uses both.`, { option: "basis", given: basis },
    );
  }
  const kinds = ["underflow", "passing", "retained", "solids", "dilution"].filter((name) => name in given);
  if (kinds.length !== 1) {
    throw refused("wrong-kind", "what is known", kinds.length === 0 ? "missing" : kinds.join(" and "), "give the tonnages of the basis, or one of passing, retained, solids and dilution");
  }
  if ("underflow" in given) {
    const name = basis === "fresh-feed" ? "freshFeed" : "overflow";
    const whole = someTonnage(name, (given as Readonly<Record<string, QuantityInput<K>>>)[name] as QuantityInput<K>);
    return percentage(quotientOf(tonnageArgument("underflow", given.underflow), whole));
  }
  if ("passing" in given) return byAnalysis("passing", given.passing, shareArgument, 1);
  if ("retained" in given) return byAnalysis("retained", given.retained, shareArgument, -1);
  // Less solids is more water: the dilution of the overflow is the greatest.
  if ("solids" in given) return byAnalysis("solids", given.solids, dilutionOf, 1);
  return byAnalysis("dilution", given.dilution, waterArgument, 1);
}

// (o - f) / (f - u), once the property rises from underflow to overflow, or falls.
function byAnalysis(kind: string, { feed, overflow, underflow }: AroundClassifier, read: (name: string, value: QuantityInput<"fraction">) => Ratio, sense: 1 | -1): Quantity<"fraction"> {
  const [f, o, u] = [read(`${kind}.feed`, feed), read(`${kind}.overflow`, overflow), read(`${kind}.underflow`, underflow)];
  if (f.equals(u) && o.equals(f)) throw refused("out-of-range", `${kind}.feed`, shown(String(feed)), "all three streams are alike, which tells nothing of how the classifier parted them");
  if (o.compare(f) !== sense || f.compare(u) !== sense) {
    throw refused("out-of-range", `${kind}.feed`, String(feed), `it must lie between the overflow, ${String(overflow)}, and the underflow, ${String(underflow)}, the overflow being the finer and the more dilute`);
  }
  return percentage(o.minus(f).dividedBy(f.minus(u)));
}

function dilutionOf(name: string, value: QuantityInput<"fraction">): Ratio {
  const solids = shareArgument(name, value);
  if (solids.isZero) throw refused("division-by-zero", name, String(value), "there are no solids for the water to be divided by");
  return Ratio.one.minus(solids).dividedBy(solids);
}

function waterArgument(name: string, value: QuantityInput<"fraction">): Ratio {
  const water = argument(name, "fraction", value);
  if (water.exact.sign < 0) throw refused("out-of-range", name, water.toString(), "there cannot be less than no water");
  return water.inBase;
}
