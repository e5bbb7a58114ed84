/** Balances from tonnes and grades of streams: tailings by difference, the head grade built up from products, and recovery from any two streams. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import { gradeIn, metalOf, percentage, quotientOf, someTonnage, streamArgument, streamArguments, type GradedStream, type Stream, type StreamKind } from "./stream.ts";

/**
 * Tailings as the difference of feed and products.
 *
 * @category Concentrates
 */
export interface TailingsByDifference<K extends StreamKind = StreamKind> {
  readonly tonnage: Quantity<K>;
  readonly grade: Quantity<"grade">;
  /** Metal in all products together / metal in the feed, in %. */
  readonly recovery: Quantity<"fraction", "recovery">;
}

/**
 * Tailings by difference: what a feed leaves when its products are taken out, `tonnage = F - sum(C)`, `grade = (F f - sum(C c)) / (F - sum(C))`.
 *
 * Errors of the feed and the products all come to rest in the tailings, whose grade is small: compare it with the tailings assay where there is one.
 *
 * @param given - the feed and one product or more, each with its tonnage (all masses, or all throughputs) and grade.
 * @returns Tonnage in the unit of the feed, grade in the unit of the feed's, and the recovery to the products in %, exact. Each is fractional-linear in each
 * argument.
 * @throws `HeadgradeError` `out-of-range` where the products outweigh the feed or hold more metal than it; `division-by-zero` where nothing is left, or
 * the feed has no metal; `wrong-kind`, `basis-mismatch`; the errors of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { tailingsByDifference } from "headgrade/formula";
 *
 * const tailings = tailingsByDifference({
 *   feed: { tonnage: "100,000 t", grade: "2.0 %" },
 *   products: [{ tonnage: "7,200 t", grade: "25 %" }],
 * });
 * String(tailings.tonnage) // => "92,800 t"
 * tailings.grade.format({ places: 3 }) // => "0.216%"
 * ```
 * @category Concentrates
 */
export function tailingsByDifference<K extends StreamKind>({ feed, products }: {
  readonly feed: GradedStream<K>; readonly products: readonly GradedStream<K>[];
}): TailingsByDifference<K> {
  const head = streamArgument("feed", feed);
  const out = streamArguments("products", products);
  const tonnage = out.reduce((rest, product) => rest.minus(product.tonnage), head.tonnage);
  const metal = metalOf(head);
  const taken = sumOf(out, metalOf);
  if (tonnage.exact.sign < 0) throw refused("out-of-range", "products", `${tonnage.negated().toString()} heavier than the feed`, "what comes out cannot outweigh what goes in");
  if (tonnage.exact.isZero) throw refused("division-by-zero", "products", "as heavy as the feed", "no tailings are left to have a grade");
  if (metal.isZero) throw refused("division-by-zero", "feed", `${head.tonnage.toString()} at ${head.grade.toString()}`, "there is no metal to be recovered");
  if (taken.isGreaterThan(metal)) {
    throw refused(
      "out-of-range", "products", "richer than the feed",
      `they hold ${percentage(taken.dividedBy(metal)).format({ digits: 4 })} of the feed's metal, and the tailings cannot hold less than none`,
    );
  }
  return Object.freeze({
    tonnage, grade: gradeIn(metal.minus(taken).dividedBy(tonnage.inBase), head.grade), recovery: percentage(taken.dividedBy(metal), "recovery"),
  });
}

/**
 * Built-up (calculated, back-calculated) head grade: the metal of everything that came out, over the tonnage that went in, `(sum(T g) + metal) / ore`.
 *
 * The check on an assayed head grade. Concentrates and tailings are streams; metal that has no tonnage to speak of, such as bullion, is `metal`. The ore is the
 * streams together unless given: in a leach plant the residue alone is as heavy as the feed. {@link headGrade} takes a recovery in place of the residue.
 *
 * @param given - `products`, one stream or more with tonnage and grade, the tailings or the residue among them; `metal`, if some leaves by itself; `ore`,
 * where it was weighed by itself.
 * @returns The head grade, exact, in the unit of the first product's grade. Fractional-linear in each argument, also where one figure stands in several.
 * @throws `HeadgradeError` `division-by-zero` for no ore; `out-of-range`, `wrong-kind`, `basis-mismatch`; the errors of reading text. The message names
 * the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example A concentrator
 * ```ts
 * import { builtUpHeadGrade } from "headgrade/formula";
 *
 * const head = builtUpHeadGrade({ products: [{ tonnage: "7,200 t", grade: "25 %" }, { tonnage: "92,800 t", grade: "0.216 %" }] });
 * head.format({ places: 2 }) // => "2.00%"
 * ```
 * @example A gold plant: bullion and residue
 * ```ts
 * import { builtUpHeadGrade } from "headgrade/formula";
 *
 * const head = builtUpHeadGrade({ metal: "2,500 kg", products: [{ tonnage: "280,000 t", grade: "0.2 g/t" }] });
 * head.format({ places: 2 }) // => "9.13 g/t"
 * ```
 * @category Concentrates
 */
export function builtUpHeadGrade<K extends StreamKind>({ products, metal, ore }: {
  readonly products: readonly GradedStream<K>[]; readonly metal?: QuantityInput<K>; readonly ore?: QuantityInput<K>;
}): Quantity<"grade"> {
  const out = streamArguments("products", products);
  const [first] = out as readonly [Stream<K>, ...Stream<K>[]];
  const total = out.slice(1).reduce((sum, { tonnage }) => sum.plus(tonnage), first.tonnage);
  const feed = ore === undefined ? someTonnage("products, together", total) : someTonnage("ore", ore);
  const bullion = metal === undefined ? undefined : argument("metal", total.kind, metal);
  if (bullion !== undefined && bullion.exact.sign < 0) throw refused("out-of-range", "metal", bullion.toString(), "metal cannot weigh less than nothing");
  // A quotient with the total is taken of every part, so that what is measured by time meets its like.
  const share = quotientOf(total, feed);
  const parts = total.exact.isZero ? [] : out.map(({ tonnage, grade }) => quotientOf(tonnage, total).times(grade.inBase));
  const mean = parts.reduce((sum, part) => sum.plus(part), Ratio.zero);
  const alone = bullion === undefined ? Ratio.zero : quotientOf(bullion, feed);
  return gradeIn(mean.times(share).plus(alone), first.grade);
}

/**
 * Recovery from the tonnes and grades of any two of feed, concentrate and tailings.
 *
 * From feed and concentrate it is `C c / (F f)`, from feed and tailings `1 - T t / (F f)`, and from concentrate and tailings, whose metal together is taken
 * for the feed's, `C c / (C c + T t)`. Where all three were measured the three recoveries differ by the errors of measurement: each is one of them, and a
 * balance (`headgrade/adjust`) weighs them. {@link twoProduct} needs assays only.
 *
 * @param given - exactly two of the three streams, each with tonnage and grade.
 * @returns The recovery, exact, in %, in the role of a recovery. Fractional-linear in each argument.
 * @throws `HeadgradeError` `wrong-kind` unless two streams are given, measured alike; `division-by-zero` for no metal; `out-of-range` for tailings with
 * more metal than the feed; `basis-mismatch`; the errors of reading text. The message names the field.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines.
 * @example
 * ```ts
 * import { recoveryFromStreams } from "headgrade/formula";
 *
 * const feed = { tonnage: "100,000 t", grade: "2.0 %" };
 * const concentrate = { tonnage: "7,200 t", grade: "25 %" };
 * const tailings = { tonnage: "92,800 t", grade: "0.22 %" };
 * String(recoveryFromStreams({ feed, concentrate })) // => "90%"
 * recoveryFromStreams({ feed, tailings }).format({ places: 2 }) // => "89.79%"
 * recoveryFromStreams({ concentrate, tailings }).format({ places: 2 }) // => "89.81%"
 * ```
 * @category Concentrates
 */
export function recoveryFromStreams<K extends StreamKind>({ feed, concentrate, tailings }: {
  readonly feed?: GradedStream<K>; readonly concentrate?: GradedStream<K>; readonly tailings?: GradedStream<K>;
}): Quantity<"fraction", "recovery"> {
  const given = [feed, concentrate, tailings].filter((stream) => stream !== undefined).length;
  if (given !== 2) throw refused("wrong-kind", "feed, concentrate and tailings", `given ${String(given)} times over`, "exactly two of the three streams are needed");
  const head = feed === undefined ? undefined : streamArgument("feed", feed);
  const product = concentrate === undefined ? undefined : streamArgument("concentrate", concentrate);
  const rest = tailings === undefined ? undefined : streamArgument("tailings", tailings);
  if (head !== undefined) {
    requireMetal("feed", metalOf(head));
    const other = (product ?? rest) as Stream<K>;
    const share = quotientOf(other.tonnage, head.tonnage).times(other.grade.inBase).dividedBy(head.grade.inBase);
    if (product !== undefined) return percentage(share, "recovery");
    if (share.isGreaterThan(1)) throw refused("out-of-range", "tailings", `${other.tonnage.toString()} at ${other.grade.toString()}`, "they hold more metal than the feed");
    return percentage(Ratio.one.minus(share), "recovery");
  }
  const [c, t] = [product as Stream<K>, rest as Stream<K>];
  // Per tonne of the two together, so that what is measured by time meets its like.
  const both = someTonnage("concentrate and tailings, together", c.tonnage.plus(t.tonnage));
  const [metal, lost] = [quotientOf(c.tonnage, both).times(c.grade.inBase), quotientOf(t.tonnage, both).times(t.grade.inBase)];
  requireMetal("concentrate and tailings", metal.plus(lost));
  return percentage(metal.dividedBy(metal.plus(lost)), "recovery");
}

function requireMetal(name: string, metal: Ratio): void {
  if (metal.isZero) throw refused("division-by-zero", name, "without metal", "the formula divides by the metal of it, so there must be some");
}

function sumOf(streams: readonly Stream[], of: (stream: Stream) => Ratio): Ratio {
  return streams.reduce((sum, stream) => sum.plus(of(stream)), Ratio.zero);
}
