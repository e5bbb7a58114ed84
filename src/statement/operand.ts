/** What a reckoning takes from a report: the value on the printed numbers, and the interval that rounding leaves it. */
import { HeadgradeError, isHeadgradeError, shown } from "../error.ts";
import { Interval } from "../number/interval.ts";
import type { Ratio } from "../number/ratio.ts";
import { period as periodOf, type PeriodInput } from "../period/period.ts";
import { formatNumber } from "../quantity/format.ts";
import { unitOf } from "../quantity/spelling.ts";
import { nearestTo } from "../problem/nearest.ts";
import type { Report } from "./report.ts";
import { SUBSTANCES } from "./substance.ts";

/** One value, in its kind's base unit. @internal */
export interface Operand {
  readonly value: Ratio;
  readonly interval: Interval;
  /** What is to be said of it, where it was not printed. */
  readonly note?: string;
}

/** Whether both ends are known and tell more than that amounts are not negative. @internal */
function isTelling({ low, high }: Interval): boolean {
  return low !== undefined && high !== undefined && low.sign > 0;
}

const LABEL = /^((?:FY)?\d{4}[\w-]*(?:\/\d{4}-\d{2}-\d{2})?)\./;

const METAL_ITEMS = ["produced", "grade", "recovery"];

/** A report, read by place and item. @internal */
export class Operands {
  readonly report: Report;
  readonly #addresses: ReadonlySet<string>;

  constructor(report: Report) {
    this.report = report;
    this.#addresses = new Set(report.addresses);
  }

  has(address: string): boolean {
    return this.#addresses.has(address);
  }

  /** As it was printed. */
  printed(address: string): Operand | undefined {
    const figure = this.has(address) ? this.report.printed(address) : undefined;
    if (figure === undefined) return undefined;
    return { value: figure.quantity.inBase, interval: figure.inBase.intersect(Interval.nonNegative) ?? figure.inBase };
  }

  /** What the report leaves it, with the middle for a value. */
  implied(address: string): Operand | undefined {
    if (!this.has(address)) return undefined;
    const { interval, kind, unit } = this.report.implied(address);
    const inBase = interval.scaledBy(unitOf(kind, unit).factor);
    if (inBase.middle === undefined || !isTelling(inBase)) return undefined;
    const middle = formatNumber((interval.middle as Ratio).rounded({ digits: 6 }));
    const note = `${address} was not printed: the report leaves it ${this.report.implied(address).toString()}, and its middle, ${middle}, was taken.`;
    return { value: inBase.middle, interval: inBase, ...(interval.isPoint ? {} : { note }) };
  }

  /** As printed, or else as implied. */
  at(address: string): Operand | undefined {
    return this.printed(address) ?? this.implied(address);
  }

  /** The metals of which something is known at one of several places. */
  metalsAt(places: readonly string[]): readonly string[] {
    const speaks = (place: string, metal: string): boolean => METAL_ITEMS.some((item) => this.has(`${place}.${metal}.${item}`));
    return [...SUBSTANCES].filter((metal) => places.some((place) => speaks(place, metal)));
  }

  /** The label by which the report knows a period. @throws {@link HeadgradeError} `unknown-address`; `malformed-period`. */
  label(given: PeriodInput): string {
    const known = this.labels;
    if (typeof given === "string" && known.has(given)) return given;
    const label = labelOf(given);
    if (label !== undefined && known.has(label)) return label;
    const near = typeof given === "string" ? nearestTo(given, [...known]) : undefined;
    const listed = [...known].slice(0, 12).join(", ");
    throw new HeadgradeError(
      "unknown-address", `This report has no period ${shown(label ?? given)}: ${near === undefined ? `it has ${listed}${known.size > 12 ? ", ..." : ""}.` : `did you mean "${near}"?`}`,
      { given: shown(given), periods: [...known] },
    );
  }

  /** The periods that the report speaks of. */
  get labels(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const address of this.#addresses) {
      const label = LABEL.exec(address)?.[1] ?? LABEL.exec(address.slice(address.indexOf("/") + 1))?.[1];
      if (label !== undefined) found.add(label);
    }
    return found;
  }

  /** The unit in which a value is told. */
  unitAt(address: string): ReturnType<typeof unitOf> {
    const { kind, unit } = this.report.implied(address);
    return unitOf(kind, unit);
  }
}

/** Where an area's figures of a period stand. @internal */
export function placeOf(area: string | undefined, period: string): string {
  return area === undefined ? period : `${area}/${period}`;
}

function labelOf(given: PeriodInput): string | undefined {
  try {
    return periodOf(given).label;
  } catch (error) {
    // A fiscal label is known to the report alone.
    if (isHeadgradeError(error) && typeof given === "string") return undefined;
    throw error;
  }
}
