/** One constructor a kind: text with its unit, or a number beside a unit. */
import type { Numeric } from "../number/ratio.ts";
import { makeQuantity, type ReadOptions } from "./parse.ts";
import type { Quantity } from "./quantity.ts";
import type {
  ConcentrationUnit, Currency, DensityUnit, DurationUnit, FractionUnit, GradeUnit, MassUnit, PriceUnit, SpecificVolumeUnit, ThroughputUnit, VolumeFlowUnit,
  VolumeUnit,
} from "./unit.ts";

/**
 * Makes a mass: ore, concentrate, metal, water.
 *
 * Mass of ore and of metal; `oz` is the troy ounce. A bare `ton` is refused: say `t`, `st` or `lt`.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { mass } from "headgrade";
 *
 * String(mass("52,067 oz").to("kg")) // => "1,619.4647265456 kg"
 * mass(1165388, "t").equals(mass("1,165.388 kt")) // => true
 * ```
 * @category Quantities
 */
export function mass(text: string | Quantity<"mass">, options?: ReadOptions): Quantity<"mass">;
export function mass(value: Numeric, unit: MassUnit, options?: ReadOptions): Quantity<"mass">;
export function mass(value: Numeric | Quantity<"mass">, unit?: MassUnit | ReadOptions, options?: ReadOptions): Quantity<"mass"> {
  return makeQuantity("mass", value, unit, options);
}

/**
 * Makes a grade: metal per ore.
 *
 * A grade is no fraction: it does not add to one, and `oz/t` is refused since American reports mean the short ton by it.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { grade } from "headgrade";
 *
 * String(grade("0.05 oz/st").to("g/t").to("oz/st")) // => "0.05 oz/st"
 * grade("1 oz/st").to("g/t").exact.toString() // => "240/7"
 * ```
 * @category Quantities
 */
export function grade(text: string | Quantity<"grade">, options?: ReadOptions): Quantity<"grade">;
export function grade(value: Numeric, unit: GradeUnit, options?: ReadOptions): Quantity<"grade">;
export function grade(value: Numeric | Quantity<"grade">, unit?: GradeUnit | ReadOptions, options?: ReadOptions): Quantity<"grade"> {
  return makeQuantity("grade", value, unit, options);
}

/**
 * Makes a fraction: recovery, moisture, mass pull, payability, strip ratio.
 *
 * Text must say `%` or `1`; fractions above 100 % are legal.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { fraction } from "headgrade";
 *
 * String(fraction("74.0 %").to("1")) // => "0.74"
 * fraction("74 %").equals(fraction(0.74, "1")) // => true
 * ```
 * @category Quantities
 */
export function fraction(text: string | Quantity<"fraction">, options?: ReadOptions): Quantity<"fraction">;
export function fraction(value: Numeric, unit: FractionUnit, options?: ReadOptions): Quantity<"fraction">;
export function fraction(value: Numeric | Quantity<"fraction">, unit?: FractionUnit | ReadOptions, options?: ReadOptions): Quantity<"fraction"> {
  return makeQuantity("fraction", value, unit, options);
}

/**
 * Makes a throughput: mass per time.
 *
 * Rates per month and per year (`t/mo`, `t/a`) convert to daily ones only over a period: {@link tonnage}, {@link dailyThroughput}.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { throughput, duration } from "headgrade";
 *
 * String(throughput("12,667 t/d").times(duration("92 d"))) // => "1,165,364 t"
 * ```
 * @category Quantities
 */
export function throughput(text: string | Quantity<"throughput">, options?: ReadOptions): Quantity<"throughput">;
export function throughput(value: Numeric, unit: ThroughputUnit, options?: ReadOptions): Quantity<"throughput">;
export function throughput(value: Numeric | Quantity<"throughput">, unit?: ThroughputUnit | ReadOptions, options?: ReadOptions): Quantity<"throughput"> {
  return makeQuantity("throughput", value, unit, options);
}

/**
 * Makes a duration.
 *
 * Days of a period, operating days, hours. A month or a year is a period, not a duration.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { duration } from "headgrade";
 *
 * String(duration("2,208 h").to("d")) // => "92 d"
 * ```
 * @category Quantities
 */
export function duration(text: string | Quantity<"duration">, options?: ReadOptions): Quantity<"duration">;
export function duration(value: Numeric, unit: DurationUnit, options?: ReadOptions): Quantity<"duration">;
export function duration(value: Numeric | Quantity<"duration">, unit?: DurationUnit | ReadOptions, options?: ReadOptions): Quantity<"duration"> {
  return makeQuantity("duration", value, unit, options);
}

/**
 * Makes a volume.
 *
 * Bank (`bcm`) and loose (`lcm`) volumes do not meet without a swell.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { volume } from "headgrade";
 *
 * String(volume("1,000 yd3").to("m3")) // => "764.554857984 m3"
 * ```
 * @category Quantities
 */
export function volume(text: string | Quantity<"volume">, options?: ReadOptions): Quantity<"volume">;
export function volume(value: Numeric, unit: VolumeUnit, options?: ReadOptions): Quantity<"volume">;
export function volume(value: Numeric | Quantity<"volume">, unit?: VolumeUnit | ReadOptions, options?: ReadOptions): Quantity<"volume"> {
  return makeQuantity("volume", value, unit, options);
}

/**
 * Makes a density: mass per volume of rock.
 *
 * Use {@link concentration} for metal in solution.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { density, volume } from "headgrade";
 *
 * String(density("2.7 t/m3").times(volume("1,000 m3"))) // => "2,700 t"
 * ```
 * @category Quantities
 */
export function density(text: string | Quantity<"density">, options?: ReadOptions): Quantity<"density">;
export function density(value: Numeric, unit: DensityUnit, options?: ReadOptions): Quantity<"density">;
export function density(value: Numeric | Quantity<"density">, unit?: DensityUnit | ReadOptions, options?: ReadOptions): Quantity<"density"> {
  return makeQuantity("density", value, unit, options);
}

/**
 * Makes a concentration: metal per volume of solution.
 *
 * Use {@link density} for rock.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { concentration } from "headgrade";
 *
 * String(concentration("850 mg/L").to("g/L")) // => "0.85 g/L"
 * ```
 * @category Quantities
 */
export function concentration(text: string | Quantity<"concentration">, options?: ReadOptions): Quantity<"concentration">;
export function concentration(value: Numeric, unit: ConcentrationUnit, options?: ReadOptions): Quantity<"concentration">;
export function concentration(value: Numeric | Quantity<"concentration">, unit?: ConcentrationUnit | ReadOptions, options?: ReadOptions): Quantity<"concentration"> {
  return makeQuantity("concentration", value, unit, options);
}

/**
 * Makes a specific volume: volume per mass.
 *
 * How ore is told in the ground where tonnage factors are printed (cubic feet per short ton), and waste over ore where waste is measured by volume (bank
 * cubic metres per tonne). It is the reciprocal of a density: `tonnageFactor` of `headgrade/formula` crosses.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { mass, specificVolume } from "headgrade";
 *
 * String(specificVolume("8.5 bcm/t").times(mass("2,000 t"))) // => "17,000 bcm"
 * ```
 * @category Quantities
 */
export function specificVolume(text: string | Quantity<"specificVolume">, options?: ReadOptions): Quantity<"specificVolume">;
export function specificVolume(value: Numeric, unit: SpecificVolumeUnit, options?: ReadOptions): Quantity<"specificVolume">;
export function specificVolume(value: Numeric | Quantity<"specificVolume">, unit?: SpecificVolumeUnit | ReadOptions, options?: ReadOptions): Quantity<"specificVolume"> {
  return makeQuantity("specificVolume", value, unit, options);
}

/**
 * Makes a volume flow: solution or slurry per time.
 *
 * With a concentration it gives metal per time.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { volumeFlow } from "headgrade";
 *
 * String(volumeFlow("100 L/s").to("m3/h")) // => "360 m3/h"
 * ```
 * @category Quantities
 */
export function volumeFlow(text: string | Quantity<"volumeFlow">, options?: ReadOptions): Quantity<"volumeFlow">;
export function volumeFlow(value: Numeric, unit: VolumeFlowUnit, options?: ReadOptions): Quantity<"volumeFlow">;
export function volumeFlow(value: Numeric | Quantity<"volumeFlow">, unit?: VolumeFlowUnit | ReadOptions, options?: ReadOptions): Quantity<"volumeFlow"> {
  return makeQuantity("volumeFlow", value, unit, options);
}

/**
 * Makes an amount of money in one currency.
 *
 * Two currencies do not add; a bare `$` is refused: say `USD`, `CAD`, `AUD`, ...
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { money } from "headgrade";
 *
 * String(money("US$1.2 million")) // => "USD 1,200,000"
 * ```
 * @category Quantities
 */
export function money(text: string | Quantity<"money">, options?: ReadOptions): Quantity<"money">;
export function money(value: Numeric, unit: Currency, options?: ReadOptions): Quantity<"money">;
export function money(value: Numeric | Quantity<"money">, unit?: Currency | ReadOptions, options?: ReadOptions): Quantity<"money"> {
  return makeQuantity("money", value, unit, options);
}

/**
 * Makes a price: money per mass.
 *
 * Per troy ounce, pound, tonne, dry metric tonne unit, and so on.
 *
 * @param text - the number and its unit, or a number beside a unit. Exact; nothing is rounded.
 * @throws {@link HeadgradeError} `malformed-number`, `not-a-number`, `unsafe-integer`, `too-large` for the number; `missing-unit`, `unknown-unit`,
 * `ambiguous-unit` for the unit;
 * `wrong-kind` for a quantity of another kind.
 * @example
 * ```ts
 * import { mass, price } from "headgrade";
 *
 * String(price("1.50 USD/lb").times(mass("1,000 lb"))) // => "USD 1,500"
 * ```
 * @category Quantities
 */
export function price(text: string | Quantity<"price">, options?: ReadOptions): Quantity<"price">;
export function price(value: Numeric, unit: PriceUnit, options?: ReadOptions): Quantity<"price">;
export function price(value: Numeric | Quantity<"price">, unit?: PriceUnit | ReadOptions, options?: ReadOptions): Quantity<"price"> {
  return makeQuantity("price", value, unit, options);
}
