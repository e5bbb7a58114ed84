/** How a formula takes its arguments: each a quantity or the text of one, and every refusal names the argument it is about. */
import { HeadgradeError, isHeadgradeError, type ErrorCode } from "../error.ts";
import { KINDS, type Kind, type Role } from "../quantity/kind.ts";
import { quantityOf, type QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";

/** The quantity that a field of a formula's argument stands for. @internal */
export function argument<K extends Kind, R extends Role = never>(name: string, kind: K, value: QuantityInput<K, R>, role?: R): Quantity<K, R> {
  try {
    return quantityOf(kind, value, role);
  } catch (error) {
    throw named(name, kind, value, error);
  }
}

/** The argument, once it is known not to be zero. @internal */
export function divisorArgument<K extends Kind, R extends Role = never>(name: string, kind: K, value: QuantityInput<K, R>, role?: R): Quantity<K, R> {
  const quantity = argument(name, kind, value, role);
  if (quantity.exact.isZero) throw zeroDivisor(name, quantity.toString());
  return quantity;
}

/** What is thrown for a divisor that is zero. @internal */
export function zeroDivisor(name: string, given: string): HeadgradeError {
  return new HeadgradeError("division-by-zero", `${name} is ${given}, and the formula divides by it: it must be other than zero.`, { argument: name, given });
}

/** What is thrown for an argument whose value the formula cannot take. @internal */
export function refused(code: ErrorCode, name: string, given: string, reason: string): HeadgradeError {
  return new HeadgradeError(code, `${name} is ${given}: ${reason}.`, { argument: name, given });
}

function named(name: string, kind: Kind, value: unknown, error: unknown): unknown {
  if (value === undefined || value === null) {
    return new HeadgradeError(
      "wrong-kind", `${name} is missing: expected a ${KINDS[kind].noun}, as a quantity or as text with its unit.`, { argument: name, expected: kind },
    );
  }
  return isHeadgradeError(error) ? new HeadgradeError(error.code, `${name}: ${error.message}`, { ...error.facts, argument: name }) : error;
}
