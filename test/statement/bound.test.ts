/** A statement whose exact numbers grow with every step of the search ends within its bound all the same. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Statement } from "../../src/statement/input.ts";
import { reconcile } from "../../src/statement/reconcile.ts";

// Made up: 94 figures of a world known exactly, so that any contradiction would be a wrong one.
const entangled = JSON.parse(readFileSync(new URL("./data/entangled.json", import.meta.url), "utf8")) as Statement;

test("an entangled statement is decided or left undecided with the reason, and never hangs", () => {
  const report = reconcile(entangled);
  expect(report.verdict).not.toBe("contradictory");
  expect(report.verdict === "undecided" ? report.reason : report.witness?.verify()).toBeTruthy();
}, 60_000);
