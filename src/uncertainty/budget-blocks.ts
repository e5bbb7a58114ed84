/** A result with its uncertainty as a notebook shows it: the budget as a table, and as a picture of who contributes how much. */
import { bundle } from "../markup/bundle.ts";
import type { Markup } from "../markup/element.ts";
import type { Ratio } from "../number/ratio.ts";
import { squareRoot } from "../number/root.ts";
import type { Role } from "../quantity/kind.ts";
import { budgetPicture, type Share } from "./budget-picture.ts";
import { resultText, shareText, tell } from "./budget-text.ts";
import type { Estimate } from "./estimate.ts";
import type { MeasuredKind } from "./measurement.ts";
import { shortText, uncertaintyText, valueAt } from "./telling.ts";

type AnyEstimate = Estimate<MeasuredKind, Role>;

/** @internal */
export function budgetBundle(estimate: AnyEstimate): Record<string, string> {
  const { budget, covariances, secondOrder, relative, variance, degreesOfFreedom } = estimate;
  const lines = budget.map(({ names, measured, sensitivity, contribution, share }) => {
    const root = squareRoot(measured.variance);
    return [
      names.join(", "), tell(measured, valueAt(root, measured.exact)), tell(measured, uncertaintyText(root)), shortText(sensitivity), shortText(contribution.absolute(), 2),
      shareText(share),
    ];
  });
  const pairs = covariances.map(({ between, correlation, share }) => [`correlation of ${between.join(" and ")}`, "", shortText(correlation, 3), "", "", shareText(share)]);
  const bend = secondOrder === undefined ? [] : [["second order", "", "", "", "", variance.isZero ? "" : shareText(secondOrder.dividedBy(variance))]];
  const freedom = degreesOfFreedom === undefined || degreesOfFreedom === Infinity ? [] : [`Effective degrees of freedom: ${String(Number(degreesOfFreedom.toPrecision(3)))}.`];
  return bundle(estimate.toString(), [
    { heading: `${resultText(estimate)}${relative === undefined ? "" : ` (${shortText(relative.exact, 2)}%)`}` }, budgetPictureOf(estimate),
    {
      caption: "Uncertainty budget", heads: ["argument", "value", "standard uncertainty", "slope", "effect", "share of variance"], numbers: (column) => column > 0,
      rows: [...lines, ...pairs, ...bend],
    },
    ...freedom,
  ]);
}

/** @internal */
export function budgetPictureOf(estimate: AnyEstimate): Markup {
  const { budget, covariances, secondOrder, variance } = estimate;
  const shares: Share[] = [
    ...budget.map(({ names, share }): Share => ({ name: names.join(", "), of: "argument", share: numberOf(share), text: shareText(share) })),
    ...covariances.map(({ between, correlation, share }): Share => (
      { name: `${between.join(" with ")}, r = ${shortText(correlation, 3)}`, of: "correlation", share: numberOf(share), text: shareText(share) })),
  ];
  if (secondOrder !== undefined && !variance.isZero) {
    const share = secondOrder.dividedBy(variance);
    shares.push({ name: "second order", of: "second order", share: numberOf(share), text: shareText(share) });
  }
  return budgetPicture(`Uncertainty budget of ${resultText(estimate)}`, shares);
}

function numberOf(share: Ratio | undefined): number | undefined {
  return share?.toNumber();
}
