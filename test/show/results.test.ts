import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { adjust, adjustLinear, metalAccount } from "headgrade/adjust";
import { recoveredMetal } from "headgrade/formula";
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

describe("what has one table, as comma-separated values", () => {
  const [balance, account] = [VALUES[1][1], VALUES[2][1]];

  test("of a linear balance has a line for each value, with its test", () => {
    const [head, a, , c] = toCsv(balance).split("\r\n");
    expect(head).toBe("value,measured,measured standard,adjusted,standard,adjustment,test,beyond,status,eliminated");
    expect(a).toMatch(/^a,5,0\.1,5\.0490\d+,0\.0714\d+,0\.0490\d+,[\d.]+,neither,redundant,$/);
    expect(c).toBe("c,,,,,,,,unobservable,");
  });

  test("of a metal account has a line for each figure, and what they come to", () => {
    expect(toCsv(account)).toBe([
      "figure,unit,value,standard,share %", `receipts.feed,t,100,2,${account.items[0]!.share.to("%").exact.toFixed({ digits: 17 })}`,
      `shipments.out,t,99,1.98,${account.items[1]!.share.to("%").exact.toFixed({ digits: 17 })}`, "in,t,100,,", "out,t,99,,",
      `unaccounted,t,1,${account.standard.exact.toFixed()},`, "",
    ].join("\r\n"));
  });

  test("of an estimate has a line for each argument and each correlation, and the result", () => {
    const given = {
      ore: measured("mass", { value: "1000 t", standard: "10 t" }), grade: measured("grade", { value: "2 %", standard: "0.01 %" }), recovery: "90 %",
    } as const;
    const lines = toCsv(uncertaintyOf(recoveredMetal, given, { correlations: [["ore", "grade", "-0.5"]] })).split("\r\n");
    // Effects of 0.18 t and 0.09 t, and a variance of 0.0324 + 0.0081 - 0.0162 = 0.0243.
    expect(lines).toEqual([
      "argument,unit,value,standard,slope,effect,correlation,share %", "ore,t,1000,10,0.018,0.18,,133.33333333333333", "grade,%,2,0.01,9,0.09,,33.333333333333333",
      "ore with grade,,,,,,-0.5,-66.666666666666667", "result,t,18,0.15588457268119896,,,,", "",
    ]);
  });

  test("of another name is refused, and so is what has no table", () => {
    expect(() => toCsv(estimate as never, { table: "checks" })).toThrow('Unknown table "checks": leave it out, since there is only one.');
    expect(() => toCsv(number("5") as never)).toThrow(expect.objectContaining({ code: "wrong-kind" }));
    expect(() => toCsv(undefined as never)).toThrow(expect.objectContaining({ code: "wrong-kind" }));
  });
});
