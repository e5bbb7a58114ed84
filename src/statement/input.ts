/** A production statement as plain data: what a caller writes, and what JSON can hold. */
import type { FigureOptions } from "../figure/options.ts";
import type { RoundingRule } from "../figure/rounding.ts";
import type { FiscalYear } from "../period/fiscal.ts";
import type { ReadOptions } from "../quantity/parse.ts";
import type { Substance } from "./substance.ts";
import type { Item, MetalItem, OreItem } from "./vocabulary.ts";

/**
 * A figure as printed, with its unit: `"1.88 g/t"`; or with what is known of its rounding and tolerance. A dash, `"n/a"`, `null` or a field left out
 * was not printed.
 *
 * @category Reconciliation
 */
export type PrintedFigure = string | null | PrintedWithOptions;

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

/** The printed figures of one period: of the ore, and by metal. @category Reconciliation */
export type PeriodFigures = Readonly<Partial<Record<OreItem, PrintedFigure>>> & Readonly<Partial<Record<Substance, MetalFigures>>>;

/** One printed figure by itself, for a statement that is a list. @category Reconciliation */
export interface Fact {
  readonly area?: string;
  readonly period: string;
  readonly metal?: Substance;
  readonly item: Item;
  readonly figure: PrintedFigure;
}

/** One area of an operation: a mine, a pit, a mill. Areas add up to the operation. @category Reconciliation */
export interface AreaStatement {
  readonly periods: Readonly<Record<string, PeriodFigures>>;
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
  readonly facts?: readonly Fact[];
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
