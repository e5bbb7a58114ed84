/** Published balances by least squares, computed anew. */
import { describe, expect, test } from "vitest";
import { adjustLinear } from "../../../src/adjust/linear.ts";
import type { LinearBalance } from "../../../src/adjust/linear-balance.ts";
import { examplesOf, type PublishedExample } from "../examples.ts";

function balanceOf({ inputs }: PublishedExample): LinearBalance {
  const entries = Object.entries(inputs);
  const measured = entries.filter(([, text]) => text.includes(" ± ")).map(([name, text]) => {
    const [value = "", error = ""] = text.split(" ± ");
    return [name, { value, error: inputs["error"] === "halfWidth95" ? { halfWidth95: error } : { standard: error } }] as const;
  });
  const correlations = entries.filter(([name]) => name.startsWith("correlation ")).map(([name, coefficient]) => {
    const [, a = "", b = ""] = name.split(" ");
    return { between: [a, b] as const, coefficient };
  });
  const constraints = entries.filter(([name]) => name.startsWith("constraint ")).map(([, text]) => text);
  return adjustLinear({ measured: Object.fromEntries(measured), constraints, correlations });
}

// A result by its name, at as many places as were printed, or as the fraction that was.
function computed(balance: LinearBalance, name: string, printed: string): string {
  const places = printed.split(".")[1]?.length ?? 0;
  if (name === "chi-square") return balance.chiSquare.toFixed({ places });
  if (name === "critical chi-square") return balance.globalTest.critical!.toFixed(places);
  if (name === "m_FD") return balance.value("m_FDKeI").adjusted!.plus(balance.value("m_FDKeII").adjusted!).minus(balance.value("m_V").adjusted!.times("0.2")).toFixed({ places });
  const [kind, of] = name.split(" ");
  const value = of === undefined ? balance.value(name).adjusted : kind === "half-width" ? balance.value(of).halfWidth95 : balance.value(of).adjustment;
  return printed.includes("/") ? String(value) : value!.toFixed({ places });
}

describe.each(examplesOf("data-reconciliation"))("$id", (example) => {
  const balance = balanceOf(example);

  test.each(example.results)("$name: $printed", ({ name, printed, computed: expected, agrees }) => {
    const own = computed(balance, name, printed);
    expect(own).toBe(expected);
    // A published value of fourteen digits comes from doubles, whose last ones are noise: agreeing to 1e-9 is what is asked.
    const isSame = printed.includes("/") || printed.length < 12 ? own === printed : Math.abs(Number(own) - Number(printed)) < 1e-9;
    expect(isSame).toBe(agrees);
  });
});
