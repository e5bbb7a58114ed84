import { describe, expect, test } from "vitest";
import { adjustLinear } from "../../src/adjust/linear.ts";
import { metalAccount } from "../../src/adjust/metal-account.ts";
import { JUPYTER_DISPLAY } from "../../src/number/display.ts";
import { faultsOf } from "../support/well-formed.ts";

const EVIL = "<script>alert(1)</script>|`x`";

describe("a linear balance in a notebook", () => {
  const one = (value: string) => ({ value, error: { standard: "1" } });
  const balance = adjustLinear({
    measured: { [EVIL]: one("100"), product: one("60"), waste: one("35") },
    constraints: [{ sum: { [EVIL]: 1, product: -1, waste: -1 } }, { sum: { [EVIL]: 2, product: -2, waste: -2 } }],
  });
  const shown = balance[JUPYTER_DISPLAY]();

  test("is a table of its values, what the tests say, and the constraints that are missed", () => {
    expect(shown["text/plain"]).toBe(String(balance));
    expect(shown["text/markdown"]).toMatchInlineSnapshot(`
      "**Values before and after the adjustment**

      | value | measured | adjusted | standard uncertainty | test | status |
      | --- | ---: | ---: | ---: | ---: | --- |
      | &lt;script&gt;alert(1)&lt;/script&gt;\\|\\\`x\\\` | 100.0000 | 98.33333 | 0.816 | ! 2.89 &gt; 2.39 (joint) | redundant |
      | product | 60.00000 | 61.66667 | 0.816 | ! 2.89 &gt; 2.39 (joint) | redundant |
      | waste | 35.00000 | 36.66667 | 0.816 | ! 2.89 &gt; 2.39 (joint) | redundant |

      ! Chi-square 8.3333 against 3.8415 at 95 %, 1 degree of freedom: the global test rejects the balance.

      **Constraints that the measured values miss by more than their errors allow**

      | constraint | imbalance | test |
      | --- | ---: | ---: |
      | 1 &lt;script&gt;alert(1)&lt;/script&gt;\\|\\\`x\\\` + -1 product + -1 waste = 0 | 5.000000 | ! 2.89 &gt; 2.24 (joint) |
      | 2 &lt;script&gt;alert(1)&lt;/script&gt;\\|\\\`x\\\` + -2 product + -2 waste = 0 | 10.00000 | ! 2.89 &gt; 2.24 (joint) |

      Follows from the others: 2 &lt;script&gt;alert(1)&lt;/script&gt;\\|\\\`x\\\` + -2 product + -2 waste = 0"
    `);
  });

  test("has well-formed tables with captions, and runs no name", () => {
    expect(faultsOf(shown["text/html"]!)).toEqual([]);
    expect(shown["text/html"]).toContain("&lt;script&gt;alert(1)");
    expect(balance[JUPYTER_DISPLAY]()).toEqual(shown);
  });
});

describe("a metal account in a notebook", () => {
  const by = (value: string, share: string) => ({ value, error: { relativeStandard: share } });
  const account = metalAccount({
    receipts: { [EVIL]: by("5,150 t", "1 %") }, shipments: { concentrate: by("4,560 t", "0.5 %") }, losses: { tailings: by("450 t", "4 %") }, test: "z", level: "95 %",
  });
  const shown = account[JUPYTER_DISPLAY]();

  test("is a table of its figures and a sentence", () => {
    expect(shown["text/plain"]).toBe(String(account));
    expect(shown["text/markdown"]).toMatchInlineSnapshot(`
      "**Metal account**

      | figure | metal | standard uncertainty | share of variance |
      | --- | ---: | ---: | ---: |
      | receipts.&lt;script&gt;alert(1)&lt;/script&gt;\\|\\\`x\\\` | 5,150.000 t | 51.5 t | 75.9% |
      | shipments.concentrate | 4,560.000 t | 22.8 t | 14.9% |
      | losses.tailings | 450.0000 t | 18.0 t | 9.3% |
      | in: opening stocks and receipts | 5,150.000 t |  |  |
      | out: shipments, losses and closing stocks | 5,010.000 t |  |  |
      | unaccounted | 140.0000 t | 59.1 t |  |

      ! loss. Unaccounted for: 140.0 t, 2.72% of receipts; z = 2.37 against 1.96 at 95 %: a loss beyond what the errors allow."
    `);
    expect(faultsOf(shown["text/html"]!)).toEqual([]);
  });

  test("says by a sign and by words where metal is missing", () => {
    const short = metalAccount({ receipts: { feed: by("100 t", "1 %") }, shipments: { out: by("90 t", "1 %") }, test: "z", level: "95 %" });
    expect(short[JUPYTER_DISPLAY]()["text/markdown"]).toContain("! loss. Unaccounted for: 10.00 t, 10.00% of receipts; z = 7.43 against 1.96 at 95 %: a loss beyond what the errors allow.");
  });
});
