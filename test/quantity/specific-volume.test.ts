/** Volume per mass: tonnage factors and volumetric stripping ratios. */
import { expect, test } from "vitest";
import { density, mass, specificVolume, volume } from "../../src/quantity/constructors.ts";

const coded = (code: string) => expect.objectContaining({ code }) as never;

test("a volume by a mass is a specific volume, and both come back from it", () => {
  const factor = volume("24,000 ft3").dividedBy(mass("2,000 st"));
  expect([factor.kind, String(factor)]).toEqual(["specificVolume", "12 ft3/st"]);
  expect(String(factor.times(mass("2,000 st")))).toBe("24,000 ft3");
  expect(String(volume("24,000 ft3").dividedBy(factor))).toBe("2,000 st");
});

test("it converts exactly between the two systems", () => {
  const perTonne = specificVolume("1 ft3/st").to("m3/t");
  expect(perTonne.exact.equals("28316846592/907184740000")).toBe(true);
  expect(String(specificVolume("0.4 m3/t").to("L/kg"))).toBe("0.4 L/kg");
});

test("it keeps what its volume and its mass were measured on", () => {
  expect(specificVolume("8.5 bcm/t").basis).toBe("bank");
  expect(specificVolume("8.5 bcm/dmt").basis).toBe("bank");
  expect(specificVolume("0.4 m3/dmt").basis).toBe("dry");
  expect(String(specificVolume("8.5 bcm/dmt").times(mass("2 dmt")))).toBe("17 bcm");
  expect(() => specificVolume("8.5 bcm/dmt").times(mass("2 wmt"))).toThrow(coded("basis-mismatch"));
  expect(() => specificVolume("8.5 bcm/t").plus(specificVolume("8.5 lcm/t"))).toThrow(coded("basis-mismatch"));
});

test("it is no density, and a bare ton is ambiguous in it", () => {
  expect(() => specificVolume(density("2.7 t/m3") as never)).toThrow(coded("wrong-kind"));
  expect(() => specificVolume("12 ft3/ton")).toThrow(coded("ambiguous-unit"));
  expect(() => specificVolume("12 t/ft3")).toThrow(coded("unknown-unit"));
  expect(() => specificVolume("12")).toThrow(coded("missing-unit"));
});
