/** A production statement as plain data: what a caller writes, and what JSON can hold. */
import type { FigureOptions } from "../figure/options.ts";
import type { RoundingRule } from "../figure/rounding.ts";
import type { FiscalYear } from "../period/fiscal.ts";
import type { Kind } from "../quantity/kind.ts";
import type { ReadOptions } from "../quantity/parse.ts";
import type { RequiredOptions } from "./required.ts";
import type { Substance } from "./substance.ts";
import type { Item, MetalItem, OreItem, ProductItem, ProductMetalItem, ResourceItem, ResourceMetalItem, StockItem } from "./vocabulary.ts";

/**
 * A figure as printed, with its unit: `"1.88 g/t"`; or with what is known of its rounding and tolerance; or all its prints, where the report prints one fact
 * several times: `["141,116 oz", "141 koz"]`. A dash, `"n/a"`, `null` or a field left out was not printed.
 *
 * @category Reconciliation
 */
export type PrintedFigure = string | null | PrintedWithOptions | readonly (string | PrintedWithOptions)[];

/**
 * A printed figure with the rule by which it was rounded, and how far off it may be besides (a final assay adjustment, say): a share (`"0.5 %"`) or
 * an amount (`"100 oz"`).
 *
 * @category Reconciliation
 */
export interface PrintedWithOptions extends FigureOptions {
  readonly printed: string;
  readonly tolerance?: string;
}

/** The printed figures of one metal in one period. @category Reconciliation */
export type MetalFigures = Readonly<Partial<Record<MetalItem, PrintedFigure>>>;

/** The printed figures of one product in one period: of the product as a whole, and by metal. @category Reconciliation */
export type ProductFigures = Readonly<Partial<Record<ProductItem, PrintedFigure>>>
  & Readonly<Partial<Record<Substance, Readonly<Partial<Record<ProductMetalItem, PrintedFigure>>>>>>;

/** The printed figures of one period: of the ore, by metal, and by product (`"zinc concentrate"`, `"dore"`). @category Reconciliation */
export type PeriodFigures = Readonly<Partial<Record<OreItem, PrintedFigure>>> & Readonly<Partial<Record<Substance, MetalFigures>>>
  & { readonly products?: Readonly<Record<string, ProductFigures>> };

/** One printed figure by itself, for a statement that is a list. @category Reconciliation */
export interface Fact {
  readonly area?: string;
  readonly period: string;
  readonly product?: string;
  readonly metal?: Substance;
  readonly item: Item;
  readonly figure: PrintedFigure;
  /** Whether it replaces what was first printed of the same value: the first is then listed, and not checked. The last restatement counts. */
  readonly restated?: boolean;
}

/** One area of an operation: a mine, a pit, a mill. Areas add up to the operation. @category Reconciliation */
export interface AreaStatement {
  readonly periods: Readonly<Record<string, PeriodFigures>>;
  /** Whether its figures are of the whole, or of an owner's share: the two are never added. */
  readonly share?: "100 %" | "attributable";
}

/** The figures of one category of a resource or reserve table. @category Reconciliation */
export type CategoryFigures = Readonly<Partial<Record<ResourceItem, PrintedFigure>>>
  & Readonly<Partial<Record<Substance, Readonly<Partial<Record<ResourceMetalItem, PrintedFigure>>>>>>;

/**
 * A resource or reserve table, whose figures were rounded to significant figures unless said otherwise. `Measured` and `Indicated` add up to
 * `Measured + Indicated`, `Proven` and `Probable` to `Proven + Probable`; a total beyond these, one with inferred resources above all, is added only
 * where {@link ResourceTable.totals} says that the report prints such.
 *
 * @category Reconciliation
 */
export interface ResourceTable {
  /** The day for which it holds, `"2010-12-31"`. */
  readonly asOf?: string;
  /** By category: `Measured`, `Indicated`, `Measured + Indicated`, `Inferred`, `Proven`, `Probable`, `Proven + Probable`, or the report's own words. */
  readonly categories?: Readonly<Record<string, CategoryFigures>>;
  /** By deposit, each by category; over all deposits they add up to the table's own categories. */
  readonly deposits?: Readonly<Record<string, Readonly<Record<string, CategoryFigures>>>>;
  /** Totals that the report prints, by category, with the categories that it adds. */
  readonly totals?: Readonly<Record<string, readonly string[]>>;
  readonly zeros?: "significant" | "not-significant";
}

/**
 * A stock: what lay there when a period began and when it ended. Opening + what came in - what went out + the adjustment = closing, and a closing stock
 * is the next opening one.
 *
 * @category Reconciliation
 */
export interface StockStatement {
  /** The area whose items come in and go out; the operation itself unless said otherwise. */
  readonly area?: string;
  readonly metal?: Substance;
  /** The items that come in: `["oreMined"]`, or of the metal `["produced"]`. */
  readonly in: readonly Item[];
  /** The items that go out: `["ore"]`, `["sold"]`. */
  readonly out: readonly Item[];
  readonly periods: Readonly<Record<string, Readonly<Partial<Record<StockItem, PrintedFigure>>>>>;
}

/**
 * How a report makes metal equivalents: at stated ratios (ounces of silver equivalent per ounce of gold), or at stated prices. Equivalents add over periods
 * only where these are the same in all of them.
 *
 * @category Reconciliation
 */
export interface EquivalentTerms {
  /** The equivalent that they make: `"AgEq"`. */
  readonly metal: Substance;
  /** The periods that they hold for; all of them unless said otherwise. */
  readonly periods?: readonly string[];
  /** By metal, how much of the equivalent one unit of it is; the metal that the equivalent is named for counts once. */
  readonly ratios?: Readonly<Partial<Record<Substance, string>>>;
  /** By metal, the prices used (`"1,900 USD/oz"`), that of the metal which the equivalent is named for among them. */
  readonly prices?: Readonly<Partial<Record<Substance, string>>>;
}

/** A printed change of a value against an earlier one: new / old, less one. @category Reconciliation */
export interface Change {
  /** The address of the new value: `"2013-Q1.Au.produced"`. */
  readonly of: string;
  /** The address of the old one. */
  readonly from: string;
  readonly printed: PrintedFigure;
  /** Whether it was printed as a fall: then `"12.4 %"` means that the new value is less by so much. */
  readonly fall?: boolean;
}

/** A printed value that the vocabulary has no word for, for ties of its own. @category Reconciliation */
export interface NamedValue {
  readonly kind: Kind;
  readonly printed: PrintedFigure;
  /** Whether it can be negative. */
  readonly signed?: boolean;
}

/**
 * A relation of the report's own, in arithmetic: `"{2016.Cu.sold} <= {2016.Cu.produced} + {opening copper}"`. Addresses and names of values stand in
 * braces, and each counts in the unit in which it was printed: `"93.7 million lb"` as 93,700,000, since a scale word is part of the number, and `"93.7 Mlb"` as
 * 93.7.
 *
 * @category Reconciliation
 */
export type NamedTie = string | { readonly name: string; readonly tie: string };

/** What a report means by a word that the trade uses in several ways. @category Reconciliation */
export interface Bases {
  /** What a strip ratio divides: `{ over: ["waste"], under: ["oreMined"] }`. */
  readonly stripRatio?: { readonly over: readonly OreItem[]; readonly under: readonly OreItem[] };
  /** Which days a rate per day is of where the report states no days: all of the calendar, unless said otherwise, or those on which the mill ran. */
  readonly days?: "calendar" | "operating";
  /** Which metal a unit cash cost is per unit of. */
  readonly unitCashCost?: "produced" | "payable" | "sold";
}

/**
 * A production statement: what an operation printed, by period, and by area where it did. The same figures can stand as a list of facts; both forms
 * may be mixed, and a fact printed twice counts twice.
 *
 * @category Reconciliation
 */
export interface Statement extends ReadOptions {
  readonly operation?: string;
  /** By period (`"2002-Q4"`, `"2002"`, ...). */
  readonly periods?: Readonly<Record<string, PeriodFigures>>;
  /** By area; the areas make up the operation, so their amounts add to its own where it printed any. */
  readonly areas?: Readonly<Record<string, AreaStatement>>;
  /**
   * Which areas make up which, where not all of them simply make up the operation: `{ "Open pits": ["North", "South"] }`. The operation itself goes by its
   * own name, or as `"operation"`; a list of lists gives several ways to make up the same whole.
   */
  readonly parts?: Readonly<Record<string, readonly string[] | readonly (readonly string[])[]>>;
  readonly facts?: readonly Fact[];
  /** Resource and reserve tables, by name. Nothing is ever added from one to another. */
  readonly resources?: Readonly<Record<string, ResourceTable>>;
  /** Stocks, by name. */
  readonly stocks?: Readonly<Record<string, StockStatement>>;
  readonly equivalents?: readonly EquivalentTerms[];
  readonly changes?: readonly Change[];
  /** What the company means to produce. It ties nothing: {@link required} says how it stands, and what is left to do. */
  readonly guidance?: readonly RequiredOptions[];
  /** Values that the vocabulary has no word for, by name. */
  readonly values?: Readonly<Record<string, NamedValue>>;
  /** Relations of the report's own. */
  readonly ties?: readonly NamedTie[];
  readonly bases?: Bases;
  /** Whether the operation's own figures are of the whole, or of an owner's share. */
  readonly share?: "100 %" | "attributable";
  /**
   * How far printed figures may be off besides their rounding, by item (`"produced"`, `"Pd.produced"`) or by address (`"2002.Pd.produced"`): a share
   * or an amount.
   */
  readonly tolerances?: Readonly<Record<string, string>>;
  /** How all figures were rounded; to the nearest, ties unknown, unless said otherwise. */
  readonly rounding?: RoundingRule;
  /** Whether zeros at the end of whole numbers were printed as digits; they were, unless said otherwise. */
  readonly zeros?: "significant" | "not-significant";
  /** When the fiscal year begins, for periods such as `"FY2014-Q2"`. */
  readonly fiscalYear?: FiscalYear;
}
