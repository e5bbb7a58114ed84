/** Mass of rock from its volume. */
import type { QuantityInput } from "../quantity/parse.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { argument } from "./argument.ts";

/**
 * Mass of a volume of rock: `mass = volume x density`.
 *
 * A bank volume takes the density in place, a loose one the bulk density; where both say which, they must say the same.
 *
 * @param rock - the volume and its density, each as a quantity or as text.
 * @returns The mass, exact, in the density's mass unit (tonnes for t/m3), dry or wet as the density says.
 * @throws {@link HeadgradeError} `basis-mismatch` for a bank volume with a loose density or the other way round; `wrong-kind`; the errors of reading
 * text. The message names the field.
 * @source The product is the definition of density.
 * @example
 * ```ts
 * import { massOf } from "headgrade";
 *
 * String(massOf({ volume: "10,000 bcm", density: "2.7 t/bcm" })) // => "27,000 t"
 * ```
 * @category Volume
 */
export function massOf({ volume, density }: {
  readonly volume: QuantityInput<"volume">; readonly density: QuantityInput<"density">;
}): Quantity<"mass"> {
  return argument("density", "density", density).times(argument("volume", "volume", volume));
}
