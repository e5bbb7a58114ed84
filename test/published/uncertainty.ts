/** Published examples of uncertainty, computed by the library from their inputs as printed. */
import type { Ratio } from "../../src/number/ratio.ts";
import { measured, type Measured } from "../../src/uncertainty/measured.ts";
import { correlationOfReadings } from "../../src/uncertainty/paired.ts";
import { uncertaintyOf, type UncertaintyOptions } from "../../src/uncertainty/propagate.ts";
import { simulate } from "../../src/uncertainty/simulate.ts";

type Inputs = Readonly<Record<string, string>>;
type Answers = Readonly<Record<string, Ratio>>;

/** An input: readings with commas; else a value, then `u`, `uniform`, `arcsine` or `triangular` with its amount, then `dof` with the degrees of freedom. */
function read(text: string): Measured<"number"> {
  if (text.includes(",")) return measured("number", { readings: text.split(",").map((reading) => reading.trim()) });
  const [value = "", shape = "", amount = "", , dof] = text.replace(/ (mg|mL)\b/, "").split(" ");
  const freedom = dof === undefined ? {} : { degreesOfFreedom: Number(dof) };
  if (shape === "u") return measured("number", { value, standard: amount, ...freedom });
  return measured("number", { value, halfWidth: amount, distribution: shape as "uniform" | "arcsine" | "triangular", ...freedom });
}

function argumentsOf(inputs: Inputs): Readonly<Record<string, Measured<"number">>> {
  return Object.fromEntries(Object.entries(inputs).filter(([, text]) => text.includes(",") || / (u|uniform|arcsine|triangular) /.test(text)).map(([name, text]) => [name, read(text)]));
}

type Numbers = Readonly<Record<string, number>>;

// All arguments have been read from the inputs, which name them.
function named(f: (x: Required<Readonly<Record<string, number>>> & Record<string, never>) => unknown): (x: Numbers) => unknown {
  return f as (x: Numbers) => unknown;
}

function product(inputs: Inputs, f: (x: never) => unknown, options: UncertaintyOptions = {}) {
  return uncertaintyOf(f as (x: Numbers) => number, argumentsOf(inputs), options);
}

interface Impedance {
  readonly R: number;
  readonly X: number;
  readonly Z: number;
}

const impedance = ({ V, I, phi }: { V: number; I: number; phi: number }): Impedance => ({ R: (V * Math.cos(phi)) / I, X: (V * Math.sin(phi)) / I, Z: V / I });

function ofImpedance(inputs: Inputs, correlations: UncertaintyOptions["correlations"]): Answers {
  const { R, X, Z } = uncertaintyOf(impedance, argumentsOf(inputs) as never, correlations === undefined ? {} : { correlations });
  return {
    R: R.value, "u(R)": R.standard, X: X.value, "u(X)": X.standard, Z: Z.value, "u(Z)": Z.standard,
    "r(R,X)": R.correlationWith(X)!, "r(R,Z)": R.correlationWith(Z)!, "r(X,Z)": X.correlationWith(Z)!,
  };
}

const gauge = ({ lS, d, d1, d2, aS, da, dt, theta, Delta }: Record<"lS" | "d" | "d1" | "d2" | "aS" | "da" | "dt" | "theta" | "Delta", number>): number =>
  lS + d + d1 + d2 - lS * (da * (theta + Delta) + aS * dt);

const sum = ({ X1, X2, X3, X4 }: Record<"X1" | "X2" | "X3" | "X4", number>): number => X1 + X2 + X3 + X4;

const weight = ({ mR, dm, ra, rW, rR }: Record<"mR" | "dm" | "ra" | "rW" | "rR", number>): number => (mR + dm) * (1 + (ra - 1.2) * (1 / rW - 1 / rR)) - 100_000;

const TRIALS = { seed: 1, trials: 500_000 };

function additive(inputs: Inputs): Answers {
  const law = product(inputs, sum);
  const { low, high } = simulate(sum as (x: Numbers) => number, argumentsOf(inputs), TRIALS).interval("95 %");
  return { "u(y)": law.standard, U: law.expanded({ coverage: "95 %" }).expanded, "low, by trial": low, "high, by trial": high };
}

function assays(inputs: Inputs): Answers {
  const { Y, R } = uncertaintyOf(({ f, c, t }: { f: number; c: number; t: number }) => ({ Y: (f - t) / (c - t), R: (c * (f - t)) / (f * (c - t)) }), {
    ...(argumentsOf(inputs) as Record<"f" | "c" | "t", Measured<"number">>),
  });
  // All three have a relative standard uncertainty of 1 %, so that per cent are the amplification itself.
  return { "of the yield": Y.relative!.exact, "of the recovery": R.relative!.exact };
}

/** What the library makes of each, by its id. */
export const COMPUTED: Readonly<Record<string, (inputs: Inputs) => Answers>> = {
  "t8-gum-h2": (inputs) => ofImpedance(inputs, [["V", "I", inputs["r(V,I)"]!], ["V", "phi", inputs["r(V,phi)"]!], ["I", "phi", inputs["r(I,phi)"]!]]),
  "gum-h2-readings": (inputs) => {
    const [V, I, phi] = ["V", "I", "phi"].map((name) => inputs[name]!.split(",").map((reading) => reading.trim())) as [string[], string[], string[]];
    const [VI, Vphi, Iphi] = [correlationOfReadings(V, I), correlationOfReadings(V, phi), correlationOfReadings(I, phi)];
    // The guide's second approach: the results of each set of readings, and their means.
    const sets = V.map((_, k) => impedance({ V: Number(V[k]), I: Number(I[k]), phi: Number(phi[k]) }));
    const [R, X, Z] = (["R", "X", "Z"] as const).map((name) => sets.map((set) => set[name])) as [number[], number[], number[]];
    const [ofR, ofX, ofZ] = [R, X, Z].map((readings) => measured("number", { readings })) as [Measured<"number">, Measured<"number">, Measured<"number">];
    return {
      "r(V,I)": VI, "r(V,phi)": Vphi, "r(I,phi)": Iphi, R: ofR.value, "u(R)": ofR.standard, X: ofX.value, "u(X)": ofX.standard, Z: ofZ.value, "u(Z)": ofZ.standard,
      "r(R,X)": correlationOfReadings(R, X), "r(R,Z)": correlationOfReadings(R, Z), "r(X,Z)": correlationOfReadings(X, Z),
      ...Object.fromEntries(Object.entries(ofImpedance(inputs, [["V", "I", VI], ["V", "phi", Vphi], ["I", "phi", Iphi]])).map(([name, value]) => [`${name}, by the law`, value])),
    };
  },
  "gum-h1": (inputs) => {
    const law = product(inputs, gauge);
    const { expanded, coverageFactor } = law.expanded({ coverage: "99 %" });
    return {
      "l, nm": law.value, "u(l), nm": law.standard, "degrees of freedom": law.value.minus(law.value).plus(Math.floor(law.degreesOfFreedom!)), "k for 99 %": coverageFactor,
      "U for 99 %, nm": expanded, "32 nm x 2.92, nm": law.standard.rounded({ digits: 2 }).times(coverageFactor.rounded({ places: 2 })),
      "u(l) with second order, nm": product(inputs, gauge, { order: 2 }).standard,
    };
  },
  "gum-g41": (inputs) => {
    const law = product(inputs, named(({ X1, X2, X3 }) => X1! * X2! * X3!));
    return { "u(y)/y, %": law.relative!.exact, "degrees of freedom": law.value.minus(law.value).plus(law.degreesOfFreedom!.toFixed(6)), "k for 95 %": law.expanded({ coverage: "95 %" }).coverageFactor };
  },
  "t8-eurachem-a1": (inputs) => relative(product(inputs, named(({ m, P, V }) => (1000 * m! * P!) / V!)), "c"),
  "eurachem-a2": (inputs) => relative(product(inputs, named(({ rep, m, P, M, V }) => (1000 * rep! * m! * P!) / (M! * V!))), "c"),
  "eurachem-a3": (inputs) => relative(product(inputs, named(({ rep, m, P, V2, V1, M, VHCl }) => (1000 * rep! * m! * P! * V2!) / (V1! * M! * VHCl!))), "c"),
  "eurachem-a4": (inputs) => relative(product(inputs, named(({ repeatability, bias, other }) => (repeatability! * other!) / (bias! / 0.9))), "P"),
  "eurachem-a5": (inputs) => relative(product(inputs, named(({ c0, VL, aV, facid, ftime, ftemp }) => ((c0! * VL!) / aV!) * facid! * ftime! * ftemp!)), "r"),
  "t8-two-product-amplification": assays,
  "two-product-amplification-rich": assays,
  "gum-s1-92-normal": additive,
  "gum-s1-92-rectangular": additive,
  "gum-s1-92-one-wide": additive,
  "gum-s1-93": (inputs) => {
    const [first, second] = [product(inputs, weight), product(inputs, weight, { order: 2 })];
    const trial = simulate(weight as unknown as (x: Numbers) => number, argumentsOf(inputs), TRIALS);
    const by = (law: typeof first) => law.expanded({ coverage: "95 %" }).expanded;
    const { low, high } = trial.interval("95 %", "shortest");
    return {
      "first order: u": first.standard, "first order: low": first.value.minus(by(first)), "first order: high": first.value.plus(by(first)),
      "second order: u": second.standard, "second order: low": second.value.minus(by(second)), "second order: high": second.value.plus(by(second)),
      "by trial: estimate": trial.mean, "by trial: u": trial.standard, "by trial: low": low, "by trial: high": high,
    };
  },
};

function relative(law: ReturnType<typeof product>, name: string): Answers {
  return { [name]: law.value, [`u(${name})`]: law.standard, [`u(${name})/${name}`]: law.relative!.exact.dividedBy(100) };
}
