/** A statement whose exact numbers grow with every step of the linear search is decided all the same: by a guess in floating point, made exact. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

// Made up: 94 figures of a world known exactly, so that any contradiction would be a wrong one.
const entangled = JSON.parse(readFileSync(new URL("./data/entangled.json", import.meta.url), "utf8")) as Statement;

test("an entangled statement is consistent, with a witness that passes the exact check", () => {
  const report = reconcile(entangled);
  expect([report.verdict, report.reason, report.witness?.verify()]).toEqual(["consistent", undefined, true]);
}, 60_000);
