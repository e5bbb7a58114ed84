/** A constraint as it is written on paper: `"feed = concentrate + tailings"`, `"m1 + m2 - 0.2 mV = m3"`. */
import { HeadgradeError, shown } from "../error.ts";
import { Ratio } from "../number/ratio.ts";

/** A linear equation: the sum of coefficient times value makes the constant. @internal */
export interface LinearForm {
  readonly coefficients: ReadonlyMap<string, Ratio>;
  readonly constant: Ratio;
}

const TERM = /\s*([+\-\u2212])?\s*(\d+(?:\.\d+)?(?:\/\d+)?)?\s*(?:[*\u00b7]\s*)?([\p{L}_][\p{L}\p{N}_.]*)?\s*/uy;

/** The equation that a text says. @throws `HeadgradeError` `malformed-formula`. @internal */
export function parseConstraint(text: string): LinearForm {
  const sides = text.split("=");
  if (sides.length !== 2 || text.length > 100_000) throw malformed(text, "a constraint is two sums with one = between them");
  const coefficients = new Map<string, Ratio>();
  let constant = Ratio.zero;
  for (const [index, side] of sides.entries()) {
    const direction = index === 0 ? 1 : -1;
    TERM.lastIndex = 0;
    let isFirst = true;
    while (TERM.lastIndex < side.length || isFirst) {
      const at = TERM.lastIndex;
      const found = TERM.exec(side);
      const [, sign, number, name] = found ?? [];
      if (found === null || TERM.lastIndex === at || (number === undefined && name === undefined)) throw malformed(text, `cannot read on at ${shown(side.slice(at).trim())}`);
      if (!isFirst && sign === undefined) throw malformed(text, `a + or - is missing before ${shown(side.slice(at).trim())}`);
      const value = Ratio.of(number ?? "1").times(sign === undefined || sign === "+" ? direction : -direction);
      if (name === undefined) constant = constant.minus(value);
      else coefficients.set(name, (coefficients.get(name) ?? Ratio.zero).plus(value));
      isFirst = false;
    }
  }
  return { coefficients, constant };
}

function malformed(text: string, reason: string): HeadgradeError {
  return new HeadgradeError(
    "malformed-formula", `Cannot read the constraint ${shown(text)}: ${reason}. Write it as "feed = concentrate + tailings", with factors as in "0.2 feed".`, { given: text.slice(0, 200) },
  );
}
