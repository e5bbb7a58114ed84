/**
 * The formulas of the trade, each exact, each taking quantities or their text.
 *
 * @module headgrade/formula
 */
export { blend } from "./blend.ts";
export { containedMetal, headGrade, oreFor, recoveredMetal, recovery, type GradedOre, type TreatedOre } from "./metal.ts";
export { dryMass, moisture, wetMass } from "./moisture.ts";
export { QuantityRange, type QuantityInterval } from "./quantity-range.ts";
export { rangeOf, type Printed, type RangeOf, type RangeOptions } from "./range.ts";
export { dailyThroughput, tonnage, type Time } from "./throughput.ts";
export { massOf } from "./volume.ts";
