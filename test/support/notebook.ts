/** What a notebook is shown of a value. */

export interface Shown {
  readonly "text/plain": string;
  readonly "text/markdown": string;
  readonly "text/html": string;
}

/** The bundle of a value, which has its three texts and no more. */
export function shownBy(value: unknown): Shown {
  const bundle = (value as Record<symbol, () => Record<string, unknown>>)[Symbol.for("Jupyter.display")]!();
  const types = ["text/plain", "text/markdown", "text/html"];
  if (Object.keys(bundle).join() !== types.join() || types.some((type) => typeof bundle[type] !== "string")) throw new Error(`No bundle of three texts: ${Object.keys(bundle).join()}`);
  return bundle as unknown as Shown;
}
