/**
 * Metal accounting by check-in and check-out: what came in and what was there, against what went out and what is there. The difference is metal that is not
 * accounted for,
 * and whether it means anything depends on how sure the figures are.
 */
import { HeadgradeError, shown } from "../error.ts";
import { argument } from "../formula/argument.ts";
import { bundle } from "../markup/bundle.ts";
import { wrapped } from "../markup/wrapped.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { Quantity } from "../quantity/quantity.ts";
import { accountBlocks } from "./account-blocks.ts";
import { normalQuantile, studentQuantile } from "./distribution.ts";
import { varianceOf, type MeasurementError } from "./measurement.ts";
import { Problems } from "../problem/problems.ts";
import { squareRoot } from "./root.ts";
import { levelOf } from "./significance.ts";
import { accountSentence, aligned } from "./text.ts";

/**
 * A mass of metal and its error.
 *
 * @category Adjustment
 */
export interface MeasuredMetal {
  readonly value: QuantityInput<"mass">;
  readonly error: MeasurementError<QuantityInput<"mass">>;
  /** How many independent readings, less one, the error is known from. Needed for the t test, unless the error is known for certain. */
  readonly degreesOfFreedom?: number;
}

/**
 * The stocks and flows of metal over a period, each under any names: `receipts: { "mill feed": ... }`. The test and its level are for the caller to say.
 *
 * @category Adjustment
 */
export interface MetalAccountInput {
  /** Stocks at the beginning: stockpiles, tanks, the inventory in process. */
  readonly opening?: Readonly<Record<string, MeasuredMetal>>;
  /** What came in: the check-in. */
  readonly receipts: Readonly<Record<string, MeasuredMetal>>;
  /** What went out as product: the check-out. */
  readonly shipments: Readonly<Record<string, MeasuredMetal>>;
  /** What went out as measured losses: tailings, slag, effluent. */
  readonly losses?: Readonly<Record<string, MeasuredMetal>>;
  /** Stocks at the end. */
  readonly closing?: Readonly<Record<string, MeasuredMetal>>;
  /** Correlations of errors, by `"closing.stockpile"`: of the same stockpile surveyed at both ends, say. */
  readonly correlations?: readonly { readonly between: readonly [string, string]; readonly coefficient: string | number }[];
  /**
   * The normal test, where the errors are known; or Student's t, where they come from few readings, with the degrees of freedom after Welch and Satterthwaite.
   */
  readonly test: "z" | "t";
  readonly level: QuantityInput<"fraction">;
}

/**
 * One figure's share in the uncertainty of the metal that is not accounted for.
 *
 * @category Adjustment
 */
export interface AccountItem {
  readonly address: string;
  readonly value: Quantity<"mass">;
  readonly standard: Quantity<"mass">;
  /** Its variance over that of the unaccounted metal; without correlations these sum to one. */
  readonly share: Quantity<"fraction">;
}

const SECTIONS = [["opening", 1], ["receipts", 1], ["shipments", -1], ["losses", -1], ["closing", -1]] as const;
type SectionName = (typeof SECTIONS)[number][0];

interface Item {
  readonly address: string;
  readonly section: SectionName;
  readonly sign: 1 | -1;
  readonly value: Ratio;
  readonly variance: Ratio;
  readonly freedom: number | undefined;
}

/**
 * The figures of a metal account.
 *
 * @category Adjustment
 */
export interface MetalAccountFigures {
  /** Opening stocks and receipts. */
  readonly in: Quantity<"mass">;
  /** Shipments, losses and closing stocks. */
  readonly out: Quantity<"mass">;
  /** In less out, exact: positive where metal is missing. */
  readonly unaccounted: Quantity<"mass">;
  /** Its standard uncertainty, to 20 digits. */
  readonly standard: Quantity<"mass">;
  /** Unaccounted metal as a share of receipts, exact; `undefined` without any receipts. */
  readonly unaccountedShare: Quantity<"fraction"> | undefined;
  /** Out over in, exact: the accountability. */
  readonly accountability: Quantity<"fraction"> | undefined;
  /** The receipts that the products, losses and stocks imply: the check-out side's own feed. */
  readonly builtUpReceipts: Quantity<"mass">;
  /** Unaccounted metal over its standard uncertainty; a float. */
  readonly statistic: number;
  readonly test: "z" | "t";
  readonly level: number;
  /** Of the t test; `Infinity` where every error is known for certain. */
  readonly degreesOfFreedom: number | undefined;
  readonly critical: number;
  /** `"loss"` or `"gain"` where the metal is more than the errors allow at the level. */
  readonly verdict: "within the errors" | "loss" | "gain";
  /** The figures, those that make the most of the uncertainty first. */
  readonly items: readonly AccountItem[];
}

/**
 * A metal account. {@link metalAccount} makes it.
 *
 * @category Adjustment
 */
export class MetalAccount implements MetalAccountFigures {
  readonly in: MetalAccountFigures["in"];
  readonly out: MetalAccountFigures["out"];
  readonly unaccounted: MetalAccountFigures["unaccounted"];
  readonly standard: MetalAccountFigures["standard"];
  readonly unaccountedShare: MetalAccountFigures["unaccountedShare"];
  readonly accountability: MetalAccountFigures["accountability"];
  readonly builtUpReceipts: MetalAccountFigures["builtUpReceipts"];
  readonly statistic: MetalAccountFigures["statistic"];
  readonly test: MetalAccountFigures["test"];
  readonly level: MetalAccountFigures["level"];
  readonly degreesOfFreedom: MetalAccountFigures["degreesOfFreedom"];
  readonly critical: MetalAccountFigures["critical"];
  readonly verdict: MetalAccountFigures["verdict"];
  readonly items: MetalAccountFigures["items"];

  /** @internal */
  constructor(fields: MetalAccountFigures) {
    this.in = fields.in;
    this.out = fields.out;
    this.unaccounted = fields.unaccounted;
    this.standard = fields.standard;
    this.unaccountedShare = fields.unaccountedShare;
    this.accountability = fields.accountability;
    this.builtUpReceipts = fields.builtUpReceipts;
    this.statistic = fields.statistic;
    this.test = fields.test;
    this.level = fields.level;
    this.degreesOfFreedom = fields.degreesOfFreedom;
    this.critical = fields.critical;
    this.verdict = fields.verdict;
    this.items = Object.freeze([...fields.items]);
    Object.freeze(this);
  }

  /** The account and its verdict, of 80 columns. */
  toString(): string {
    const { unaccounted, standard } = this;
    const lines = this.items.map(({ address, value, standard: deviation, share }) => [
      address, value.format({ digits: 7 }), deviation.format({ digits: 3 }), share.format({ places: 1 }),
    ]);
    const rest = [["in", this.in.format({ digits: 7 }), "", ""], ["out", this.out.format({ digits: 7 }), "", ""], ["unaccounted", unaccounted.format({ digits: 7 }), standard.format({ digits: 3 }), ""]];
    return [aligned(["", "metal", "std", "of variance"], [...lines, ...rest]), "", wrapped(accountSentence(this), "  ")].join("\n");
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this));
  }

  get [Symbol.toStringTag](): string {
    return "MetalAccount";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return this.toString();
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    return bundle(this.toString(), accountBlocks(this));
  }
}

/**
 * Closes the metal account of a period: `unaccounted = opening + receipts - shipments - losses - closing`, with the uncertainty that the errors of all of
 * them give,
 * and whether it is significant.
 *
 * Receipts and products are to be measured independently of each other (check-in and check-out): where one was computed from the other, nothing is
 * unaccounted for,
 * and nothing is learnt. Use {@link adjust} to balance the streams inside.
 *
 * @param input - the stocks and flows, each with its error in a named form; the test and its level.
 * @returns The account, exact but for standard uncertainties and statistics, in the unit of the first receipt.
 * @throws `HeadgradeError` `invalid-balance` with all that is wrong at once; `unknown-option` for another test; `out-of-range` for the level.
 * @source AMIRA International, P754: Metal Accounting, Code of Practice and Guidelines; JCGM 100:2008, section 5 and annex G.4 (Welch and Satterthwaite).
 * @example
 * ```ts
 * import { metalAccount } from "headgrade/adjust";
 *
 * const account = metalAccount({
 *   opening: { stockpile: { value: "420 t", error: { relativeStandard: "5 %" } } },
 *   receipts: { "mill feed": { value: "5,150 t", error: { relativeStandard: "1 %" } } },
 *   shipments: { concentrate: { value: "4,560 t", error: { relativeStandard: "0.5 %" } } },
 *   losses: { tailings: { value: "450 t", error: { relativeStandard: "4 %" } } },
 *   closing: { stockpile: { value: "400 t", error: { relativeStandard: "5 %" } } },
 *   test: "z", level: "95 %",
 * });
 * String(account.unaccounted) // => "160 t"
 * account.statistic.toFixed(2) // => "2.43"
 * account.verdict // => "loss"
 * ```
 * @category Adjustment
 */
export function metalAccount(input: MetalAccountInput): MetalAccount {
  const { test } = input;
  if (test !== "z" && test !== "t" as unknown) {
    throw new HeadgradeError("unknown-option", `Unknown test ${shown(test)}: say "z" where the errors are known, or "t" where they come from few readings.`, { given: shown(test) });
  }
  const level = levelOf(input.level);
  const problems = new Problems("balance");
  const { items, unit } = readItems(input, problems);
  const covariances = readCorrelations(input, items, problems);
  problems.settle();
  const sumOf = (sections: readonly SectionName[]): Ratio => (
    items.filter(({ section }) => sections.includes(section)).reduce((sum, { value }) => sum.plus(value), Ratio.zero)
  );
  const cameIn = sumOf(["opening", "receipts"]);
  const wentOut = sumOf(["shipments", "losses", "closing"]);
  const receipts = sumOf(["receipts"]);
  const unaccounted = cameIn.minus(wentOut);
  const variance = covariances.reduce((sum, { signed }) => sum.plus(signed), items.reduce((sum, item) => sum.plus(item.variance), Ratio.zero));
  if (variance.sign <= 0) {
    throw new HeadgradeError("out-of-range", "The figures are all exact, or their correlations cancel all errors: there is nothing to hold the unaccounted metal against.", {});
  }
  const statistic = unaccounted.toNumber() / Math.sqrt(variance.toNumber());
  const degreesOfFreedom = test === "t" ? freedomOf(items, variance) : undefined;
  const critical = degreesOfFreedom === undefined || degreesOfFreedom === Infinity ? normalQuantile(level) : studentQuantile(level, degreesOfFreedom);
  const mass = (value: Ratio): Quantity<"mass"> => unit(value.reduced());
  const fraction = (part: Ratio, whole: Ratio): Quantity<"fraction"> | undefined => (whole.isZero ? undefined : mass(part).dividedBy(mass(whole), "fraction"));
  return new MetalAccount({
    in: mass(cameIn), out: mass(wentOut), unaccounted: mass(unaccounted), standard: mass(squareRoot(variance)),
    unaccountedShare: fraction(unaccounted, receipts),
    accountability: fraction(wentOut, cameIn), builtUpReceipts: mass(receipts.minus(unaccounted)), statistic, test, level, degreesOfFreedom, critical,
    verdict: Math.abs(statistic) <= critical ? "within the errors" : statistic > 0 ? "loss" : "gain",
    items: [...items].sort((a, b) => b.variance.compare(a.variance)).map((item) => ({
      address: item.address, value: mass(item.value), standard: mass(squareRoot(item.variance)), share: mass(item.variance).dividedBy(mass(variance), "fraction"),
    })),
  });
}

function readItems(input: MetalAccountInput, problems: Problems): { readonly items: readonly Item[]; readonly unit: (value: Ratio) => Quantity<"mass"> } {
  const items: Item[] = [];
  let first: Quantity<"mass"> | undefined;
  for (const [section, sign] of [["receipts", 1], ...SECTIONS.filter(([name]) => name !== "receipts")] as typeof SECTIONS[number][]) {
    const given = input[section];
    if (given === undefined && section !== "receipts" && section !== "shipments") continue;
    for (const [name, measured] of problems.entries(given, section, "metal")) {
      const address = `${section}.${name}`;
      const { value, error, degreesOfFreedom } = problems.record(measured, address, ["value", "error", "degreesOfFreedom"]) as unknown as MeasuredMetal;
      const quantity = problems.try(`${address}.value`, () => argument("value", "mass", value));
      if (quantity === undefined) continue;
      first ??= quantity;
      const common = problems.try(`${address}.value`, () => (first as Quantity<"mass">).minus(first as Quantity<"mass">).plus(quantity));
      if (common === undefined) continue;
      const like = common;
      const variance = problems.try(`${address}.error`, () => varianceOf(error, like.exact, (part, amount) => like.minus(like).plus(argument(part, "mass", amount)).exact));
      if (degreesOfFreedom !== undefined && !(degreesOfFreedom > 0)) problems.add(`${address}.degreesOfFreedom`, "out-of-range", `Degrees of freedom are more than none, and these are ${shown(degreesOfFreedom)}.`);
      items.push({ address, section, sign, value: common.exact, variance: variance ?? Ratio.one, freedom: degreesOfFreedom });
    }
  }
  const unit = (value: Ratio): Quantity<"mass"> => {
    const { measure, basis } = first as Quantity<"mass">;
    return new Quantity<"mass">(measure, value, basis, undefined);
  };
  if (items.length === 0 && problems.count === 0) problems.add("receipts", "wrong-kind", "The account has no figures: give receipts and shipments.");
  return { items, unit };
}

function readCorrelations({ correlations = [] }: MetalAccountInput, items: readonly Item[], problems: Problems): readonly { readonly signed: Ratio }[] {
  return correlations.flatMap(({ between: [a, b], coefficient }, index) => {
    const address = `correlations[${String(index)}]`;
    const [left, right] = [items.find((item) => item.address === a), items.find((item) => item.address === b)];
    for (const [name, found] of [[a, left], [b, right]] as const) if (found === undefined) problems.unknown(address, name, items.map((item) => item.address), "figure");
    const share = problems.try(address, () => Ratio.of(coefficient));
    if (left === undefined || right === undefined || share === undefined) return [];
    if (a === b || share.absolute().isGreaterThan(1)) {
      problems.add(address, "out-of-range", `The correlation of ${a} and ${b} is ${share.toString()}: it must be of two figures, and from -1 to 1.`);
      return [];
    }
    return [{ signed: share.times(squareRoot(left.variance.times(right.variance), 40)).times(2 * left.sign * right.sign) }];
  });
}

// Welch and Satterthwaite: an error that is known for certain adds nothing to the sum below.
function freedomOf(items: readonly Item[], variance: Ratio): number {
  const below = items.reduce((sum, item) => (item.freedom === undefined ? sum : sum + item.variance.toNumber() ** 2 / item.freedom), 0);
  return below === 0 ? Infinity : variance.toNumber() ** 2 / below;
}
