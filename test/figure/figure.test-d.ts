/** What the compiler knows of figures. */
import { expectTypeOf, test } from "vitest";
import { figure, type Figure } from "../../src/figure/figure.ts";
import { sameFact } from "../../src/figure/same-fact.ts";
import { fraction, grade, mass } from "../../src/quantity/constructors.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";

const ore = figure("mass", "1.17 Mt");

test("a figure has the kind that it was read as", () => {
  expectTypeOf(ore).toEqualTypeOf<Figure<"mass">>();
  expectTypeOf(ore.quantity).toEqualTypeOf<Quantity<"mass">>();
  expectTypeOf(ore).toExtend<Figure>();
});

test("a figure is read from text alone", () => {
  // @ts-expect-error 74 and 74.0 are different figures
  figure("fraction", 74);
  // @ts-expect-error no such kind
  figure("length", "5 m");
  // @ts-expect-error no such rule
  figure("mass", "5 t", { rounding: "up" });
});

test("a figure meets its own kind only", () => {
  ore.admits(mass("5 t"));
  figure("fraction", "74.0 %").admits(fraction("74 %").as("recovery"));
  ore.intervalIn("oz");
  // @ts-expect-error a grade is no mass
  ore.admits(grade("5 g/t"));
  // @ts-expect-error a unit of another kind
  ore.intervalIn("g/t");
  // @ts-expect-error two kinds are not one fact
  sameFact(ore, figure("grade", "5 g/t"));
});
