/** Serial elimination of gross errors: while the balance is rejected, the measurement that stands out most is set aside and the balance made anew. */
import { HeadgradeError, shown } from "../error.ts";
import type { GlobalTest, MeasurementTest } from "./significance.ts";

/**
 * How gross errors are eliminated. Which critical value a measurement must exceed is for the caller to say: a single one (1.96 at 95 %) finds more and accuses
 * more; the joint one allows for how many measurements are looked at.
 *
 * @category Adjustment
 */
export interface Elimination {
  readonly critical: "single" | "joint";
  /**
   * What to do where measurements stand out alike, as those of two streams between the same nodes do, so that the figures cannot say which is wrong: stop,
   * unless said
   * otherwise, or set all of them aside together.
   */
  readonly ties?: "stop" | "together";
  /** At most so many are eliminated; as many as there are unless said otherwise. */
  readonly most?: number;
}

/**
 * A measurement that was set aside, and the test that it failed then.
 *
 * @category Adjustment
 */
export interface Eliminated {
  readonly address: string;
  readonly statistic: number;
  readonly critical: number;
  /** The global test before it was set aside. */
  readonly before: GlobalTest;
  /** The global test afterwards. */
  readonly after: GlobalTest;
}

/**
 * What the elimination came to, and why it went no further.
 *
 * @category Adjustment
 */
export interface EliminationOutcome {
  readonly eliminated: readonly Eliminated[];
  readonly stopped: "accepted" | "none stands out" | "tie" | "as many as allowed" | "not converged";
  /** Measurements that stand out alike, so that the figures cannot say which of them is wrong: where a tie stopped it. */
  readonly alike: readonly string[];
}

interface Tested {
  readonly globalTest: GlobalTest;
  readonly measurementTests: readonly MeasurementTest[];
  readonly converged: boolean;
}

// Statistics so near each other are equal but for rounding.
const ALIKE = 1e-6;

/** @internal */
export function eliminateSerially<T extends Tested>(first: T, { critical, ties = "stop", most = Infinity }: Elimination, without: (addresses: ReadonlySet<string>) => T): {
  readonly balance: T; readonly outcome: EliminationOutcome;
} {
  let balance = first;
  const eliminated: Eliminated[] = [];
  if (!["single", "joint"].includes(critical) || !["stop", "together"].includes(ties)) {
    throw new HeadgradeError(
      "unknown-option", `Unknown way to eliminate ${shown(critical)}, ${shown(ties)}: say critical: "single" or "joint", and ties: "stop" or "together".`, { critical, ties },
    );
  }
  const ended = (stopped: EliminationOutcome["stopped"], alike: readonly string[] = []): { balance: T; outcome: EliminationOutcome } => (
    { balance, outcome: { eliminated, stopped, alike } }
  );
  for (;;) {
    if (!balance.converged) return ended("not converged");
    if (balance.globalTest.verdict !== "rejects") return ended("accepted");
    const [worst, ...others] = balance.measurementTests;
    if (worst === undefined || worst.statistic <= worst.critical[critical]) return ended("none stands out");
    const alike = others.filter(({ statistic }) => statistic > worst.statistic * (1 - ALIKE)).map(({ address }) => address);
    if (alike.length > 0 && ties === "stop") return ended("tie", [worst.address, ...alike]);
    if (eliminated.length + alike.length >= most) return ended("as many as allowed");
    const before = balance.globalTest;
    const out = [worst.address, ...alike];
    balance = without(new Set([...eliminated.map(({ address }) => address), ...out]));
    const after = balance.globalTest;
    for (const address of out) eliminated.push({ address, statistic: worst.statistic, critical: worst.critical[critical], before, after });
  }
}
