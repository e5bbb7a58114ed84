/** Formulas that are monotone in each argument under some contracts and not under others: what a smelter pays, and what it leaves. */
import { isQuantity } from "../quantity/quantity.ts";
import { payability, payableGrade, payableMetal, type PayableTerms } from "./payable.ts";
import { penaltyCharge, type PenaltyTerms } from "./penalty.ts";
import type { SmelterContract, SoldMetal } from "./smelter-terms.ts";
import { netSmelterReturn } from "./smelter.ts";

/**
 * Whether a formula is pieced together, without a jump, of quotients that run one way with each argument, under the contract that it is given.
 *
 * @internal
 */
export function isMonotoneByContract(formula: unknown, given: unknown): boolean {
  return BY_CONTRACT.get(formula)?.(given as never) === true;
}

const BY_CONTRACT: ReadonlyMap<unknown, (given: never) => boolean> = /* @__PURE__ */ new Map<unknown, (given: never) => boolean>([
  [netSmelterReturn, isReturnMonotone],
  [payability, isPayabilityMonotone],
  [payableGrade, isPayableMonotone],
  [payableMetal, isPayableMonotone],
  [penaltyCharge, isPenaltyMonotone],
]);

/*
 * A payable grade is made of (g - deduction), g x share and their lesser, so it is continuous and never falls with g or a share, nor rises with a
 * deduction; slices have slopes that are shares, none negative. Only a scale jumps.
 */
function isPayableMonotone({ terms }: { readonly terms: PayableTerms }): boolean {
  return terms.form !== "scale";
}

// Payable grade over grade: a constant, 1 - deduction / g, or the lesser, none of which falls with g. Slices may pay less for what is added.
function isPayabilityMonotone({ terms }: { readonly terms: PayableTerms }): boolean {
  return terms.form !== "scale" && terms.form !== "slices";
}

// Pro rata a penalty is max(0, min(g, end) - free) / step x charge; by whole steps it is a staircase.
function isPenaltyMonotone({ by }: PenaltyTerms): boolean {
  return by === "pro-rata";
}

/*
 * A return is a sum of terms, each payable(g) x (price - refining) of one metal or a charge, so an argument that stands in one term alone moves it one way:
 *
 * - the forms must not jump, nor the penalties;
 * - a grade must not stand in a second term of its metal, as it does where refining or the royalty is on contained metal;
 * - the grade that settles the mass pull stands in both factors of the return per tonne of ore, and so does the mass pull itself where metals have their grade
 *   in the concentrate from it.
 */
function isReturnMonotone({ metals, penalties = {}, massPull, royalty }: SmelterContract): boolean {
  const sold = Object.values(metals);
  if (sold.some((metal) => !isPayableMonotone(metal)) || Object.values(penalties).some((clause) => !isPenaltyMonotone(clause))) return false;
  const isOnContained = ({ refiningOn }: SoldMetal): boolean => refiningOn === "contained-metal" || royalty?.base === "contained-value";
  if (sold.some((metal) => isOnContained(metal) && (varies(metal.grade) || feedVaries(metal)))) return false;
  const leader = sold.find(({ grade, feed }) => grade !== undefined && feed !== undefined);
  if (leader !== undefined && varies(leader.grade)) return false;
  const pullVaries = varies(massPull) || (leader !== undefined && feedVaries(leader));
  return !pullVaries || sold.every(({ grade }) => grade !== undefined);
}

function feedVaries({ feed }: SoldMetal): boolean {
  return varies(feed?.grade) || varies(feed?.recovery);
}

// A figure or an interval in place of a quantity or its text.
function varies(value: unknown): boolean {
  return value !== undefined && typeof value !== "string" && !isQuantity(value);
}
