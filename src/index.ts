/**
 * Mine-production figures, computed exactly.
 *
 * @module
 */
export { HeadgradeError, isHeadgradeError, type ErrorCode, type ErrorFacts } from "./error.ts";
