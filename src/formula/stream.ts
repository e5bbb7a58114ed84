/** Streams of a circuit: what a stream is measured by, its grade, and how a formula takes either. */
import { HeadgradeError, isHeadgradeError } from "../error.ts";
import { Ratio } from "../number/ratio.ts";
import { KINDS, type Kind, type Role } from "../quantity/kind.ts";
import type { QuantityInput } from "../quantity/parse.ts";
import { isQuantity, Quantity } from "../quantity/quantity.ts";
import { unitOf } from "../quantity/spelling.ts";
import { argument, refused } from "./argument.ts";

/**
 * What a stream is measured by: the mass of a lot, or the throughput of a flow. A formula that only compares streams takes either, one sort at a time.
 *
 * @category Concentrates
 */
export type StreamKind = "mass" | "throughput";

/**
 * A stream and its grade.
 *
 * @category Concentrates
 */
export interface GradedStream<K extends StreamKind = StreamKind> {
  /** Dry tonnes, or dry tonnes per hour or day. */
  readonly tonnage: QuantityInput<K>;
  /** Metal per dry tonne. */
  readonly grade: QuantityInput<"grade">;
}

/** A stream as a formula computes with it. @internal */
export interface Stream<K extends StreamKind = StreamKind> {
  readonly tonnage: Quantity<K>;
  readonly grade: Quantity<"grade">;
}

const STREAM_KINDS: readonly StreamKind[] = ["mass", "throughput"];

/** The quantity that an argument stands for, where it may be of several kinds: a text is of the first kind whose unit it has. @internal */
export function argumentOf<K extends Kind>(name: string, kinds: readonly K[], value: QuantityInput<K>): Quantity<K> {
  const [first] = kinds as readonly [K, ...K[]];
  const given: unknown = value;
  if (isQuantity(given)) {
    if (kinds.some((kind) => kind === given.kind)) return value as Quantity<K>;
    throw new HeadgradeError(
      "wrong-kind", `${name}: Expected a ${kinds.map((kind) => KINDS[kind].noun).join(" or a ")} and got ${given.toString()}, a ${KINDS[given.kind].noun}.`,
      { argument: name, expected: kinds, given: given.kind },
    );
  }
  if (given === undefined || given === null) return argument(name, first, value);
  const errors: unknown[] = [];
  for (const kind of kinds) {
    try {
      return argument(name, kind, value);
    } catch (error) {
      errors.push(error);
    }
  }
  throw errors.find((error) => isHeadgradeError(error) && error.code === "ambiguous-unit") ?? errors[0];
}

/** Tonnes or tonnes per time, not negative, and dry as far as is said. @internal */
export function tonnageArgument<K extends StreamKind>(name: string, value: QuantityInput<K>): Quantity<K> {
  const tonnage = argumentOf(name, STREAM_KINDS as readonly K[], value);
  if (tonnage.exact.sign < 0) throw refused("out-of-range", name, tonnage.toString(), "a stream cannot weigh less than nothing");
  if (tonnage.basis === "wet") throw refused("basis-mismatch", name, tonnage.toString(), "grades are per dry tonne, so the stream must be dry (dryMass crosses)");
  return tonnage;
}

/** The tonnage, once it is known not to be zero. @internal */
export function someTonnage<K extends StreamKind>(name: string, value: QuantityInput<K>): Quantity<K> {
  const tonnage = tonnageArgument(name, value);
  if (tonnage.exact.isZero) throw refused("division-by-zero", name, tonnage.toString(), "the formula divides by it, so there must be some");
  return tonnage;
}

/** A grade between nothing and the pure metal. @internal */
export function assayArgument(name: string, value: QuantityInput<"grade">): Quantity<"grade"> {
  const assay = argument(name, "grade", value);
  if (assay.exact.sign < 0) throw refused("out-of-range", name, assay.toString(), "an assay cannot be less than nothing");
  if (assay.inBase.isGreaterThan(Ratio.one)) throw refused("out-of-range", name, assay.toString(), "an assay cannot exceed the whole, 100 %");
  return assay;
}

/** A stream's tonnage and grade. @internal */
export function streamArgument<K extends StreamKind>(name: string, value: GradedStream<K>): Stream<K> {
  const given: unknown = value;
  if (typeof given !== "object" || given === null || !("tonnage" in given || "grade" in given)) {
    throw refused("wrong-kind", name, given === undefined ? "missing" : "no stream", 'give { tonnage: "100 t/h", grade: "2.5 %" }');
  }
  return { tonnage: tonnageArgument(`${name}.tonnage`, value.tonnage), grade: assayArgument(`${name}.grade`, value.grade) };
}

/** The streams of a list, one or more, all measured alike. @internal */
export function streamArguments<K extends StreamKind>(name: string, values: readonly GradedStream<K>[]): readonly Stream<K>[] {
  const given: unknown = values;
  if (!Array.isArray(given) || given.length === 0) {
    throw refused(Array.isArray(given) ? "out-of-range" : "wrong-kind", name, Array.isArray(given) ? "empty" : "no list", "give one { tonnage, grade } or more");
  }
  return values.map((stream, at) => streamArgument(`${name}[${String(at)}]`, stream));
}

/** What metal a stream carries, in base units of metal. @internal */
export function metalOf({ tonnage, grade }: Stream): Ratio {
  return tonnage.inBase.times(grade.inBase);
}

/** The quotient of two streams that are measured alike, as a number of wholes. @internal */
export function quotientOf(dividend: Quantity<StreamKind>, divisor: Quantity<StreamKind>): Ratio {
  if (dividend.kind === "mass" && divisor.kind === "mass") return (dividend as Quantity<"mass">).dividedBy(divisor as Quantity<"mass">, "fraction").inBase;
  if (dividend.kind === "throughput" && divisor.kind === "throughput") {
    return (dividend as Quantity<"throughput">).dividedBy(divisor as Quantity<"throughput">, "fraction").inBase;
  }
  throw new HeadgradeError(
    "wrong-kind", `${dividend.toString()} and ${divisor.toString()} are not measured alike: give both as masses or both as throughputs.`,
    { dividend: dividend.toString(), divisor: divisor.toString() },
  );
}

/** A share between 0 and 100 %, both included, as a number of wholes. @internal */
export function shareArgument<R extends Role = never>(name: string, value: QuantityInput<"fraction", R>, role?: R): Ratio {
  const share = argument(name, "fraction", value, role);
  if (share.exact.sign >= 0 && !share.inBase.isGreaterThan(Ratio.one)) return share.inBase;
  throw refused("out-of-range", name, share.toString(), "it is a share of a whole, so it must lie between 0 % and 100 %");
}

/** A share told in per cent. @internal */
export function percentage<R extends Role = never>(wholes: Ratio, role?: R): Quantity<"fraction", R> {
  return new Quantity<"fraction", R>(unitOf("fraction", "%"), wholes.times(100), undefined, role);
}

/** A quotient of two like things, told as a number. @internal */
export function plainRatio(wholes: Ratio): Quantity<"fraction"> {
  return new Quantity<"fraction">(unitOf("fraction", "1"), wholes, undefined, undefined);
}

/** A grade in a unit. @internal */
export function gradeIn(inBase: Ratio, like: Quantity<"grade">): Quantity<"grade"> {
  return new Quantity<"grade">(like.measure, inBase.dividedBy(like.measure.factor), undefined, undefined);
}
