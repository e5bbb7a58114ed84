/** Values and statements as JSON that a schema describes, and back. */
import type { Circuit } from "../adjust/circuit.ts";
import type { LinearBalance } from "../adjust/linear-balance.ts";
import type { MetalAccount } from "../adjust/metal-account.ts";
import { HeadgradeError, shown } from "../error.ts";
import { figureFromJSON } from "../figure/input.ts";
import type { Figure } from "../figure/figure.ts";
import { Interval } from "../number/interval.ts";
import { Ratio } from "../number/ratio.ts";
import { Instant } from "../period/instant.ts";
import { Period } from "../period/period.ts";
import { quantityFromJSON } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import type { Role } from "../quantity/kind.ts";
import type { Statement } from "../statement/input.ts";
import { readStatement } from "../statement/read.ts";
import type { Report } from "../statement/report.ts";
import type { Estimate } from "../uncertainty/estimate.ts";
import type { Measured } from "../uncertainty/measured.ts";
import type { MeasuredKind } from "../uncertainty/measurement.ts";
import type { Simulated } from "../uncertainty/simulated.ts";
import { SCHEMA_ID } from "./schema.ts";

/**
 * What JSON can hold and give back, by the word that tells it.
 *
 * @category Showing
 */
export interface JsonValues {
  readonly ratio: Ratio;
  readonly interval: Interval;
  readonly quantity: Quantity;
  readonly figure: Figure;
  readonly period: Period;
  readonly instant: Instant;
  readonly statement: Statement;
}

/**
 * What JSON is written of but not read back: keep what it was made from.
 *
 * @category Showing
 */
export type JsonWritten =
  | Report | Circuit | LinearBalance | MetalAccount | Estimate<MeasuredKind, Role> | Measured | Simulated<MeasuredKind, Role>;

type JsonType = keyof JsonValues;

/** By what a value calls itself: the word for it, and what to keep instead. */
const WRITTEN: Readonly<Record<string, { readonly type: string; readonly keep: string }>> = {
  Report: { type: "report", keep: "statement as JSON, and reconcile that again" }, Circuit: { type: "circuit", keep: "flowsheet, and adjust that again" },
  LinearBalance: { type: "linear-balance", keep: "input, and adjust that again" }, MetalAccount: { type: "metal-account", keep: "input, and make the account again" },
  Estimate: { type: "estimate", keep: "arguments, and compute it again" }, Measured: { type: "measured", keep: "measurement, and read that again" },
  Simulated: { type: "simulated", keep: "arguments and its seed, and simulate it again" },
};

const READERS: { readonly [Type in JsonType]: (value: unknown) => JsonValues[Type] } = {
  ratio: (value) => Ratio.of(value as string),
  interval: (value) => Interval.between(recordOf(value)),
  quantity: (value) => quantityFromJSON(value),
  figure: (value) => figureFromJSON(value),
  period: (value) => Period.of(value as string),
  instant: (value) => Instant.of(value as string),
  statement: (value) => {
    readStatement(value as Statement);
    return value as Statement;
  },
};

/**
 * A value, a statement or a report as JSON, with the word that tells which it is. {@link jsonSchema} describes it, and {@link fromJson} reads it back, but
 * for reports, circuits and other results: keep what they were made from too.
 *
 * Numbers are exact texts, `"240/7"`; a figure keeps the text that was printed, and all that it was read with.
 *
 * @param value - what to write.
 * @param options - `indent`: so many spaces a level; one line unless given.
 * @throws `HeadgradeError` `wrong-kind` for another value; `invalid-statement` for a statement that could not be read back.
 * @example
 * ```ts
 * import { grade } from "headgrade";
 * import { fromJson, toJson } from "headgrade/show";
 *
 * const json = toJson(grade("1 oz/st").to("g/t"));
 * json // => '{"$schema":"urn:headgrade:schema:1","type":"quantity","value":{"kind":"grade","value":"240/7","unit":"g/t"}}'
 * String(fromJson(json, "quantity").to("oz/st")) // => "1 oz/st"
 * ```
 * @category Showing
 */
export function toJson(value: JsonValues[JsonType] | JsonWritten, { indent }: { readonly indent?: number } = {}): string {
  const type = typeOf(value);
  if (type === "statement") readStatement(value as Statement);
  return JSON.stringify({ $schema: SCHEMA_ID, type, value }, undefined, indent);
}

/**
 * Reads back what {@link toJson} wrote, to the very same value.
 *
 * @param json - the text, or what `JSON.parse` made of it.
 * @param type - what it must be, where that is known.
 * @throws `HeadgradeError` `wrong-kind` for a text that is no such JSON, for another type, and for a report, of which the statement is to be kept;
 * and the errors of whatever it holds, such as `invalid-statement`.
 * @example
 * ```ts
 * import { reconcile, type Statement } from "headgrade";
 * import { fromJson, toJson } from "headgrade/show";
 *
 * const statement: Statement = { periods: { "2002-Q4": { ore: "1,165,388 t", throughput: "12,667 t/d" } } };
 * reconcile(fromJson(toJson(statement), "statement")).verdict // => "consistent"
 * ```
 * @category Showing
 */
export function fromJson<Type extends JsonType = JsonType>(json: unknown, type?: Type): JsonValues[Type] {
  const { type: given, value } = recordOf(parsed(json));
  const written = Object.values(WRITTEN).find((each) => each.type === given);
  if (written !== undefined) {
    const name = `${/^[aei]/.test(written.type) ? "An" : "A"} ${written.type.replace("-", " ")}`;
    throw new HeadgradeError("wrong-kind", `${name} is not read back: keep its ${written.keep}.`, { given, expected: Object.keys(READERS) });
  }
  if (typeof given !== "string" || !Object.hasOwn(READERS, given) || (type !== undefined && given !== type)) {
    throw new HeadgradeError(
      "wrong-kind", `Expected JSON of ${type === undefined ? `one of ${Object.keys(READERS).join(", ")}` : `the type ${type}`}, as toJson writes it, and got ${shown(given)}.`,
      { given, expected: type ?? Object.keys(READERS) },
    );
  }
  return READERS[given as Type](value);
}

function typeOf(value: unknown): string {
  const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
  const type = tag === "Object" ? "statement" : tag.toLowerCase();
  const written = Object.hasOwn(WRITTEN, tag) ? WRITTEN[tag]?.type : undefined;
  if (written !== undefined) return written;
  if (Object.hasOwn(READERS, type)) return type;
  throw new HeadgradeError("wrong-kind", `Expected a report, a statement or one of ${Object.keys(READERS).join(", ")}, and got ${shown(value)}.`, { given: shown(value) });
}

function parsed(json: unknown): unknown {
  if (typeof json !== "string") return json;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new HeadgradeError("wrong-kind", `Expected JSON, as toJson writes it, and got ${shown(json)}.`, { given: json.slice(0, 100) });
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new HeadgradeError("wrong-kind", `Expected an object, as toJson writes it, and got ${shown(value)}.`, { given: shown(value) });
}
