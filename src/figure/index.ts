/**
 * Figures as printed: {@link figure}, the interval of true values that would print so, and whether two prints can be of the same fact ({@link sameFact}).
 *
 * @module headgrade/figure
 */
export { Figure, figure, type FigureJSON } from "./figure.ts";
export { type Hedge } from "./hedge.ts";
export { figureFromJSON, type FigureInput } from "./input.ts";
export { isNil } from "./numeral.ts";
export { type FigureOptions } from "./options.ts";
export { roundingInterval, significantInterval, type RoundingRule } from "./rounding.ts";
export { roundTableTogether, type MovedEntry, type RoundedTable, type RoundQuantityTableOptions, type RoundTableOptions } from "./round-table.ts";
export {
  roundTogether, type MovedPart, type RoundedTogether, type RoundQuantitiesTogetherOptions, type RoundTogetherOptions,
} from "./round-together.ts";
export { sameFact, type SameFact } from "./same-fact.ts";
export { slipsOf, type Slip, type SlipKind } from "./slip.ts";
