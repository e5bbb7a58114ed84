/**
 * Periods and instants: {@link period}, {@link instant}, and which periods make up another ({@link tiles}, {@link tilings}).
 *
 * @module headgrade/period
 */
export { type FiscalYear, type PeriodOptions } from "./fiscal.ts";
export { Instant, instant, type InstantInput } from "./instant.ts";
export { Period, period, type PeriodInput } from "./period.ts";
export { MAX_TILINGS, tiles, tilings, type Tiling } from "./tiling.ts";
