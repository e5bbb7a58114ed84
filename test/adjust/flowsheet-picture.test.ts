import { describe, expect, test } from "vitest";
import { adjust, type Circuit, type Flowsheet } from "headgrade/adjust";
import { plant } from "../../bench/plant.ts";
import { JUPYTER_DISPLAY } from "../../src/number/display.ts";
import { elementsOf, faultsOf } from "../support/well-formed.ts";

const flow = (value: string, share = "2 %") => ({ mass: { value, error: { relativeStandard: share } } });
const copper = (value: string) => ({ assays: { Cu: { value, error: { standard: "0.1 %" } } } });
const EVIL = "<script>alert(1)</script>";

/** A rougher whose tailings are scavenged, with the scavenger concentrate coming back. */
const ROUGHER: Flowsheet = {
  nodes: ["rougher", "scavenger"],
  streams: {
    feed: { to: "rougher", ...flow("1000 t/h") }, concentrate: { from: "rougher", ...flow("100 t/h") }, tailings: { from: "rougher", to: "scavenger" },
    recycle: { from: "scavenger", to: "rougher", ...flow("50 t/h") }, waste: { from: "scavenger", ...flow("890 t/h") },
  },
};

const textsOf = (circuit: Circuit): readonly string[] => [...circuit.picture().text.matchAll(/<text [^>]+>([^<]+)</g)].map(([, text]) => text!);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The boxes of nodes, and room that every line of text takes at least. */
function boxesOf(svg: string): { readonly nodes: readonly Box[]; readonly texts: readonly Box[] } {
  const elements = elementsOf(svg);
  const texts = [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="middle" font-size="11.5"[^>]*>([^<]+)</g)].map(([, x, y, text]) => {
    const width = text!.replace(/&\w+;/g, "x").length * 4;
    return { x: Number(x) - width / 2, y: Number(y) - 8, width, height: 8 };
  });
  const nodes = elements.filter(({ name }) => name === "rect").map(({ attributes: { x, y, width, height } }) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }));
  return { nodes, texts };
}

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("the flowsheet of a circuit", () => {
  test("is well-formed, and the same every time", () => {
    const svg = adjust(ROUGHER).picture().text;
    expect(faultsOf(svg)).toEqual([]);
    expect(adjust(ROUGHER).picture().text).toBe(svg);
    expect(svg).toMatchSnapshot();
  });

  test("tells each stream's flow after the adjustment with its uncertainty, and before it where it was moved", () => {
    expect(textsOf(adjust(ROUGHER))).toEqual([
      "Flowsheet: balanced, over-determined", "rougher", "scavenger", "feed", "994 \u00b1 13 t/h", "measured 1,000 t/h", "concentrate", "100.1 \u00b1 2.0 t/h", "measured 100.0 t/h",
      "tailings", "944 \u00b1 13 t/h", "recycle", "50.0 \u00b1 1.0 t/h", "waste", "894 \u00b1 13 t/h", "measured 890 t/h",
      "measured", "not measured: follows from the others", "\u00b1 standard uncertainty",
    ]);
  });

  test("tells it once more to those who cannot see it", () => {
    expect(/<desc>([^<]+)</.exec(adjust(ROUGHER).picture().text)![1]).toBe([
      "2 nodes and 5 streams. feed, from outside to rougher: 994 \u00b1 13 t/h, measured 1,000 t/h;",
      "concentrate, from rougher to outside: 100.1 \u00b1 2.0 t/h, measured 100.0 t/h; tailings, from rougher to scavenger: 944 \u00b1 13 t/h;",
      "recycle, from scavenger to rougher: 50.0 \u00b1 1.0 t/h; waste, from scavenger to outside: 894 \u00b1 13 t/h, measured 890 t/h.",
    ].join(" "));
  });

  test("draws what was not measured dashed, and what nothing determines dotted, in words too", () => {
    const open = adjust({ nodes: ["a"], streams: { feed: { to: "a", ...flow("10 t") }, left: { from: "a" }, right: { from: "a" } } });
    const svg = open.picture().text;
    expect(svg.match(/<path [^>]+stroke-dasharray="1.5 4"/g)).toHaveLength(2);
    expect(textsOf(open).filter((text) => text.includes("determine"))).toEqual(["Flowsheet: balanced, under-determined", "? not determined", "? not determined", "nothing determines it"]);
    expect(adjust(ROUGHER).picture().text.match(/<path [^>]+stroke-dasharray="6 4"/g)).toHaveLength(2);
  });

  test("marks what the tests point to by a sign and words, and what was set aside by others", () => {
    const wrong: Flowsheet = { ...ROUGHER, streams: { ...ROUGHER.streams, tailings: { from: "rougher", to: "scavenger", ...flow("492 t/h") } } };
    const suspect = adjust(wrong);
    expect(textsOf(suspect)).toContain("! test 27.26 &gt; 2.57");
    expect(textsOf(suspect)).toContain("! mass test 22.00 &gt; 2.24");
    expect(textsOf(suspect)).toContain("! beyond its critical value");
    const weighed = { ...wrong.streams, tailings: { from: "rougher", to: "scavenger", ...flow("942 t/h") }, waste: { from: "scavenger", ...flow("489 t/h") } };
    const found = adjust({ ...wrong, streams: weighed }, { eliminate: { critical: "joint" } });
    expect(textsOf(found)).toContain("\u2717 set aside: 489.0 t/h");
    expect(textsOf(found)).toContain("\u2717 set aside as a gross error");
    expect(faultsOf(found.picture().text)).toEqual([]);
  });

  test("shows names as they are, and runs none", () => {
    const svg = adjust({ nodes: [EVIL], streams: { [`${EVIL}1`]: { to: EVIL, ...flow("10 t") }, [`${EVIL}2`]: { from: EVIL } } }).picture().text;
    expect(faultsOf(svg)).toEqual([]);
    expect(svg).toContain("&lt;script&gt;");
  });

  test.each([[2, 4, 1], [5, 12, 2], [12, 30, 3], [20, 40, 4], [30, 60, 5]])("of %d nodes and %d streams lays no text over another or over a node", (nodes, streams, seed) => {
    const { flowsheet } = plant({ nodes, streams, seed, components: 1, masses: 0.6, assays: 0.8, error: 0.02 });
    const svg = adjust(flowsheet).picture().text;
    expect(faultsOf(svg)).toEqual([]);
    const { nodes: boxes, texts } = boxesOf(svg);
    expect(boxes).toHaveLength(nodes);
    expect(texts.length).toBeGreaterThanOrEqual(2 * streams);
    const all = [...boxes, ...texts];
    expect(all.flatMap((one, index) => all.slice(index + 1).filter((other) => meet(one, other)))).toEqual([]);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
    const [, left, top] = /translate\((-?\d+) (\d+)\)/.exec(svg)!;
    const [least, most, lowest] = [-Number(left), Number(width) - Number(left), Number(height) - Number(top)];
    expect(all.filter((each) => each.x < least || each.x + each.width > most || each.y + each.height > lowest)).toEqual([]);
  });

  test("of a circuit that found no balance still shows what was measured", () => {
    const stuck = adjust({
      nodes: ["a"], streams: {
        feed: { to: "a", ...flow("10 t"), ...copper("1 %") }, out: { from: "a", ...copper("2 %") }, waste: { from: "a", ...flow("5 t"), ...copper("1.5 %") },
      },
    }, { iterations: 1 });
    expect(stuck.outcome).toBe("not converged");
    expect(faultsOf(stuck.picture().text)).toEqual([]);
    expect(textsOf(stuck)).toContain("measured 10.00 t");
  });
});

describe("a circuit in a notebook", () => {
  test("is its picture and its tables", () => {
    const circuit = adjust(ROUGHER);
    const shown = circuit[JUPYTER_DISPLAY]();
    expect(shown["text/plain"]).toBe(String(circuit));
    expect(faultsOf(shown["text/html"]!)).toEqual([]);
    expect(shown["text/html"]!.match(/<svg /g)).toHaveLength(1);
    expect(shown["text/markdown"]).toMatchInlineSnapshot(`
      "**Balanced, over-determined**

      ✓ Chi-square 0.13873 against 3.8415 at 95 %, 1 degree of freedom: the global test accepts the balance.

      **Figures before and after the adjustment**

      | figure | measured | adjusted | standard uncertainty | test | status |
      | --- | ---: | ---: | ---: | ---: | --- |
      | feed.mass | 1,000.00 t/h | 994.451 t/h | 13 t/h | 0.37 | redundant |
      | concentrate.mass | 100.000 t/h | 100.055 t/h | 2.0 t/h | 0.37 | redundant |
      | tailings.mass |  | 944.395 t/h | 13 t/h |  | observable |
      | recycle.mass | 50.0000 t/h | 50.0000 t/h | 1.0 t/h |  | non-redundant |
      | waste.mass | 890.000 t/h | 894.395 t/h | 13 t/h | 0.37 | redundant |

      **Shares of the feed, with their standard uncertainties**

      | stream | mass |
      | --- | ---: |
      | feed | 100.00% ± 0.00% |
      | concentrate | 10.06% ± 0.23% |
      | tailings | 94.97% ± 0.23% |
      | recycle | 5.03% ± 0.12% |
      | waste | 89.94% ± 0.23% |"
    `);
  });

  test("beyond thirty nodes is told in tables only, and says so", () => {
    const { flowsheet } = plant({ nodes: 31, streams: 60, seed: 1, components: 1, masses: 0.8, assays: 0.8, error: 0.02 });
    const circuit = adjust(flowsheet);
    const shown = circuit[JUPYTER_DISPLAY]();
    expect(shown["text/html"]).not.toContain("<svg");
    expect(shown["text/markdown"]).toContain("The flowsheet has 31 nodes and 60 streams, too many to be drawn so that it can be read: the tables hold all of it.");
    expect(faultsOf(circuit.picture().text)).toEqual([]);
    expect(circuit.picture().text).toContain("too many to be drawn");
  });
});
