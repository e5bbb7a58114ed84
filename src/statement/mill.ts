/** What a mill did in a period, as a report has it: tonnes, days and rate, grade and recovery of one metal, and what was produced. */
import { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { formatNumber, withUnit } from "../quantity/format.ts";
import { placeOf, type Operand, type Operands } from "./operand.ts";

/** @internal */
export interface Mill {
  readonly ore: Operand;
  /** Days and tonnes per day, which make exactly the ore; only where a throughput was printed. */
  readonly daily: { readonly days: Operand; readonly rate: Operand } | undefined;
  readonly grade: Operand;
  readonly recovery: Operand;
  /** What has to be said of these figures: which were not printed, and where two of them differ. */
  readonly notes: readonly string[];
}

/** Where a mill stands in a report. @internal */
export interface MillPlace {
  readonly area: string | undefined;
  readonly period: string;
  readonly metal: string;
}

/** The mill of a place, or the addresses of what is neither printed nor implied. @internal */
export function millOf(operands: Operands, { area, period, metal }: MillPlace): Mill | { readonly missing: readonly string[] } {
  const place = placeOf(area, period);
  const tonnes = tonnesOf(operands, place);
  const [grade, recovery] = [operands.at(`${place}.${metal}.grade`), operands.at(`${place}.${metal}.recovery`)];
  if (tonnes === undefined || grade === undefined || recovery === undefined) {
    return {
      missing: [
        ...(tonnes === undefined ? [`${place}.ore`] : []), ...(grade === undefined ? [`${place}.${metal}.grade`] : []),
        ...(recovery === undefined ? [`${place}.${metal}.recovery`] : []),
      ],
    };
  }
  return { ...tonnes, grade, recovery, notes: [...tonnes.notes, ...[grade, recovery].flatMap(({ note }) => note ?? [])] };
}

/** The tonnes of a place: as printed, or rate x days, or as implied. @internal */
export function tonnesOf(operands: Operands, place: string): Pick<Mill, "ore" | "daily" | "notes"> | undefined {
  const printed = operands.printed(`${place}.ore`);
  const rate = dailyRate(operands, place);
  const days = rate === undefined ? undefined : operands.at(`${place}.days`);
  if (rate === undefined || days === undefined || days.value.isZero) {
    const ore = printed ?? operands.implied(`${place}.ore`);
    return ore === undefined ? undefined : { ore, daily: undefined, notes: ore.note === undefined ? [] : [ore.note] };
  }
  if (printed === undefined) {
    const ore: Operand = { value: rate.value.times(days.value), interval: rate.interval.times(days.interval) };
    return { ore, daily: { days, rate }, notes: [] };
  }
  // Where both are printed, the rate that makes the printed tonnes stands for the printed one, so that nothing is left between them.
  const own: Operand = { value: printed.value.dividedBy(days.value), interval: printed.interval.dividedBy(days.interval) ?? Interval.nonNegative };
  const made = rate.value.times(days.value);
  const units = unitsOf(operands, place);
  const notes = made.equals(printed.value) ? [] : [
    `${place}: ${textIn(rate.value, units.rate)} over ${textIn(days.value, units.days)} is ${textIn(made, units.ore)}, `
    + `and ${textIn(printed.value, units.ore)} was printed and taken.`,
  ];
  return { ore: printed, daily: { days, rate: own }, notes };
}

type UnitAt = ReturnType<Operands["unitAt"]>;

function unitsOf(operands: Operands, place: string): { readonly ore: UnitAt; readonly rate: UnitAt; readonly days: UnitAt } {
  const at = (item: string): UnitAt => operands.unitAt(`${place}.${item}`);
  return { ore: at("ore"), rate: at("throughput"), days: at("days") };
}

function textIn(inBase: Ratio, { factor, symbol }: UnitAt): string {
  return withUnit(formatNumber(inBase.dividedBy(factor)), symbol);
}

// A rate per month or year is per day only over its period, which the report has settled already.
function dailyRate(operands: Operands, place: string): Operand | undefined {
  const address = `${place}.throughput`;
  if (!operands.has(address) || operands.report.printed(address)?.quantity.measure.span !== undefined) return undefined;
  return operands.printed(address);
}
