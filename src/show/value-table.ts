/** Results that are a list of values, as lines of cells: a linear balance, a metal account, an uncertainty budget. */
import type { LinearBalance } from "../adjust/linear-balance.ts";
import type { MetalAccount } from "../adjust/metal-account.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Estimate } from "../uncertainty/estimate.ts";
import type { MeasuredKind } from "../uncertainty/measurement.ts";
import { digits } from "./digits.ts";

type Lines = readonly (readonly string[])[];

/** @internal */
export function linearTable({ values, measurementTests }: LinearBalance): Lines {
  const beyond = new Map(measurementTests.map((test) => [test.address, test.beyond]));
  return [
    ["value", "measured", "measured standard", "adjusted", "standard", "adjustment", "test", "beyond", "status", "eliminated"],
    ...values.map(({ name, measured, measuredStandard, adjusted, standard, adjustment, statistic, status, eliminated }) => [
      name, digits(measured), digits(measuredStandard), digits(adjusted), digits(standard), digits(adjustment), statistic?.toPrecision(12) ?? "",
      beyond.get(name) ?? "", status, eliminated ? "yes" : "",
    ]),
  ];
}

/** @internal */
export function accountTable(account: MetalAccount): Lines {
  const line = (figure: string, value: Quantity<"mass">, standard?: Quantity<"mass">, share?: Quantity<"fraction">): readonly string[] => [
    figure, value.unit, digits(value.exact), digits(standard?.to(value.unit).exact), digits(share?.to("%").exact),
  ];
  return [
    ["figure", "unit", "value", "standard", "share %"],
    ...account.items.map(({ address, value, standard, share }) => line(address, value, standard, share)),
    line("in", account.in), line("out", account.out), line("unaccounted", account.unaccounted, account.standard),
  ];
}

/** @internal */
export function budgetTable({ budget, covariances, secondOrder, variance, value, standard }: Estimate<MeasuredKind, Role>): Lines {
  return [
    ["argument", "unit", "value", "standard", "slope", "effect", "correlation", "share %"],
    ...budget.map(({ names, measured, sensitivity, contribution, share }) => [
      names.join(", "), unitOf(measured.value), numberOf(measured.value), numberOf(measured.standard), digits(sensitivity), digits(contribution), "", percent(share),
    ]),
    ...covariances.map(({ between, correlation, share }) => [between.join(" with "), "", "", "", "", "", digits(correlation), percent(share)]),
    ...(secondOrder === undefined ? [] : [["second order", "", "", "", "", "", "", percent(variance.isZero ? undefined : secondOrder.dividedBy(variance))]]),
    ["result", unitOf(value), numberOf(value), numberOf(standard), "", "", "", ""],
  ];
}

function unitOf(value: Ratio | Quantity<Kind, Role>): string {
  return "unit" in value ? value.unit : "";
}

function numberOf(value: Ratio | Quantity<Kind, Role>): string {
  return digits("unit" in value ? value.exact : value);
}

function percent(share: Ratio | undefined): string {
  return digits(share?.times(100));
}
