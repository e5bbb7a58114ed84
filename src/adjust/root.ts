/** Square roots of exact numbers. Most have no end, so a root is rounded, to a stated number of digits. */
import { Ratio } from "../number/ratio.ts";

/** The significant digits to which a standard uncertainty is told. @internal */
const ROOT_DIGITS = 20;

/** The square root of a number that is not negative: exact where it is rational, else rounded to 20 digits or as many as said. @internal */
export function squareRoot(value: Ratio, digits: number = ROOT_DIGITS): Ratio {
  if (value.sign <= 0) return Ratio.zero;
  const { numerator, denominator } = value;
  const [n, d] = [integerRoot(numerator), integerRoot(denominator)];
  if (n * n === numerator && d * d === denominator) return Ratio.fraction(n, d);
  // Enough places that the whole part of the scaled root has the digits asked for, and two to spare.
  const lead = Math.floor((numerator.toString().length - denominator.toString().length) / 2);
  const places = Math.max(0, digits + 2 - lead);
  const scale = 10n ** BigInt(places);
  return Ratio.fraction(integerRoot(numerator * scale * scale / denominator), scale).rounded({ digits });
}

// Newton's method from above.
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
