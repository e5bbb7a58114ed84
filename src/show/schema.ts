/** The JSON Schema of what `toJson` writes, made from the tables that the library itself reads by. */
import { ROUNDING_RULES } from "../figure/rounding.ts";
import { KINDS, type Kind } from "../quantity/kind.ts";
import { SUBSTANCES } from "../statement/substance.ts";
import { allItems, isItemIn, type ItemRow, type ScopeKind } from "../statement/vocabulary.ts";

/** The name of the schema, which changes with what it describes. @internal */
export const SCHEMA_ID = "urn:headgrade:schema:1";

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: "string" };
const FLAG: Schema = { type: "boolean" };
const TEXTS: Schema = { type: "array", items: TEXT };
const ANY_TEXTS: Schema = { type: "object", additionalProperties: TEXT };

/**
 * The JSON Schema (draft 7) of what {@link toJson} writes, to check data by before it comes here, or in another language. Whether a text can be read as a
 * figure, a unit or a period is beyond a schema: reading it tells.
 *
 * The parts that others may want alone are among its definitions: `statement`, `figure`, `quantity`, `interval`.
 *
 * @source JSON Schema: A Media Type for Describing JSON Documents, draft-handrews-json-schema-01 (draft 7).
 * @example
 * ```ts
 * import { jsonSchema } from "headgrade/show";
 *
 * jsonSchema()["$id"] // => "urn:headgrade:schema:1"
 * ```
 * @category Showing
 */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  const types = ["ratio", "interval", "quantity", "figure", "period", "instant", "statement", "report", "circuit", "linear-balance", "metal-account", "estimate", "measured", "simulated"];
  return {
    $schema: "http://json-schema.org/draft-07/schema#", $id: SCHEMA_ID, title: "What headgrade writes as JSON",
    type: "object", required: ["type", "value"],
    oneOf: types.map((type) => record({ $schema: { const: SCHEMA_ID }, type: { const: type }, value: ref(type) }, ["type", "value"])),
    definitions: { ...numbers(), ...figures(), ...rows(), statement: statement(), ...reports(), ...results() },
  };
}

function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

function oneOf(...values: readonly string[]): Schema {
  return { enum: values };
}

function record(properties: Schema, required: readonly string[] = [], more: Schema = {}): Schema {
  return { type: "object", properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }), ...more };
}

function each(value: Schema): Schema {
  return { type: "object", additionalProperties: value };
}

function numbers(): Schema {
  const kind = { enum: Object.keys(KINDS) as Kind[] };
  const basis = oneOf("dry", "wet", "bank", "loose");
  return {
    ratio: { type: "string", pattern: "^-?\\d+(\\.\\d+|/\\d+)?$", description: "An exact number: a decimal, or a fraction such as 240/7." },
    kind,
    interval: record({ low: ref("ratio"), high: ref("ratio"), lowOpen: { const: true }, highOpen: { const: true } }, [], { description: "An absent end is not bounded." }),
    quantity: record({ kind: ref("kind"), value: ref("ratio"), unit: TEXT, basis, role: oneOf("recovery", "moisture", "massPull", "payability") }, ["kind", "value", "unit"]),
    period: { type: "string", description: "As 2002, 2002-Q4, 2002-H1, 2002-09, 2002-9M or 2002-01-15/2002-03-31." },
    instant: { type: "string", description: "The end of a day, as 2002-12-31." },
  };
}

function figures(): Schema {
  const reading = { decimalMark: oneOf(".", ","), read: ANY_TEXTS };
  const options = {
    ...reading, rounding: { enum: ROUNDING_RULES }, zeros: oneOf("significant", "not-significant"), significantDigits: { type: "integer", minimum: 1 }, scale: TEXT, unit: TEXT,
  };
  const printed = record({ printed: TEXT, tolerance: TEXT, ...options }, ["printed"]);
  return {
    figure: record({ kind: ref("kind"), text: TEXT, ...options }, ["kind", "text"]),
    printed: { description: "A figure as printed, with its unit; null was not printed.", anyOf: [TEXT, { type: "null" }, printed, { type: "array", items: { anyOf: [TEXT, printed] } }] },
  };
}

// The figures that stand under a period, a product, a category or a stock: the items of the material, and those of each metal.
function rows(): Schema {
  const items = (scope: ScopeKind, of: ItemRow["of"]): Schema => (
    Object.fromEntries(allItems().flatMap((item) => (isItemIn(item, scope, of) ? [[item, ref("printed")]] : []))));
  const metals = (scope: ScopeKind): Schema => Object.fromEntries([...SUBSTANCES].map((substance) => [substance, ref(`${scope}Metal`)]));
  const row = (scope: ScopeKind, more: Schema = {}): Schema => record({ ...items(scope, "ore"), ...metals(scope), ...more });
  return {
    substance: oneOf(...SUBSTANCES), item: oneOf(...allItems()),
    areaMetal: record(items("area", "metal")), productMetal: record(items("product", "metal")), resourceMetal: record(items("resource", "metal")),
    periodFigures: row("area", { products: each(ref("productFigures")) }), productFigures: row("product"), categoryFigures: row("resource"),
    stockFigures: record(items("stock", "ore")),
  };
}

function statement(): Schema {
  const share = oneOf("100 %", "attributable");
  const itemList = { type: "array", items: ref("item") };
  const categories = each(ref("categoryFigures"));
  const periods = each(ref("periodFigures"));
  const zeros = oneOf("significant", "not-significant");
  return record({
    operation: TEXT, periods, areas: each(record({ periods, share }, ["periods"])),
    parts: each({ type: "array", items: { anyOf: [TEXT, TEXTS] } }),
    facts: {
      type: "array",
      items: record(
        { area: TEXT, period: TEXT, product: TEXT, metal: ref("substance"), item: ref("item"), figure: ref("printed"), restated: FLAG }, ["period", "item", "figure"],
      ),
    },
    resources: each(record({ asOf: TEXT, categories, deposits: each(categories), totals: each(TEXTS), zeros })),
    stocks: each(record({ area: TEXT, metal: ref("substance"), in: itemList, out: itemList, periods: each(ref("stockFigures")) }, ["in", "out", "periods"])),
    equivalents: { type: "array", items: record({ metal: ref("substance"), periods: TEXTS, ratios: ANY_TEXTS, prices: ANY_TEXTS }, ["metal"]) },
    changes: { type: "array", items: record({ of: TEXT, from: TEXT, printed: ref("printed"), fall: FLAG }, ["of", "from", "printed"]) },
    guidance: { type: "array", items: record({ guidance: TEXT, period: TEXT, metal: ref("substance"), area: TEXT, item: TEXT }, ["guidance", "period"]) },
    values: each(record({ kind: ref("kind"), printed: ref("printed"), signed: FLAG }, ["kind", "printed"])),
    ties: { type: "array", items: { anyOf: [TEXT, record({ name: TEXT, tie: TEXT }, ["name", "tie"])] } },
    bases: record({ stripRatio: record({ over: itemList, under: itemList }, ["over", "under"]), days: oneOf("calendar", "operating"), unitCashCost: oneOf("produced", "payable", "sold") }),
    share, tolerances: ANY_TEXTS, rounding: { enum: ROUNDING_RULES }, zeros,
    fiscalYear: record({ firstMonth: { type: "integer", minimum: 1, maximum: 12 }, namedFor: oneOf("end", "start") }, ["firstMonth"]),
    decimalMark: oneOf(".", ","), read: ANY_TEXTS,
  });
}

// What a report says. It may come to say more: what is not named here is no mistake.
function reports(): Schema {
  const open = (properties: Schema, required: readonly string[]): Schema => ({ type: "object", properties, required });
  const implied = record({ address: TEXT, unit: TEXT, interval: ref("interval"), printed: TEXT }, ["address", "unit", "interval"]);
  return {
    implied,
    check: open({
      kind: TEXT, name: TEXT, address: TEXT, verdict: oneOf("agrees", "within rounding", "within tolerance", "contradicts", "not checkable"), printed: ref("figure"),
      implied: ref("implied"), recomputed: ref("quantity"), residual: ref("quantity"), power: ref("quantity"), onlyAtATie: FLAG, holdsIf: TEXTS, bases: TEXTS, figures: TEXTS,
      missing: TEXTS, missingImplied: { type: "array", items: ref("implied") }, sentence: TEXT,
    }, ["kind", "name", "address", "verdict", "sentence"]),
    conflict: open({
      figures: { type: "array", items: record({ address: TEXT, name: TEXT, text: TEXT }, ["address", "name", "text"]) }, ties: TEXTS, irreducible: FLAG, sentence: TEXT,
      suspects: { type: "array", items: open({ address: TEXT, name: TEXT, printed: TEXT, allowed: ref("implied"), rank: { type: "integer" }, proved: FLAG }, ["address", "printed", "allowed"]) },
      hypotheses: { type: "array", items: open({ kind: TEXT, honest: FLAG, rank: { type: "integer" }, sentence: TEXT }, ["kind", "rank", "sentence"]) }, notes: TEXTS,
    }, ["figures", "ties", "irreducible", "sentence"]),
    report: open({
      operation: TEXT, verdict: oneOf("consistent", "contradictory", "undecided"), reason: TEXT, hangsOnTolerance: FLAG,
      conflicts: { type: "array", items: ref("conflict") }, checks: { type: "array", items: ref("check") }, notes: TEXTS,
      implied: { type: "array", items: ref("implied") }, witness: each(ref("quantity")),
    }, ["verdict", "conflicts", "checks", "notes", "implied"]),
  };
}

// What balances and uncertainties say: floats are numbers, all else exact texts. It may come to say more, as reports may.
function results(): Schema {
  const open = (properties: Schema, required: readonly string[]): Schema => ({ type: "object", properties, required });
  const number: Schema = { type: "number" };
  // Infinity degrees of freedom are null in JSON.
  const freedom: Schema = { type: ["number", "null"] };
  const value: Schema = { anyOf: [TEXT, ref("quantity")] };
  const globalTest = open({ statistic: number, degreesOfFreedom: number, level: number, verdict: oneOf("accepts", "rejects", "not testable") }, ["statistic", "verdict"]);
  const adjusted = {
    status: oneOf("redundant", "non-redundant", "exact", "observable", "unobservable"), eliminated: FLAG, measured: value, measuredStandard: value, adjusted: value,
    standard: value, adjustment: value, statistic: number,
  };
  const figure = open({ address: TEXT, ...adjusted }, ["address", "status", "eliminated"]);
  const share = record({ value: ref("quantity"), standard: ref("quantity") }, ["value", "standard"]);
  return {
    "circuit": open({
      outcome: oneOf("balanced", "not converged"), reason: TEXT, iterations: number, determination: oneOf("over-determined", "determined", "under-determined"),
      nodes: TEXTS, components: TEXTS, globalTest, unobservable: TEXTS, warnings: TEXTS,
      streams: {
        type: "array", items: open({
          name: TEXT, from: TEXT, to: TEXT, mass: figure, wetMass: figure, moisture: figure, assays: each(figure), contained: each(ref("quantity")), split: share,
          recoveries: each(share),
        }, ["name", "mass", "assays"]),
      },
    }, ["outcome", "determination", "streams", "nodes", "globalTest"]),
    "linear-balance": open({
      values: { type: "array", items: open({ name: TEXT, ...adjusted, variance: TEXT }, ["name", "status"]) }, chiSquare: TEXT, globalTest, dependent: TEXTS,
    }, ["values", "chiSquare", "globalTest"]),
    "metal-account": open({
      in: ref("quantity"), out: ref("quantity"), unaccounted: ref("quantity"), standard: ref("quantity"), statistic: number, critical: number, level: number,
      test: oneOf("z", "t"), degreesOfFreedom: freedom, verdict: oneOf("within the errors", "loss", "gain"),
      items: { type: "array", items: open({ address: TEXT, value: ref("quantity"), standard: ref("quantity"), share: ref("quantity") }, ["address", "value"]) },
    }, ["in", "out", "unaccounted", "standard", "verdict", "items"]),
    "estimate": open({
      value, standard: value, variance: TEXT, degreesOfFreedom: number, secondOrder: TEXT,
      budget: { type: "array", items: open({ names: TEXTS, value, variance: TEXT, sensitivity: TEXT, contribution: TEXT, share: TEXT }, ["names", "value", "variance"]) },
      covariances: { type: "array", items: open({ between: TEXTS, correlation: TEXT, variance: TEXT, share: TEXT }, ["between", "correlation", "variance"]) },
    }, ["value", "standard", "variance", "budget", "covariances"]),
    "measured": open({ kind: TEXT, value, variance: TEXT, distribution: open({ name: TEXT }, ["name"]), degreesOfFreedom: number }, ["kind", "value", "variance", "distribution"]),
    "simulated": open({
      mean: value, standard: value, trials: number, seed: number, discarded: number, interval: record({ coverage: TEXT, low: value, high: value }, ["low", "high"]),
    }, ["mean", "standard", "trials", "seed"]),
  };
}
