/** What a function that wants a figure accepts, and a figure from its plain data. */
import { HeadgradeError, shown } from "../error.ts";
import { KINDS, type Kind } from "../quantity/kind.ts";
import { Figure, figure, type FigureJSON } from "./figure.ts";
import type { FigureOptions } from "./options.ts";

/**
 * What a function that wants a figure accepts: the figure itself or its text.
 *
 * @category Figures
 */
export type FigureInput<K extends Kind = Kind> = Figure<K> | string;

/** Whether a value is a figure of this copy of the package. @internal */
function isFigure(value: unknown): value is Figure {
  return value instanceof Figure;
}

/**
 * The figure that an argument stands for. Text is read with the options; a figure keeps its own, and one of another kind is refused.
 *
 * @internal
 */
export function figureOf<K extends Kind>(kind: K, value: FigureInput<K>, options?: FigureOptions): Figure<K> {
  const given: unknown = value;
  if (isForeignFigure(given)) return figureFromJSON(given.toJSON(), kind);
  if (!isFigure(given)) return figure(kind, value as string, options);
  if (given.kind === kind) return given as Figure<K>;
  throw new HeadgradeError(
    "wrong-kind", `Expected a ${KINDS[kind].noun} and got the figure ${shown(given.text)}, a ${KINDS[given.kind].noun}.`, { expected: kind, given: given.kind },
  );
}

/**
 * Reads a figure back from its JSON, to the very same text and interval.
 *
 * @param json - what {@link Figure.toJSON} gave.
 * @param kind - the kind that it must be of, if any.
 * @throws {@link HeadgradeError} `wrong-kind` for what is no such data, and the errors of {@link figure}.
 * @example
 * ```ts
 * import { figure, figureFromJSON } from "headgrade";
 *
 * const recovery = figure("fraction", "74.0", { unit: "%", rounding: "half-even" });
 * JSON.stringify(recovery) // => '{"kind":"fraction","text":"74.0","unit":"%","rounding":"half-even"}'
 * String(figureFromJSON(JSON.parse(JSON.stringify(recovery))).interval) // => "[73.95, 74.05]"
 * ```
 * @category Figures
 */
export function figureFromJSON<K extends Kind = Kind>(json: unknown, kind?: K): Figure<K> {
  const { kind: given, text, ...options } = (typeof json === "object" && json !== null ? json : {}) as Partial<FigureJSON>;
  if (typeof given === "string" && Object.hasOwn(KINDS, given) && typeof text === "string" && (kind === undefined || given === kind)) {
    return figure(given as K, text, options);
  }
  const wanted = kind === undefined ? "a figure" : `a figure of a ${KINDS[kind].noun}`;
  throw new HeadgradeError(
    "wrong-kind", `Expected the JSON of ${wanted}, such as {"kind":"fraction","text":"74.0 %"}, and got ${shown(given ?? json)}.`, { given: shown(given ?? json) },
  );
}

// A figure of the other copy of the package (ESM beside CommonJS).
function isForeignFigure(value: unknown): value is { toJSON: () => unknown } {
  return typeof value === "object" && value !== null && !isFigure(value)
    && (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === "Figure" && typeof (value as { toJSON?: unknown }).toJSON === "function";
}
