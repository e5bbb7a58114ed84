/**
 * The three-product balance and its kin: feed splits into products that are told apart by their assays of several metals. Masses and metals of the products add
 * to those of the feed, which is as many linear equations as there are products.
 */
import { HeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { refused } from "./argument.ts";
import { gradeIn, assayArgument, percentage, plainRatio, someTonnage, type StreamKind } from "./stream.ts";

/**
 * The assays of one stream, metal by metal.
 *
 * @category Concentrates
 */
export type Assays<C extends string> = Readonly<Record<C, QuantityInput<"grade">>>;

/**
 * The assays of a feed and of all its products, the tailings among them, under names of the caller's own.
 *
 * @category Concentrates
 */
export interface ProductAssays<P extends string, C extends string, K extends StreamKind = StreamKind> {
  readonly feed: Assays<C>;
  readonly products: Readonly<Record<P, Assays<C>>>;
  /** The tonnage of one stream, by its name (`feed` or a product), if those of the others are wanted. */
  readonly tonnage?: Readonly<Partial<Record<NoInfer<P> | "feed", QuantityInput<K>>>>;
}

/**
 * What one product takes of the feed.
 *
 * @category Concentrates
 */
export interface ProductShare<C extends string, K extends StreamKind = StreamKind> {
  /** Product / feed by mass, in %. */
  readonly massPull: Quantity<"fraction", "massPull">;
  /** Feed / product by mass. */
  readonly ratioOfConcentration: Quantity<"fraction">;
  /** Of each metal in the feed, what comes to this product, in %. */
  readonly recovery: Readonly<Record<C, Quantity<"fraction", "recovery">>>;
  /** Of each metal, the product's assay / the feed's. */
  readonly enrichmentRatio: Readonly<Record<C, Quantity<"fraction">>>;
  /** Where the tonnage of one stream was given. */
  readonly tonnage?: Quantity<K>;
}

/**
 * A feed and its products.
 *
 * @category Concentrates
 */
export interface ProductBalance<P extends string, C extends string, K extends StreamKind = StreamKind> {
  readonly products: Readonly<Record<P, ProductShare<C, K>>>;
  /** Of the feed, where the tonnage of one stream was given. */
  readonly tonnage?: Quantity<K>;
}

/**
 * The assays of a feed and its products, with the tonnage of one stream.
 *
 * @category Concentrates
 */
export type WeighedAssays<P extends string, C extends string, K extends StreamKind = StreamKind> =
  ProductAssays<P, C, K> & { readonly tonnage: Readonly<Partial<Record<NoInfer<P> | "feed", QuantityInput<K>>>> };

/**
 * A feed and its products, all with their tonnages.
 *
 * @category Concentrates
 */
export type WeighedBalance<P extends string, C extends string, K extends StreamKind = StreamKind> =
  ProductBalance<P, C, K> & { readonly products: Readonly<Record<P, { readonly tonnage: Quantity<K> }>>; readonly tonnage: Quantity<K> };

/**
 * The three-product formula: two concentrates and a tailing, told apart by two metals.
 *
 * For shares x of the feed's mass, `x1 + x2 + x3 = 1`, and for each metal `x1 a1 + x2 a2 + x3 a3 = f`; `recovery = x a / f`. Solved exactly. Use
 * {@link twoProduct} for one concentrate, and {@link nProduct} for more products.
 *
 * @param given - the assays of the feed and of the three products, each with the same two metals, and the tonnage of one stream if those of the others are
 * wanted.
 * @returns For each product its share of the mass and of each metal, exact; and the tonnages, if one was given. Every result is fractional-linear in each
 * argument (a quotient of determinants in which each assay stands once), so {@link rangeOf} gives its tight interval.
 * @throws `HeadgradeError` `out-of-range` where a product would weigh nothing or less, with the assay that is impossible beside the others;
 * `division-by-zero` where the assays do not tell the products apart, and for a metal that the feed has none of; `wrong-kind` unless there are three products
 * and two metals, the same for all; the errors of reading text. The message names the assay.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on the n-product formula.
 * @example Copper and zinc
 * ```ts
 * import { threeProduct } from "headgrade/formula";
 *
 * const { products } = threeProduct({
 *   feed: { Cu: "2.3 %", Zn: "15 %" },
 *   products: {
 *     copper: { Cu: "22 %", Zn: "4.3 %" },
 *     zinc: { Cu: "1 %", Zn: "51.8 %" },
 *     tailings: { Cu: "0.2 %", Zn: "1 %" },
 *   },
 *   tonnage: { feed: "3,000 t/d" },
 * });
 * products.copper.recovery.Cu.format({ places: 2 }) // => "82.67%"
 * products.zinc.recovery.Zn.format({ places: 2 }) // => "93.23%"
 * products.copper.tonnage.format({ places: 1 }) // => "259.3 t/d"
 * ```
 * @category Concentrates
 */
export function threeProduct<P extends string, C extends string, K extends StreamKind>(given: WeighedAssays<P, C, K>): WeighedBalance<P, C, K>;
export function threeProduct<P extends string, C extends string, K extends StreamKind>(given: ProductAssays<P, C, K>): ProductBalance<P, C, K>;
export function threeProduct<P extends string, C extends string, K extends StreamKind>(given: ProductAssays<P, C, K>): ProductBalance<P, C, K> {
  const [products, metals] = [namesOf("products", given.products).length, namesOf("feed", given.feed).length];
  if (products === 3 && metals === 2) return nProduct(given);
  throw new HeadgradeError(
    "wrong-kind",
    `The three-product formula is of three products, the tailings among them, and two metals; ${String(products)} and ${String(metals)} are given (twoProduct and nProduct are of others).`,
    { products, metals },
  );
}

/**
 * Shares of any number of products, told apart by one metal fewer: the two- and the three-product formula carried on.
 *
 * The equations are those of {@link threeProduct}. More assays than are needed make a balance over-determined: adjust it (`headgrade/adjust`).
 *
 * @param given - the assays of the feed and of n products, the tailings among them, each with the same n - 1 metals, and the tonnage of one stream if those of
 * the others are wanted.
 * @returns For each product its share of the mass and of each metal, exact; and the tonnages, if one was given.
 * @throws `HeadgradeError` as {@link threeProduct}; `wrong-kind` unless the products are one more than the metals.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on the n-product formula.
 * @example
 * ```ts
 * import { nProduct } from "headgrade/formula";
 *
 * const { products } = nProduct({
 *   feed: { Pb: "5 %" },
 *   products: { concentrate: { Pb: "60 %" }, tailings: { Pb: "0.5 %" } },
 * });
 * products.concentrate.recovery.Pb.format({ places: 1 }) // => "90.8%"
 * ```
 * @category Concentrates
 */
export function nProduct<P extends string, C extends string, K extends StreamKind>(given: WeighedAssays<P, C, K>): WeighedBalance<P, C, K>;
export function nProduct<P extends string, C extends string, K extends StreamKind>(given: ProductAssays<P, C, K>): ProductBalance<P, C, K>;
export function nProduct<P extends string, C extends string, K extends StreamKind>(given: ProductAssays<P, C, K>): ProductBalance<P, C, K> {
  const names = namesOf("products", given.products);
  const metals = namesOf("feed", given.feed);
  if (names.length < 2 || names.length !== metals.length + 1) {
    throw new HeadgradeError(
      "wrong-kind",
      `${String(names.length)} products, the tailings among them, need assays of ${String(Math.max(names.length - 1, 1))} metals to be told apart, and the feed has ${String(metals.length)}.`,
      { products: names, metals },
    );
  }
  const feed = metals.map((metal) => assayOf("feed", given.feed, metal));
  const assays = names.map((name) => {
    const label = `products.${name}`;
    const extra = namesOf(label, given.products[name]).find((metal) => !metals.includes(metal));
    if (extra !== undefined) throw refused("wrong-kind", `${label}.${extra}`, "an assay that the feed lacks", "the feed and all products need the same metals");
    return metals.map((metal) => assayOf(label, given.products[name], metal));
  });
  // The inverse, so that it is known how each share changes with each assay of the feed.
  const inverse = inverseOf([names.map(() => Ratio.one), ...metals.map((_, at) => assays.map((assay) => (assay[at] as Quantity<"grade">).inBase))]);
  const known = [Ratio.one, ...feed.map(({ inBase }) => inBase)];
  const shares = inverse.map((row) => row.reduce((sum, value, at) => sum.plus(value.times(known[at] as Ratio)), Ratio.zero));
  requirePositive({ names, metals, feed, shares, inverse });
  metals.forEach((metal, at) => {
    const assay = feed[at] as Quantity<"grade">;
    if (assay.exact.isZero) throw refused("division-by-zero", `feed.${metal}`, assay.toString(), "there is none of it to be recovered");
  });
  const tonnage = given.tonnage === undefined ? undefined : feedTonnage(given.tonnage, names, shares);
  const share = (at: number): ProductShare<C, K> => {
    const mass = shares[at] as Ratio;
    const enrichment = metals.map((_, metal) => ((assays[at] as readonly Quantity<"grade">[])[metal] as Quantity<"grade">).inBase.dividedBy((feed[metal] as Quantity<"grade">).inBase));
    return Object.freeze({
      massPull: percentage(mass, "massPull"), ratioOfConcentration: plainRatio(mass.reciprocal()),
      recovery: byName(metals, enrichment.map((ratio) => percentage(ratio.times(mass), "recovery"))), enrichmentRatio: byName(metals, enrichment.map((ratio) => plainRatio(ratio))),
      ...(tonnage === undefined ? {} : { tonnage: tonnage.times(mass) }),
    });
  };
  return Object.freeze({ products: byName(names, names.map((_, at) => share(at))), ...(tonnage === undefined ? {} : { tonnage }) });
}

function namesOf<N extends string>(argument: string, record: Readonly<Record<N, unknown>>): readonly N[] {
  const given: unknown = record;
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return Object.keys(record) as N[];
  throw refused("wrong-kind", argument, given === undefined ? "missing" : "no object", "give an object by name, such as { Cu: \"2.3 %\", Zn: \"15 %\" } for assays");
}

function assayOf<C extends string>(stream: string, assays: Assays<C>, metal: C): Quantity<"grade"> {
  return assayArgument(`${stream}.${metal}`, assays[metal]);
}

function byName<N extends string, V>(names: readonly N[], values: readonly V[]): Readonly<Record<N, V>> {
  return Object.freeze(Object.fromEntries(names.map((name, at) => [name, values[at] as V]))) as Readonly<Record<N, V>>;
}

// Gauss and Jordan, exact: any pivot other than zero will do.
function inverseOf(matrix: readonly (readonly Ratio[])[]): readonly (readonly Ratio[])[] {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? Ratio.one : Ratio.zero))]);
  for (let column = 0; column < size; column++) {
    const pivot = rows.findIndex((row, at) => at >= column && !(row[column] as Ratio).isZero);
    if (pivot < 0) {
      throw new HeadgradeError(
        "division-by-zero", "The assays do not tell the products apart: one product assays like a mixture of the others (or all alike), so their shares are not determined.",
      );
    }
    const chosen = rows[pivot] as Ratio[];
    const lead = chosen.map((value) => value.dividedBy(chosen[column] as Ratio));
    rows[pivot] = rows[column] as Ratio[];
    rows[column] = lead;
    rows.forEach((row, at) => {
      const multiple = row[column] as Ratio;
      if (at !== column && !multiple.isZero) rows[at] = row.map((value, place) => value.minus(multiple.times(lead[place] as Ratio)));
    });
  }
  return rows.map((row) => row.slice(size));
}

interface Solved {
  readonly names: readonly string[];
  readonly metals: readonly string[];
  readonly feed: readonly Quantity<"grade">[];
  readonly shares: readonly Ratio[];
  readonly inverse: readonly (readonly Ratio[])[];
}

function requirePositive({ names, metals, feed, shares, inverse }: Solved): void {
  const at = shares.findIndex((share) => share.sign <= 0);
  if (at < 0) return;
  const share = percentage(shares[at] as Ratio).format({ digits: 3 });
  const remedies = metals.flatMap((metal, which) => {
    const range = possible(feed[which] as Quantity<"grade">, shares, inverse.map((row) => row[which + 1] as Ratio));
    return range === undefined ? [] : [`the feed's ${metal} of ${String(feed[which])} would have to lie between ${range}`];
  });
  const why = remedies.length === 0
    ? "no change to a single assay of the feed would mend that, so look at the products' assays"
    : `with all other assays as given, ${remedies.join(", or ")}`;
  throw new HeadgradeError(
    "out-of-range", `${names[at] ?? ""} would be ${share} of the feed, which cannot be: the feed is no mixture of products that assay so; ${why}.`,
    { product: names[at], share: (shares[at] as Ratio).toString() },
  );
}

// Where one assay of the feed may lie so that every share is positive: each share runs in a straight line with it.
function possible(assay: Quantity<"grade">, shares: readonly Ratio[], slopes: readonly Ratio[]): string | undefined {
  let [low, high]: [Ratio | undefined, Ratio | undefined] = [undefined, undefined];
  for (const [at, slope] of slopes.entries()) {
    const share = shares[at] as Ratio;
    if (slope.isZero) {
      if (share.sign <= 0) return undefined;
      continue;
    }
    const end = assay.inBase.minus(share.dividedBy(slope));
    if (slope.sign > 0) low = low === undefined || end.isGreaterThan(low) ? end : low;
    else high = high === undefined || end.isLessThan(high) ? end : high;
  }
  if (low === undefined || high === undefined || !low.isLessThan(high) || high.sign <= 0) return undefined;
  const [from, to] = [low.sign < 0 ? Ratio.zero : low, high].map((end) => gradeIn(end, assay).format({ digits: 4 }));
  return `${from ?? ""} and ${to ?? ""}`;
}

function feedTonnage<K extends StreamKind>(
  given: Readonly<Partial<Record<string, QuantityInput<K>>>>, names: readonly string[], shares: readonly Ratio[],
): Quantity<K> {
  const [stream, ...others] = Object.keys(given).filter((name) => given[name] !== undefined);
  const at = stream === undefined ? -1 : names.indexOf(stream);
  if (stream === undefined || others.length > 0 || (at < 0 && stream !== "feed")) {
    throw refused("wrong-kind", "tonnage", stream === undefined ? "empty" : `given for ${[stream, ...others].join(" and ")}`, `give that of one stream, feed or ${names.join(" or ")}: the others follow`);
  }
  const known = someTonnage(`tonnage.${stream}`, given[stream] as QuantityInput<K>);
  return at < 0 ? known : known.dividedBy(shares[at] as Ratio);
}
