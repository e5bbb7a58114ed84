import { describe, expect, test } from "vitest";
import { massOf } from "../../src/formula/volume.ts";

const refused = (code: string, words: RegExp) => expect.objectContaining({ code, message: expect.stringMatching(words) as string }) as never;

describe("mass of rock", () => {
  test.each([
    ["10,000 bcm", "2.7 t/bcm", "27,000 t", undefined], ["10,000 m3", "2.7 t/m3", "27,000 t", undefined], ["10,000 bcm", "2.7 t/m3", "27,000 t", undefined],
    ["27 ft3", "1 lb/yd3", "1 lb", undefined], ["10 bcm", "2.7 dmt/bcm", "27 dmt", "dry"], ["10 lcm", "1.9 wmt/lcm", "19 wmt", "wet"],
  ])("%s of %s weigh %s", (volume, density, mass, basis) => {
    const rock = massOf({ volume, density });
    expect([String(rock), rock.basis]).toEqual([mass, basis]);
  });

  test("bank and loose do not meet, and a missing field is named", () => {
    expect(() => massOf({ volume: "10 lcm", density: "2.7 t/bcm" })).toThrow(refused("basis-mismatch", /swell/));
    expect(() => massOf({ volume: "10 bcm", density: "1.9 t/lcm" })).toThrow(refused("basis-mismatch", /swell/));
    expect(() => massOf({ volume: "10 bcm" } as never)).toThrow(refused("wrong-kind", /^density is missing/));
    expect(() => massOf({ volume: "10 t", density: "1 t/m3" })).toThrow(refused("unknown-unit", /^volume: /));
  });
});
