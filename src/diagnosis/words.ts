/** Hypotheses in words: every sentence says that it is one, what it supposes, and what would then hold. */
import type { Conflict } from "../balance/conflict.ts";
import { reachOf, type Accused, type Case } from "./case.ts";
import type { Correction, HypothesisKind, Unranked } from "./hypothesis.ts";

const WORDS: Readonly<Record<HypothesisKind, string>> = {
  "digits-swapped": "two neighbouring digits swapped",
  "digit-changed": "one digit misprinted",
  "digit-lost": "a digit lost",
  "digit-doubled": "a digit doubled",
  "digit-added": "a digit too many",
  "point-for-comma": "point and comma confused",
  "factor-of-a-thousand": "a factor of a thousand",
  "factor-of-ten": "a factor of ten",
  "factor-of-a-hundred": "a factor of a hundred",
  "factor-of-a-million": "a factor of a million",
  "sign-lost": "a sign lost or added",
  "other-unit": "counted in another unit",
  "columns-exchanged": "two figures that stand beside each other, exchanged",
  "zeros-not-significant": "rounded more coarsely than printed: zeros at the end do not count",
  "truncated": "truncated, not rounded",
  "computed-from-rounded": "computed from figures that were rounded already",
  "total-of-rounded-parts": "the total of parts that were rounded already",
  "simple-mean": "a simple mean where a weighted one is meant",
  "operating-days": "per operating day, not per calendar day",
  "payable-for-produced": "payable metal, where produced metal is meant",
  "other-basis": "on another basis",
};

/** Causes by which a tie does not hold as it was stated, and need not: no figure is read otherwise. */
const EXPLAINS: ReadonlySet<HypothesisKind> = /* @__PURE__ */ new Set(["simple-mean", "operating-days", "payable-for-produced", "other-basis"]);

/** What a hypothesis supposes, before it has words. @internal */
export interface Supposed {
  readonly kind: HypothesisKind;
  readonly honest?: boolean;
  readonly figures: readonly Correction[];
  /** Its figures, in whatever conflicts they stand. */
  readonly accused: readonly Accused[];
  readonly repaired: readonly Conflict[];
  readonly proved: boolean;
  readonly chance: number;
  /** One unless said otherwise. */
  readonly fit?: number;
  readonly odd?: boolean;
  /** Which unit, which days: what its kind alone does not tell. */
  readonly detail?: string | undefined;
  /** What speaks for it besides the ties. */
  readonly because?: string | undefined;
}

/** The hypothesis with its words. @internal */
export function supposed(
  tried: Case, { kind, honest = false, figures, accused, repaired, proved, chance, fit = 1, odd = false, detail, because }: Supposed,
): Unranked {
  const { repairs, leaves, tested } = reachOf(tried, accused, repaired);
  // A tie without a name is part of one that has it.
  const names = (ties: readonly number[]): readonly string[] => ties.map((tie) => tried.trial.graph.ties[tie]?.name ?? "").filter((name) => name !== "");
  const what = detail === undefined ? WORDS[kind] : `${WORDS[kind]}: ${detail}`;
  // A figure that only bears on it, as the tonnes on a rate, is not its subject.
  const subjects = figures.filter((figure) => accused.some(({ unknown }) => unknown === figure.unknown));
  const subject = listed(subjects.map(({ name, printed, reads }) => (
    reads === undefined || reads === printed ? `${name} ${printed}` : `${name} ${printed} should read ${reads}`)));
  const [held, left] = [names(repairs), names(leaves)];
  const holding = EXPLAINS.has(kind) ? `that would explain ${listed(held)}` : `then ${listed(held)} ${held.length === 1 ? "holds" : "hold"}`;
  const effect = repairs.length === 0 ? "then its prints agree" : holding;
  const open = left.length === 0 ? "" : `; ${listed(left)} still ${left.length === 1 ? "does" : "do"} not${EXPLAINS.has(kind) ? " hold" : ""}`;
  const reason = because === undefined ? "" : ` (${because})`;
  const unproved = proved ? "" : " That was not refuted, and not proved either.";
  return {
    kind, honest, figures, repairs, leaves, proved,
    support: { tested, chance, fit, odd, words: supportOf(EXPLAINS.has(kind) ? "explains" : "repairs", repairs.length, leaves.length, tested, because) },
    sentence: `Hypothesis: ${subject}, ${what}${reason}; ${effect}${open}.${unproved}`,
  };
}

function supportOf(verb: string, repairs: number, leaves: number, tested: number, because: string | undefined): string {
  const broken = repairs + leaves;
  const ties = `${verb} ${String(repairs)} of the ${String(broken)} broken ${broken === 1 ? "tie" : "ties"} on it; ${String(tested)} tested in all`;
  return because === undefined ? ties : `${because}; ${ties}`;
}

const MOST_NAMED = 4;

/** `"a, b and c"`, and no more than a few. */
function listed(names: readonly string[]): string {
  if (names.length > MOST_NAMED) return `${names.slice(0, MOST_NAMED - 1).join(", ")} and ${String(names.length - MOST_NAMED + 1)} more`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
