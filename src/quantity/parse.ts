/** A quantity from text, or from a number and a unit. */
import { HeadgradeError, shown } from "../error.ts";
import { readNumeral, readScaleWord, type DecimalMark } from "../number/numeral.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";
import { KINDS, type Kind, type Role } from "./kind.ts";
import { isQuantity, Quantity, roleMismatch, type QuantityJSON } from "./quantity.ts";
import { unitOf, type Readings, type Unit } from "./spelling.ts";

/**
 * How to read a text: which mark separates decimals, and what ambiguous unit spellings mean in it.
 *
 * @category Quantities
 */
export interface ReadOptions {
  readonly decimalMark?: DecimalMark;
  /** `{ ton: "st" }` reads a bare ton as the short ton. */
  readonly read?: Readings;
}

/**
 * What a function that wants a quantity accepts: the quantity itself or the text of one.
 *
 * @category Quantities
 */
export type QuantityInput<K extends Kind, R extends Role = never> = Quantity<K, R> | string;

/** The longest text that is read as one quantity; a number may have 1,000 digits. */
const LONGEST_TEXT = 1200;

/** The parts of a quantity's text. @internal */
interface QuantityText {
  readonly coefficient: number | bigint;
  readonly exponent: number;
  readonly unit: Unit;
}

/** Reads a quantity's text to its numeral and unit. @internal */
function readQuantity(kind: Kind, text: string, options?: ReadOptions): QuantityText {
  if (text.length > LONGEST_TEXT) {
    throw new HeadgradeError("too-large", `${shown(text)} is too long for one quantity: at most ${String(LONGEST_TEXT)} characters are read.`, { length: text.length });
  }
  let start = 0;
  while (text.charCodeAt(start) === 32) start++;
  let numeral = readNumeral(text, start, options?.decimalMark);
  let prefix = "";
  if (numeral === undefined && (kind === "money" || kind === "price")) {
    const lead = /^[^\d.,()+\-\u2212]{1,8}/.exec(text.slice(start))?.[0] ?? "";
    prefix = lead.trim();
    numeral = readNumeral(text, start + lead.length, options?.decimalMark);
  }
  if (numeral === undefined) {
    throw new HeadgradeError(
      "malformed-number",
      `Cannot read ${shown(text)} as a ${KINDS[kind].noun}: expected a number and its unit, such as ${EXAMPLES[kind]}.`,
      { kind, given: text.slice(0, 100) },
    );
  }
  const scale = readScaleWord(text, numeral.end);
  let from = scale.end;
  while (text.charCodeAt(from) === 32) from++;
  const rest = text.slice(from);
  // "US$350 per oz" says "US$ per oz", and "US$350/oz" says "US$/oz".
  const joined = prefix !== "" && kind === "price" ? `${prefix} ${rest}` : prefix + rest;
  const unit = unitOf(kind, joined, options?.read);
  return { coefficient: numeral.coefficient, exponent: numeral.exponent + scale.exponent, unit };
}

/** The quantity that a text or a number with a unit gives. @internal */
export function makeQuantity<K extends Kind>(kind: K, value: unknown, unitOrOptions: string | ReadOptions | undefined, options?: ReadOptions): Quantity<K> {
  if (typeof unitOrOptions === "string") {
    const unit = unitOf(kind, unitOrOptions, options?.read);
    return new Quantity<K>(unit, numberOf(value, options), unit.basis, undefined);
  }
  if (typeof value === "string") {
    const { coefficient, exponent, unit } = readQuantity(kind, value, unitOrOptions);
    return new Quantity<K>(unit, Ratio.scaled(coefficient, exponent), unit.basis, undefined);
  }
  if (isQuantity(value)) return requireKind(kind, value) as Quantity<K>;
  if (isForeignQuantity(value)) return quantityFromJSON<K>(value.toJSON(), kind);
  if (typeof value === "number" || typeof value === "bigint") unitOf(kind, "");
  throw new HeadgradeError(
    "wrong-kind",
    `Expected a ${KINDS[kind].noun} as text such as ${EXAMPLES[kind]}, or a number with a unit as the second argument, and got ${shown(value)}.`,
    { kind, given: shown(value) },
  );
}

/**
 * The quantity that an argument stands for. Text is read; a quantity of another kind, or a fraction in another role, is refused.
 *
 * @internal
 */
export function quantityOf<K extends Kind, R extends Role = never>(kind: K, value: QuantityInput<K, R>, role?: R): Quantity<K, R> {
  const quantity: Quantity<K, R> = isQuantity(value) ? (requireKind(kind, value) as Quantity<K, R>) : makeQuantity(kind, value, undefined);
  if (role === undefined || quantity.role === undefined || quantity.role === role) return quantity;
  throw roleMismatch(quantity, role);
}

function requireKind(kind: Kind, given: Quantity<Kind, Role>): Quantity<Kind, Role> {
  if (given.kind === kind) return given;
  throw new HeadgradeError(
    "wrong-kind",
    `Expected a ${KINDS[kind].noun} and got ${given.toString()}, a ${KINDS[given.kind].noun}.`,
    { expected: kind, given: given.kind },
  );
}

// A number beside its unit may be grouped as in print: mass("1,165,388", "t").
function numberOf(value: unknown, options: ReadOptions | undefined): Ratio {
  if (typeof value !== "string" || value.includes("/")) return Ratio.of(value as Numeric);
  const numeral = readNumeral(value, 0, options?.decimalMark);
  if (numeral?.end === value.length) return Ratio.scaled(numeral.coefficient, numeral.exponent);
  throw new HeadgradeError(
    "malformed-number", `Cannot read ${shown(value)} as a number: expected digits such as "1,165,388" beside the unit.`, { given: value.slice(0, 100) },
  );
}

/**
 * Reads a quantity back from its JSON, to the very same value, unit, basis and role.
 *
 * @param json - what {@link Quantity.toJSON} gave.
 * @throws {@link HeadgradeError} `wrong-kind` for what is no such data, and the errors of the kind's own constructor.
 * @example
 * ```ts
 * import { grade, quantityFromJSON } from "headgrade";
 *
 * const assay = grade("0.05 oz/st").to("g/t");
 * JSON.stringify(assay) // => '{"kind":"grade","value":"12/7","unit":"g/t"}'
 * String(quantityFromJSON(JSON.parse(JSON.stringify(assay))).to("oz/st")) // => "0.05 oz/st"
 * ```
 * @category Quantities
 */
export function quantityFromJSON<K extends Kind = Kind>(json: unknown, kind?: K): Quantity<K> {
  const { kind: given, value, unit, basis, role } = (typeof json === "object" && json !== null ? json : {}) as Partial<Record<keyof QuantityJSON, unknown>>;
  const known = typeof given === "string" && Object.hasOwn(KINDS, given) && typeof value === "string" && typeof unit === "string";
  if (!known || (kind !== undefined && given !== kind)) {
    const wanted = kind === undefined ? "a quantity" : `a ${KINDS[kind].noun}`;
    throw new HeadgradeError("wrong-kind", `Expected the JSON of ${wanted}, such as {"kind":"mass","value":"1165388","unit":"t"}, and got ${shown(known ? given : json)}.`, { given: shown(json) });
  }
  const measure = unitOf(given as Kind, unit);
  const quantity = new Quantity<K, Role>(measure, Ratio.of(value), measure.basis, role === undefined ? undefined : knownRole(role));
  return (basis === undefined || basis === measure.basis ? quantity : quantity.onBasis(knownBasis(basis))) as Quantity<K>;
}

function knownRole(role: unknown): Role {
  if (role === "recovery" || role === "moisture" || role === "massPull" || role === "payability") return role;
  throw new HeadgradeError("role-mismatch", `Unknown role ${shown(role)}: a fraction is a recovery, moisture, massPull or payability.`, { given: role });
}

function knownBasis(basis: unknown): "dry" | "wet" | "bank" | "loose" {
  if (basis === "dry" || basis === "wet" || basis === "bank" || basis === "loose") return basis;
  throw new HeadgradeError("basis-mismatch", `Unknown basis ${shown(basis)}: a quantity is dry, wet, bank or loose.`, { given: basis });
}

// A quantity of the other copy of the package (ESM beside CommonJS).
function isForeignQuantity(value: unknown): value is { toJSON: () => unknown } {
  return typeof value === "object" && value !== null && (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === "Quantity"
    && typeof (value as { toJSON?: unknown }).toJSON === "function";
}

/** A text of each kind, for messages. */
const EXAMPLES: Readonly<Record<Kind, string>> = {
  mass: '"1,165,388 t"', grade: '"1.88 g/t"', fraction: '"74.0 %"', throughput: '"12,667 t/d"', duration: '"92 d"', volume: '"1,200 bcm"', density: '"2.7 t/m3"',
  concentration: '"1.2 mg/L"', specificVolume: '"12 ft3/st"', volumeFlow: '"350 m3/h"', money: '"USD 1,250"', price: '"350 USD/oz"',
};
