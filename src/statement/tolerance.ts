/** How far a printed figure may be off besides its rounding: a final assay adjustment, say. */
import { HeadgradeError, shown } from "../error.ts";
import type { Figure } from "../figure/figure.ts";
import type { Ratio } from "../number/ratio.ts";
import { fraction } from "../quantity/constructors.ts";
import { quantityOf } from "../quantity/parse.ts";

/**
 * The tolerance that a text declares for a figure, in the base unit of its kind: a share of the printed value, or an amount. For a fraction, whose
 * amounts are shares too, an amount is given in points (`"0.5 pp"`).
 *
 * @throws {@link HeadgradeError} `wrong-kind`, and the errors of reading a quantity.
 * @internal
 */
export function toleranceOf(read: Figure, text: unknown): Ratio {
  if (typeof text !== "string") {
    throw new HeadgradeError("wrong-kind", `A tolerance is a text, a share such as "0.5 %" or an amount such as "100 ${read.quantity.unit}", and this is ${shown(text)}.`, { given: shown(text) });
  }
  const points = /^(.*\d)\s*(?:pp|% points|percentage points)$/.exec(text);
  if (points !== null && read.kind === "fraction") return fraction(`${points[1] ?? ""} %`).to("1").exact;
  if (/(?:%|percent|per cent)\s*$/.test(text)) return fraction(text).to("1").exact.times(read.quantity.inBase);
  return quantityOf(read.kind, text).inBase;
}
