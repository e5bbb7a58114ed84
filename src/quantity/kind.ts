/**
 * The closed list of kinds of quantity. Grade, recovery and moisture are all plain numbers to physics; here a grade is not a fraction, and the two never
 * add.
 */

/**
 * What a quantity is: the closed list of kinds.
 *
 * @category Quantities
 */
export type Kind =
  | "mass"
  | "grade"
  | "fraction"
  | "throughput"
  | "duration"
  | "volume"
  | "density"
  | "concentration"
  | "specificVolume"
  | "volumeFlow"
  | "money"
  | "price";

/**
 * What a fraction is a fraction of. Roles do not interchange: a moisture is refused where a recovery is asked for. A fraction without a role fits any.
 *
 * @category Quantities
 */
export type Role = "recovery" | "moisture" | "massPull" | "payability";

/**
 * What a mass or a volume was measured on: dry or wet tonnes, bank (in place) or loose cubic metres. A quantity on one basis never meets one on
 * another; one that states none is taken at its word.
 *
 * @category Quantities
 */
export type Basis = "dry" | "wet" | "bank" | "loose";

/** Each kind in words, for messages, and the unit that conversions go through. @internal */
export const KINDS: Readonly<Record<Kind, { readonly noun: string; readonly base: string }>> = {
  mass: { noun: "mass", base: "g" },
  grade: { noun: "grade", base: "g/g" },
  fraction: { noun: "fraction", base: "1" },
  throughput: { noun: "throughput", base: "g/d" },
  duration: { noun: "duration", base: "d" },
  volume: { noun: "volume", base: "m3" },
  density: { noun: "density", base: "g/m3" },
  concentration: { noun: "concentration", base: "g/m3" },
  specificVolume: { noun: "specific volume", base: "m3/g" },
  volumeFlow: { noun: "volume flow", base: "m3/d" },
  money: { noun: "sum of money", base: "one unit of its currency" },
  price: { noun: "price", base: "one unit of its currency per g" },
};
