/** Standard uncertainties: the roots of variances. Most have no end, so a root is rounded, to a stated number of digits. */
import { Ratio } from "../number/ratio.ts";
import { squareRoot as exactRoot } from "../number/root.ts";

/** The significant digits to which a standard uncertainty is told. */
const ROOT_DIGITS = 20;

/** The root of a variance, which is nothing where the variance is: exact where it is rational, else rounded to 20 digits or as many as said. @internal */
export function squareRoot(variance: Ratio, digits: number = ROOT_DIGITS): Ratio {
  return variance.sign <= 0 ? Ratio.zero : exactRoot(variance, digits);
}
