/**
 * The two-product balance: feed splits into concentrate and tailings. Three of five figures (three assays, how much of the mass and how much of the metal goes
 * to the concentrate) determine the rest.
 */
import { HeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument, refused } from "./argument.ts";
import { assayArgument, gradeIn, percentage, plainRatio, shareArgument, someTonnage, type StreamKind } from "./stream.ts";

/**
 * What is known of a two-product balance: any three of feed, concentrate and tailings assay, mass pull (or ratio of concentration in its place) and recovery.
 *
 * @category Concentrates
 */
export interface TwoProductFigures {
  /** Assay of the feed: its head grade. */
  readonly feed?: QuantityInput<"grade">;
  readonly concentrate?: QuantityInput<"grade">;
  readonly tailings?: QuantityInput<"grade">;
  /** Concentrate / feed, by mass. */
  readonly massPull?: QuantityInput<"fraction", "massPull">;
  /** Feed / concentrate, by mass: the reciprocal of the mass pull. */
  readonly ratioOfConcentration?: QuantityInput<"fraction">;
  /** Metal in the concentrate / metal in the feed. */
  readonly recovery?: QuantityInput<"fraction", "recovery">;
}

/**
 * The tonnage of one of three streams, as a mass or as a throughput; those of the others follow.
 *
 * @category Concentrates
 */
export interface OneTonnage<K extends StreamKind = StreamKind> {
  readonly feed?: QuantityInput<K>;
  readonly concentrate?: QuantityInput<K>;
  readonly tailings?: QuantityInput<K>;
}

/**
 * The tonnages of three streams.
 *
 * @category Concentrates
 */
export interface StreamTonnages<K extends StreamKind = StreamKind> {
  readonly feed: Quantity<K>;
  readonly concentrate: Quantity<K>;
  readonly tailings: Quantity<K>;
}

/**
 * A whole two-product balance.
 *
 * @category Concentrates
 */
export interface TwoProductBalance<K extends StreamKind = StreamKind> {
  readonly feed: Quantity<"grade">;
  readonly concentrate: Quantity<"grade">;
  readonly tailings: Quantity<"grade">;
  /** Concentrate / feed by mass, in %: the yield. */
  readonly massPull: Quantity<"fraction", "massPull">;
  /** Metal in the concentrate / metal in the feed, in %. */
  readonly recovery: Quantity<"fraction", "recovery">;
  /** Metal in the tailings / metal in the feed, in %: what the recovery leaves. */
  readonly tailingsLoss: Quantity<"fraction">;
  /** Feed / concentrate by mass. */
  readonly ratioOfConcentration: Quantity<"fraction">;
  /** Concentrate assay / feed assay. */
  readonly enrichmentRatio: Quantity<"fraction">;
  /** Where the tonnage of one stream was given. */
  readonly tonnage?: StreamTonnages<K>;
}

/**
 * The two-product formula: recovery and the rest of a balance of feed, concentrate and tailings.
 *
 * With assays f, c and t: `mass pull = (f - t) / (c - t)`, `recovery = c (f - t) / (f (c - t))`, `ratio of concentration = (c - t) / (f - t)`, `enrichment
 * ratio = c / f`. Any three of the five figures f, c, t, mass pull (or ratio of concentration) and recovery give the others, a missing assay among them.
 *
 * Use {@link threeProduct} for two concentrates, and {@link massPull} for a component that is depleted in the concentrate, such as ash.
 *
 * @param given - three of the figures, and the tonnage of one stream if those of the others are wanted, each as a quantity or as text. Assays may be in
 * different units.
 * @returns The whole balance, exact: shares in %, the two ratios as numbers, a missing assay in the unit of the feed (a missing feed in that of the tailings,
 * if given, or the concentrate). Every result is fractional-linear in each argument, so {@link rangeOf} gives its tight interval.
 * @throws `HeadgradeError` `out-of-range`, with the reason, unless concentrate > feed > tailings >= 0; `wrong-kind` unless exactly three figures are
 * given, and for more than one tonnage; `division-by-zero` where three figures determine nothing; `role-mismatch`; the errors of reading text. The message
 * names the field.
 * @source Wills and Finch, Wills' Mineral Processing Technology, 8th edition (2016), chapter 3, on the two-product formula.
 * @example
 * ```ts
 * import { twoProduct } from "headgrade/formula";
 *
 * const copper = twoProduct({ feed: "10 %", concentrate: "30 %", tailings: "1 %", tonnage: { feed: "100 t/h" } });
 * copper.recovery.format({ places: 1 }) // => "93.1%"
 * copper.ratioOfConcentration.format({ places: 2 }) // => "3.22"
 * copper.tonnage.concentrate.format({ places: 2 }) // => "31.03 t/h"
 * ```
 * @example The tailings that a recovery leaves
 * ```ts
 * import { twoProduct } from "headgrade/formula";
 *
 * const { tailings, massPull } = twoProduct({ feed: "2.0 %", concentrate: "25 %", recovery: "90 %" });
 * tailings.format({ places: 3 }) // => "0.216%"
 * String(massPull) // => "7.2%"
 * ```
 * @example The tight interval of a recovery from printed assays
 * ```ts
 * import { figure } from "headgrade";
 * import { rangeOf, twoProduct } from "headgrade/formula";
 *
 * const { recovery } = rangeOf(twoProduct, { feed: figure("grade", "1.0 %"), concentrate: figure("grade", "10.0 %"), tailings: figure("grade", "0.2 %") });
 * [recovery.low.format({ places: 4 }), recovery.high.format({ places: 4 })] // => ["75.5639%", "87.0262%"]
 * ```
 * @category Concentrates
 */
export function twoProduct<K extends StreamKind>(
  given: TwoProductFigures & { readonly tonnage: OneTonnage<K> },
): TwoProductBalance<K> & { readonly tonnage: StreamTonnages<K> };
export function twoProduct<K extends StreamKind>(given: TwoProductFigures & { readonly tonnage?: OneTonnage<K> }): TwoProductBalance<K>;
export function twoProduct<K extends StreamKind>(given: TwoProductFigures & { readonly tonnage?: OneTonnage<K> }): TwoProductBalance<K> {
  const feed = given.feed === undefined ? undefined : assayArgument("feed", given.feed);
  const concentrate = given.concentrate === undefined ? undefined : assayArgument("concentrate", given.concentrate);
  const tailings = given.tailings === undefined ? undefined : assayArgument("tailings", given.tailings);
  requireConcentrating(feed, concentrate, tailings);
  const { f, c, t, pull, recovered } = solved({
    f: feed?.inBase, c: concentrate?.inBase, t: tailings?.inBase, pull: pullOf(given),
    recovered: given.recovery === undefined ? undefined : shareArgument("recovery", given.recovery, "recovery"),
  });
  const unit = (tailings ?? concentrate) as Quantity<"grade">;
  const balance = {
    feed: feed ?? gradeIn(f, unit), concentrate: concentrate ?? gradeIn(c, feed ?? unit), tailings: tailings ?? gradeIn(t, feed ?? unit),
  };
  requireConcentrating(balance.feed, balance.concentrate, balance.tailings);
  return Object.freeze({
    ...balance,
    massPull: percentage(pull, "massPull"), recovery: percentage(recovered, "recovery"), tailingsLoss: percentage(Ratio.one.minus(recovered)),
    ratioOfConcentration: plainRatio(pull.reciprocal()), enrichmentRatio: plainRatio(c.dividedBy(f)),
    ...(given.tonnage === undefined ? {} : { tonnage: tonnagesOf(given.tonnage, pull) }),
  });
}

/** The five figures, as numbers of wholes. */
interface Five {
  readonly f: Ratio;
  readonly c: Ratio;
  readonly t: Ratio;
  readonly pull: Ratio;
  readonly recovered: Ratio;
}

/** The balance is `f = pull c + (1 - pull) t` and `recovered = pull c / f`; each line solves the two for the pair that is missing. */
function solved(known: { readonly [N in keyof Five]: Five[N] | undefined }): Five {
  const { f, c, t, pull, recovered } = known;
  const given = Object.entries(known).filter(([, value]) => value !== undefined).length;
  if (given !== 3) {
    throw new HeadgradeError(
      "wrong-kind",
      `Exactly three of feed, concentrate, tailings, massPull (or ratioOfConcentration) and recovery determine a balance, and ${String(given)} are given.`,
      { given },
    );
  }
  if (f !== undefined && c !== undefined && t !== undefined) return complete(f, c, t, over(f.minus(t), c.minus(t)));
  if (pull !== undefined) {
    const rest = Ratio.one.minus(pull);
    if (f !== undefined && c !== undefined) return complete(f, c, over(f.minus(pull.times(c)), rest), pull);
    if (f !== undefined && t !== undefined) return complete(f, over(f.minus(rest.times(t)), pull), t, pull);
    if (c !== undefined && t !== undefined) return complete(pull.times(c).plus(rest.times(t)), c, t, pull);
    const share = recovered as Ratio;
    const lost = Ratio.one.minus(share);
    const whole = f ?? (c === undefined ? over(rest.times(t as Ratio), lost) : over(pull.times(c), share));
    return complete(whole, c ?? over(share.times(whole), pull), t ?? over(lost.times(whole), rest), pull);
  }
  const share = recovered as Ratio;
  const lost = Ratio.one.minus(share);
  if (f !== undefined && c !== undefined) {
    const drawn = over(share.times(f), c);
    return complete(f, c, over(lost.times(f), Ratio.one.minus(drawn)), drawn);
  }
  if (f !== undefined) {
    const drawn = over((t as Ratio).minus(lost.times(f)), t as Ratio);
    return complete(f, over(share.times(f), drawn), t as Ratio, drawn);
  }
  const drawn = over(share.times(t as Ratio), (c as Ratio).times(lost).plus(share.times(t as Ratio)));
  return complete(over(drawn.times(c as Ratio), share), c as Ratio, t as Ratio, drawn);
}

function complete(f: Ratio, c: Ratio, t: Ratio, pull: Ratio): Five {
  return { f, c, t, pull, recovered: over(pull.times(c), f) };
}

function over(dividend: Ratio, divisor: Ratio): Ratio {
  if (!divisor.isZero) return dividend.dividedBy(divisor);
  throw new HeadgradeError("division-by-zero", "These three figures do not determine a balance: the equation for what is missing divides by zero. Give another of the five.");
}

function pullOf({ massPull, ratioOfConcentration }: TwoProductFigures): Ratio | undefined {
  if (massPull !== undefined && ratioOfConcentration !== undefined) {
    throw refused("wrong-kind", "ratioOfConcentration", "given beside massPull", "the one is the reciprocal of the other, so give one of the two");
  }
  if (massPull !== undefined) {
    const pull = shareArgument("massPull", massPull, "massPull");
    if (pull.isZero || pull.equals(Ratio.one)) throw refused("out-of-range", "massPull", String(massPull), "both products must weigh something");
    return pull;
  }
  if (ratioOfConcentration === undefined) return undefined;
  const ratio = argument("ratioOfConcentration", "fraction", ratioOfConcentration);
  if (ratio.inBase.isGreaterThan(Ratio.one)) return ratio.inBase.reciprocal();
  throw refused("out-of-range", "ratioOfConcentration", ratio.toString(), "the feed weighs more than the concentrate, so it must exceed 1");
}

type Assay = Quantity<"grade"> | undefined;

// Concentrate > feed > tailings >= 0, as far as they are known.
function requireConcentrating(feed: Assay, concentrate: Assay, tailings: Assay): void {
  const said = (assay: Assay): string => assay?.toString() ?? "";
  const [f, c, t] = [feed?.inBase, concentrate?.inBase, tailings?.inBase];
  if (f !== undefined && c !== undefined && t !== undefined) {
    if (c.isLessThan(f) && f.isLessThan(t)) {
      throw refused(
        "out-of-range", "concentrate", said(concentrate),
        `it assays less than the feed, ${said(feed)}, and the tailings, ${said(tailings)}, assay more: the component is depleted in the concentrate, as ash or a contaminant is, `
        + "and a recovery is of what is concentrated (massPull takes such assays either way round)",
      );
    }
    if (c.equals(f) && f.equals(t)) throw refused("out-of-range", "feed", said(feed), "feed, concentrate and tailings assay the same, which tells nothing of how the feed was split");
  }
  if (t !== undefined && t.sign < 0) {
    throw refused("out-of-range", "tailings", said(tailings), "more metal would be in the concentrate than in the feed: a recovery above 100 %, which no balance has");
  }
  if (c?.isGreaterThan(Ratio.one) === true) throw refused("out-of-range", "concentrate", said(concentrate), "the figures would ask for a concentrate above the whole, 100 %");
  if (f !== undefined && c !== undefined && !c.isGreaterThan(f)) {
    throw refused("out-of-range", "concentrate", said(concentrate), `it must assay more than the feed, ${said(feed)}`);
  }
  if (f !== undefined && t !== undefined && !t.isLessThan(f)) {
    throw refused("out-of-range", "tailings", said(tailings), `they must assay less than the feed, ${said(feed)}`);
  }
  if (c !== undefined && t !== undefined && !t.isLessThan(c)) {
    throw refused("out-of-range", "tailings", said(tailings), `they must assay less than the concentrate, ${said(concentrate)}`);
  }
}

function tonnagesOf<K extends StreamKind>(given: OneTonnage<K>, pull: Ratio): StreamTonnages<K> {
  const shares = { feed: Ratio.one, concentrate: pull, tailings: Ratio.one.minus(pull) };
  const names = (["feed", "concentrate", "tailings"] as const).filter((name) => given[name] !== undefined);
  const [name] = names;
  if (name === undefined || names.length > 1) {
    throw refused("wrong-kind", "tonnage", names.length === 0 ? "empty" : `given for ${names.join(" and ")}`, "give that of one stream, feed, concentrate or tailings: the others follow");
  }
  const known = someTonnage(`tonnage.${name}`, given[name] as QuantityInput<K>);
  const of = (stream: keyof typeof shares): Quantity<K> => (stream === name ? known : known.times(shares[stream].dividedBy(shares[name])));
  return Object.freeze({ feed: of("feed"), concentrate: of("concentrate"), tailings: of("tailings") });
}
