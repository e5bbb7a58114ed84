/** An uncertainty budget as a table of 80 columns. */
import type { Role } from "../quantity/kind.ts";
import { type Ratio } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import { formatNumber } from "../quantity/format.ts";
import { Quantity } from "../quantity/quantity.ts";
import type { Estimate } from "./estimate.ts";
import type { MeasuredKind } from "./measurement.ts";
import { inUnit, shortText, uncertaintyText, valueAt } from "./telling.ts";

const WIDTH = 80;
const NAME_WIDTH = 24;
const CELL_WIDTH = 16;

/** The result on one line, and below it what each argument and each correlation contributes. @internal */
export function budgetText(estimate: Estimate<MeasuredKind, Role>): string {
  const { budget, covariances, relative, secondOrder, variance } = estimate;
  const rows = budget.map(({ names, measured, sensitivity, contribution, share }) => {
    const root = squareRoot(measured.variance);
    const [value, u] = [tell(measured, valueAt(root, measured.exact)), tell(measured, uncertaintyText(root))];
    return [nameText(names.join(", ")), value, u, shortText(sensitivity), shortText(contribution.absolute(), 2), shareText(share)];
  });
  const pairs = covariances.map(({ between, correlation, share }) => {
    return [nameText(`r(${between.join(", ")})`), "", shortText(correlation, 3), "", "", shareText(share)];
  });
  const bend = secondOrder === undefined ? [] : [["second order", "", "", "", "", variance.isZero ? "" : shareText(secondOrder.dividedBy(variance))]];
  const summary = `${resultText(estimate)}${relative === undefined ? "" : ` (${shortText(relative.exact, 2)}%)`}`;
  const first = summary.length > WIDTH ? summary.replace(", u = ", ",\n  u = ") : summary;
  return [first, ...table([["", "value", "u", "slope", "effect", "share"], ...rows, ...pairs, ...bend])].join("\n");
}

/** The value and its uncertainty, each in its unit. @internal */
export function resultText({ kind, value, variance }: Estimate<MeasuredKind, Role>): string {
  const root = squareRoot(variance);
  const [exact, unit] = value instanceof Quantity ? [value.exact, value.unit] : [value, "1"];
  return `${inUnit(valueAt(root, exact), kind, unit)}, u = ${inUnit(uncertaintyText(root), kind, unit)}`;
}

/** What a measured value says, in its unit. @internal */
export function tell(
  { kind, scale }: { readonly kind: string; readonly scale: { readonly unit: { readonly symbol: string } | undefined } }, text: string,
): string {
  return inUnit(text, kind, scale.unit?.symbol ?? "1");
}

function nameText(name: string): string {
  return name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}\u2026` : name;
}

/** A share of the variance, in per cent. @internal */
export function shareText(share: Ratio | undefined): string {
  return share === undefined ? "" : `${formatNumber(share.times(100), { places: 1 })}%`;
}

// The slope gives way where the line would grow too long, and then the digits of the values.
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const narrower = [rows, rows.map((row) => row.filter((_, column) => column !== 3)), rows.map((row) => row.filter((_, column) => column !== 3).map(cut))];
  return narrower.map(lines).find((all) => all.every((line) => line.length <= WIDTH)) ?? lines(narrower[2] as typeof rows);
}

function cut(cell: string): string {
  return cell.length > CELL_WIDTH ? `${cell.slice(0, CELL_WIDTH - 1)}\u2026` : cell;
}

function lines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`.trimEnd());
}
