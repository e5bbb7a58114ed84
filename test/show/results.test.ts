import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { adjust, adjustLinear, metalAccount } from "headgrade/adjust";
import { fromJson, jsonSchema, toCsv, toHtml, toJson, toMarkdown, toSvg, toText } from "headgrade/show";
import { measured, simulate, uncertaintyOf } from "headgrade/uncertainty";
import { faultsOf } from "../support/well-formed.ts";

const by = (value: string) => ({ value, error: { relativeStandard: "2 %" } });
const EVIL = "=<script>";
const circuit = adjust({
  nodes: ["mill"], streams: {
    ore: { to: "mill", mass: by("100 t"), assays: { Cu: by("2 %") } }, concentrate: { from: "mill", mass: by("8 t"), assays: { Cu: by("24 %") } },
    [EVIL]: { from: "mill", assays: { Cu: { below: "0.1 %" } } },
  },
});
const number = (value: string) => measured("number", { value, standard: "1" });
const product = ({ x, y }: { x: number; y: number }) => x * y;
const estimate = uncertaintyOf(product, { x: number("5"), y: number("7") }, { correlations: [["x", "y", "-0.5"]] });
const simulated = simulate(product, { x: number("5"), y: number("7") }, { seed: 1, trials: 500 });
const VALUES = [
  ["circuit", circuit], ["linear-balance", adjustLinear({ measured: { a: by("5"), b: by("5.1") }, unmeasured: ["c"], constraints: ["a = b"] })],
  ["metal-account", metalAccount({ receipts: { feed: by("100 t") }, shipments: { out: by("99 t") }, test: "t", level: "95 %" })],
  ["estimate", estimate], ["measured", number("5")], ["simulated", simulated],
] as const;
const validate = new Ajv({ allErrors: false }).compile(jsonSchema());

describe.each(VALUES)("a %s", (type, value) => {
  test("is shown as text, Markdown and HTML", () => {
    expect(toText(value)).toBe(String(value));
    expect(toMarkdown(value)).not.toBe("");
    expect(faultsOf(toHtml(value))).toEqual([]);
    expect(faultsOf(toHtml(value, { document: true }))).toEqual([]);
  });

  test("is written as JSON that the schema describes, and not read back", () => {
    const json = JSON.parse(toJson(value)) as { type: string };
    expect(json.type).toBe(type);
    expect(validate(json) === true ? [] : validate.errors).toEqual([]);
    expect(() => fromJson(json)).toThrow("is not read back: keep its ");
  });
});

describe("pictures", () => {
  test.each([["Circuit", circuit], ["Estimate", estimate], ["Simulated", simulated]] as const)("of %s are those of the value, also in a file of their own", (_, value) => {
    expect(toSvg(value)).toBe(value.picture().text);
    expect(faultsOf(toSvg(value, { standalone: true }))).toEqual([]);
    expect(() => toSvg(value, { picture: "intervals" })).toThrow(expect.objectContaining({ code: "unknown-option" }));
  });

  test("are refused of what has none", () => {
    expect(() => toSvg(number("5") as never)).toThrow(expect.objectContaining({ code: "wrong-kind" }));
  });
});

describe("a circuit as comma-separated values", () => {
  test("has a line for each stream, in plain digits, and no cell that a spreadsheet would reckon with", () => {
    const lines = toCsv(circuit).split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe([
      "stream,from,to,unit,measured,measured standard,adjusted,standard,status,eliminated,split %,split standard %",
      "Cu unit,Cu measured,Cu adjusted,Cu standard,Cu recovery %,Cu recovery standard %",
    ].join(","));
    expect(lines[1]).toMatch(/^ore,,mill,t,100,2,[\d.]+,[\d.]+,redundant,,100,0,%,2,[\d.]+,[\d.]+,100,0$/);
    expect(lines[3]).toMatch(/^'=<script>,mill,,t,,,[\d.]+,[\d.]+,observable,,/);
  });

  test("has a line for each figure, with its test", () => {
    const lines = toCsv(circuit, { table: "figures" }).split("\r\n");
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^ore\.mass,t,100,2,[\d.]+,[\d.]+,-?[\d.]+,[\d.]+,neither,redundant,$/);
  });

  test("of a table that there is none of is refused", () => {
    expect(() => toCsv(circuit, { table: "checks" as never })).toThrow('Unknown table "checks": a circuit has streams, figures.');
  });
});
