/** The texts that figures come in: hedges, brackets, scales, marks, currencies, and what was not printed. */
import { describe, expect, test } from "vitest";
import { figure } from "../../src/figure/figure.ts";
import { isNil } from "../../src/figure/numeral.ts";
import type { FigureOptions } from "../../src/figure/options.ts";
import type { Kind } from "../../src/quantity/kind.ts";
import { refusalOf } from "./refusal.ts";

function read(kind: Kind, text: string, options?: FigureOptions): string {
  const { quantity, interval } = figure(kind, text, options);
  return `${quantity.exact.toString()} ${quantity.unit} ${interval.toString()}`;
}

describe("a hedge", () => {
  test("loosens the trailing zeros of a whole number, whichever word it is", () => {
    for (const word of [
      "approximately", "approx.", "approx", "about", "some", "around", "circa", "ca.", "ca", "c.", "roughly", "nearly", "almost", "~", "≈", "Approximately", "ABOUT",
    ]) {
      const made = figure("mass", `${word} 1,200 t`);
      expect([word, String(made.interval), made.hedge, made.lastPlace, made.zerosSignificant]).toEqual([word, "[1150, 1250]", "approximately", 2, false]);
    }
    expect(figure("mass", "~1,200 t").hedge).toBe("approximately");
    expect(figure("mass", "c.1,200 t").hedge).toBe("approximately");
  });

  test("loosens nothing where there are no trailing zeros, or where a decimal mark makes them count", () => {
    expect(read("mass", "about 1,234 t")).toBe("1234 t [1233.5, 1234.5]");
    expect(read("grade", "about 1.20 g/t")).toBe("1.2 g/t [1.195, 1.205]");
    expect(read("mass", "about 100. t")).toBe("100 t [99.5, 100.5]");
    expect(read("mass", "about 0 t")).toBe("0 t [-0.5, 0.5]");
    expect(read("mass", "about 1 t")).toBe("1 t [0.5, 1.5]");
  });

  test("is uneven at a power of ten, below which the printable values lie closer", () => {
    expect(read("mass", "about 100 t")).toBe("100 t [95, 150]");
    expect(read("mass", "about 10 million t")).toBe("10000000 t [9500000, 15000000]");
  });

  test("never makes an interval narrower", () => {
    for (let value = 0; value <= 1200; value++) {
      expect(figure("mass", `about ${String(value)} t`).interval.encloses(figure("mass", `${String(value)} t`).interval)).toBe(true);
    }
  });

  test("gives an open bound for over and under, and a closed one for at least and up to", () => {
    const bounds = {
      "over": "(50000, inf)", "more than": "(50000, inf)", "in excess of": "(50000, inf)", "above": "(50000, inf)", "greater than": "(50000, inf)", ">": "(50000, inf)",
      "at least": "[50000, inf)", "not less than": "[50000, inf)", "no less than": "[50000, inf)", ">=": "[50000, inf)", "≥": "[50000, inf)",
      "up to": "(-inf, 50000]", "at most": "(-inf, 50000]", "no more than": "(-inf, 50000]", "not more than": "(-inf, 50000]", "<=": "(-inf, 50000]", "≤": "(-inf, 50000]",
      "less than": "(-inf, 50000)", "under": "(-inf, 50000)", "below": "(-inf, 50000)", "fewer than": "(-inf, 50000)", "<": "(-inf, 50000)",
    };
    for (const [word, interval] of Object.entries(bounds)) expect([word, read("mass", `${word} 50,000 oz`)]).toEqual([word, `50000 oz ${interval}`]);
    expect(["over", "at least", "up to", "under"].map((word) => figure("mass", `${word} 5 t`).hedge)).toEqual(["over", "at least", "up to", "under"]);
  });

  test("changes nothing when it says average, alone or beside another", () => {
    for (const word of ["average", "an average of", "average of", "averaged", "averaging", "avg."]) {
      const made = figure("throughput", `${word} 12,600 t/d`);
      expect([word, String(made.interval), made.hedge]).toEqual([word, "[12599.5, 12600.5]", "average"]);
    }
    expect(figure("throughput", "an average of approximately 12,600 t/d").hedge).toBe("approximately");
    expect(figure("throughput", "approximately an average of 12,600 t/d").hedge).toBe("approximately");
  });

  test("is not read out of a currency", () => {
    expect(read("money", "CA$5")).toBe("5 CAD [4.5, 5.5]");
    expect(read("money", "C$5")).toBe("5 CAD [4.5, 5.5]");
    expect(read("money", "about US$5 million")).toBe("5000000 USD [4500000, 5500000]");
  });

  test("stands alone: two that contradict are no figure", () => {
    expect(refusalOf(() => figure("mass", "up to over 5 t")).code).toBe("malformed-figure");
  });
});

describe("the sign", () => {
  test("may be a hyphen, a true minus, an en dash, or brackets", () => {
    for (const text of ["-16%", "\u221216%", "\u201316 %", "(16%)", "(16)%", "(16) %", "( 16 )%"]) expect([text, read("fraction", text)]).toEqual([text, "-16 % [-16.5, -15.5]"]);
    expect(read("mass", "(1,234) t")).toBe("-1234 t [-1234.5, -1233.5]");
    expect(read("mass", "+5 t")).toBe("5 t [4.5, 5.5]");
    expect(read("mass", "(0) t")).toBe("0 t [-0.5, 0.5]");
    expect(read("mass", "-900719925474099312345 t")).toBe("-900719925474099312345 t [-900719925474099312345.5, -900719925474099312344.5]");
  });

  test("may stand on either side of the currency, or around it", () => {
    for (const text of ["-US$9.5", "US$-9.5", "(US$9.5)", "US$(9.5)"]) expect([text, read("money", text)]).toEqual([text, "-9.5 USD [-9.55, -9.45]"]);
  });

  test("is given once", () => {
    for (const text of ["(-2) %", "--2 %", "-(2) %", "+-2 %"]) expect([text, refusalOf(() => figure("fraction", text)).code]).toEqual([text, "malformed-figure"]);
    expect(refusalOf(() => figure("money", "-US$-2")).code).toBe("malformed-figure");
  });
});

describe("a scale", () => {
  test("in words sets the last place", () => {
    expect(read("mass", "1.2 million oz")).toBe("1200000 oz [1150000, 1250000]");
    expect(read("mass", "52 thousand ounces")).toBe("52000 oz [51500, 52500]");
    expect(read("mass", "1,165 '000 t")).toBe("1165000 t [1164500, 1165500]");
    expect(figure("mass", "1.2 million oz").lastPlace).toBe(5);
    expect(read("money", "US$(1.2) million")).toBe("-1200000 USD [-1250000, -1150000]");
  });

  test("of a column sets it too", () => {
    for (const scale of ["'000", "\u2019000", "000", "000s", "000's", "'000s", "thousand", "thousands", "Thousands"]) {
      expect([scale, read("mass", "1,165", { unit: "t", scale })]).toEqual([scale, "1165000 t [1164500, 1165500]"]);
    }
    for (const scale of ["'000,000", "millions", "million"]) expect(read("mass", "1.17", { unit: "t", scale })).toBe("1170000 t [1165000, 1175000]");
    expect(read("mass", "1,165 t", { scale: "'000" })).toBe("1165000 t [1164500, 1165500]");
    expect(read("mass", "50", { unit: "oz", scale: "'000", zeros: "not-significant" })).toBe("50000 oz [45000, 55000]");
  });

  test("may begin the column's unit, and gives way to a scale in the text", () => {
    for (const unit of ["'000 t", "000's t", "000't", "thousand tonnes"]) expect([unit, read("mass", "1,165", { unit })]).toEqual([unit, "1165000 t [1164500, 1165500]"]);
    expect(read("mass", "24.1", { unit: "million pounds" })).toBe("24100000 lb [24050000, 24150000]");
    expect(read("mass", "1.2 million", { unit: "'000 t" })).toBe("1200000 t [1150000, 1250000]");
    expect(read("mass", "1.2 million t", { scale: "'000" })).toBe("1200000 t [1150000, 1250000]");
    expect(read("mass", "5 oz", { unit: "'000 t" })).toBe("5 oz [4.5, 5.5]");
  });

  test("that nobody knows is refused with the choices", () => {
    const { code, message } = refusalOf(() => figure("mass", "5", { unit: "t", scale: "dozens" }));
    expect(code).toBe("unknown-option");
    expect(message).toBe('Unknown value "dozens" of the option scale: use one of \'000 | \'000,000 | thousands | millions | billions.');
  });
});

describe("a footnote mark", () => {
  test("is dropped, after the digits or after the unit", () => {
    for (const text of ["74.0* %", "74.0 %*", "74.0%\u2020\u2021", " 74.0 % * ", "74.0%\u00a0"]) expect([text, read("fraction", text)]).toEqual([text, "74 % [73.95, 74.05]"]);
  });
});

describe("a currency", () => {
  test("may stand before the digits of money and of a price", () => {
    expect(read("money", "US$ 1,250")).toBe("1250 USD [1249.5, 1250.5]");
    expect(read("money", "1.2 million USD")).toBe("1200000 USD [1150000, 1250000]");
    expect(read("price", "US$1,250/oz")).toBe("1250 USD/oz [1249.5, 1250.5]");
    expect(refusalOf(() => figure("mass", "US$5")).code).toBe("malformed-figure");
  });

  test("is settled by the column where the text has the bare sign, and must not contradict it", () => {
    expect(read("money", "$9.5", { unit: "CAD" })).toBe("9.5 CAD [9.45, 9.55]");
    expect(read("price", "$47.36", { unit: "USD/oz" })).toBe("47.36 USD/oz [47.355, 47.365]");
    expect(read("price", "US$47.36", { unit: "USD/oz" })).toBe("47.36 USD/oz [47.355, 47.365]");
    expect(refusalOf(() => figure("money", "$9.5")).code).toBe("ambiguous-unit");
    const { code, message } = refusalOf(() => figure("price", "C$12", { unit: "USD/oz" }));
    expect(code).toBe("currency-mismatch");
    expect(message).toBe('The text says "C$", which is CAD, and its column is in USD/oz: give the figure the unit that it was printed in.');
  });
});

describe("nil", () => {
  const nils = ["-", "\u2013", "\u2014", "\u2212", "n/a", "N/A", "na", "nil", "Nil", "..", "...", "\u2026", "", "  ", " - ", "n/a*"];

  test("is a dash, n/a, nil, dots, or nothing", () => {
    expect(nils.filter((text) => !isNil(text))).toEqual([]);
  });

  test("is not zero, nor a negative number, nor a word", () => {
    expect(["0", "0.0 %", "-5", "(0)", "nickel", "n", ".", "-".repeat(1_000_000)].filter((text) => isNil(text))).toEqual([]);
  });

  test("is refused as a figure, with the way out", () => {
    for (const text of nils) expect(refusalOf(() => figure("mass", text, { unit: "t" })).code).toBe("malformed-figure");
    expect(refusalOf(() => figure("mass", "n/a")).message)
      .toBe('"n/a" is a figure that was not printed, and nil is not zero: ask isNil(text) first, and leave the figure out.');
  });

  test("is a question about texts only", () => {
    expect(refusalOf(() => isNil(undefined as unknown as string)).code).toBe("malformed-figure");
  });
});
