/** Penalties: what a smelter charges for an impurity above the level that it takes free of charge. */
import { Ratio } from "../number/ratio.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { refused } from "./argument.ts";
import { inUnits } from "./payable.ts";
import { amountArgument, dryCharge, unknownChoice } from "./price.ts";

/**
 * A penalty clause: "US$3.00 per dmt for each 0.1 % above 0.2 %". Contracts differ in what a part of a step costs, so `by` says it:
 *
 * | by | a part of a step |
 * |---|---|
 * | `"pro-rata"` | costs its part |
 * | `"full-step"` | costs nothing |
 * | `"step-begun"` | costs as much as a whole one ("or part thereof") |
 *
 * @category Money
 */
export interface PenaltyTerms {
  /** The level that is free. */
  readonly above: QuantityInput<"grade">;
  readonly step: QuantityInput<"grade">;
  /** For each step, per dry tonne of concentrate. */
  readonly charge: QuantityInput<"price">;
  readonly by: "pro-rata" | "full-step" | "step-begun";
  /** Where the clause ends and another takes over. */
  readonly upTo?: QuantityInput<"grade">;
}

/**
 * Penalty for one impurity: `penalty = steps above the free level x charge`, with `steps = (grade - above) / step`, whole or in part as `by` says.
 *
 * It never falls as the grade rises. Pro rata it has no jumps; by whole steps it is a staircase, so that rounding of the assay can cost a step.
 *
 * @param clause - the `grade` of the impurity in the dry concentrate, and the {@link PenaltyTerms | terms}.
 * @returns The penalty per dry tonne of concentrate, exact, in the unit of the charge; nothing at or below the free level.
 * @throws `HeadgradeError` `unknown-option` for `by`; `out-of-range` for a negative grade, a step that is not above zero, and an end at or below the free
 * level; `basis-mismatch` for a charge on wet tonnes; `wrong-kind`; the errors of reading text. The message names the field.
 * @source Wills' Mineral Processing Technology, on smelter contracts; the rule for a part of a step is each contract's own.
 * @example Arsenic at 0.35 %, US$3.00 for each 0.1 % above 0.2 %
 * ```ts
 * import { penaltyCharge } from "headgrade/formula";
 *
 * const clause = { grade: "0.35 %", above: "0.2 %", step: "0.1 %", charge: "3.00 USD/dmt" } as const;
 * String(penaltyCharge({ ...clause, by: "pro-rata" })) // => "4.5 USD/dmt"
 * String(penaltyCharge({ ...clause, by: "full-step" })) // => "3 USD/dmt"
 * String(penaltyCharge({ ...clause, by: "step-begun" })) // => "6 USD/dmt"
 * ```
 * @category Money
 */
export function penaltyCharge(clause: PenaltyTerms & { readonly grade: QuantityInput<"grade"> }): Quantity<"price"> {
  return penaltyOf(clause, "");
}

/** The penalty of a clause whose fields stand under a name. @internal */
export function penaltyOf({ grade, above, step, charge, by, upTo }: PenaltyTerms & { readonly grade: QuantityInput<"grade"> }, within: string): Quantity<"price"> {
  const found = amountArgument(`${within}grade`, "grade", inUnits(grade)).inBase;
  const free = amountArgument(`${within}above`, "grade", inUnits(above));
  const width = amountArgument(`${within}step`, "grade", inUnits(step));
  if (width.exact.isZero) throw refused("out-of-range", `${within}step`, width.toString(), "a step must be more than nothing");
  const end = upTo === undefined ? undefined : amountArgument(`${within}upTo`, "grade", inUnits(upTo));
  if (end !== undefined && end.inBase.compare(free.inBase) <= 0) {
    throw refused("out-of-range", `${within}upTo`, end.toString(), `a clause ends above where it begins, ${free.toString()}`);
  }
  const counted = end !== undefined && found.compare(end.inBase) > 0 ? end.inBase : found;
  const over = counted.minus(free.inBase);
  const steps = over.sign <= 0 ? Ratio.zero : over.dividedBy(width.inBase);
  return dryCharge(`${within}charge`, charge).times(counting(steps, by, `${within}by`));
}

function counting(steps: Ratio, by: PenaltyTerms["by"], name: string): Ratio {
  switch (by) {
    case "pro-rata": return steps;
    case "full-step": return steps.rounded({ places: 0 }, "floor");
    case "step-begun": return steps.rounded({ places: 0 }, "ceiling");
    default: throw unknownChoice(name, by, ["pro-rata", "full-step", "step-begun"]);
  }
}
