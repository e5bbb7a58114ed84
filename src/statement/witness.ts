/** The proof that a report is consistent. */
import type { Graph } from "../balance/graph.ts";
import { verify } from "../balance/witness.ts";
import { HeadgradeError, shown } from "../error.ts";
import { bundle } from "../markup/bundle.ts";
import type { Table } from "../markup/table.ts";
import { JUPYTER_DISPLAY, NODE_INSPECT } from "../number/display.ts";
import type { Ratio } from "../number/ratio.ts";
import type { Kind, Role } from "../quantity/kind.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { nearestTo } from "../problem/nearest.ts";

/**
 * One exact value for every amount and ratio of a report that satisfies every tie and prints as every figure was printed: the proof of consistency.
 * It is *a* way in which all could be true, not *the* truth.
 *
 * @category Reconciliation
 */
export class Witness {
  readonly #graph: Graph;
  readonly #values: readonly Ratio[];
  readonly #quantity: (address: string, inBase: Ratio) => Quantity<Kind, Role>;

  /** @internal */
  constructor(graph: Graph, values: readonly Ratio[], quantity: (address: string, inBase: Ratio) => Quantity<Kind, Role>) {
    this.#graph = graph;
    this.#values = values;
    this.#quantity = quantity;
  }

  /** The addresses that it gives a value to. */
  get addresses(): readonly string[] {
    return this.#graph.unknowns.map(({ name }) => name);
  }

  /** The value at an address. @throws {@link HeadgradeError} `unknown-address`. */
  at(address: string): Quantity<Kind, Role> {
    const place = this.#graph.unknowns.findIndex(({ name }) => name === address);
    if (place < 0) throw unknownAddress(address, this.addresses);
    return this.#quantity(address, this.#values[place] as Ratio);
  }

  /** Checks every tie and every figure once more, exactly. */
  verify(): boolean {
    return verify(this.#graph, this.#values);
  }

  toJSON(): Record<string, Quantity<Kind, Role>> {
    return Object.fromEntries(this.addresses.map((address) => [address, this.at(address)]));
  }

  get [Symbol.toStringTag](): string {
    return "Witness";
  }

  /** @internal */
  [NODE_INSPECT](): string {
    return `Witness ${this.addresses.map((address) => `\n  ${address} = ${this.at(address).toString()}`).join("")}`;
  }

  /** @internal */
  [JUPYTER_DISPLAY](): Record<string, string> {
    const table: Table = {
      caption: "A witness: one way in which every printed figure is true", heads: ["value", "exact"],
      rows: this.addresses.map((address) => [address, this.at(address).toString()]), numbers: (column) => column > 0,
    };
    return bundle(this[NODE_INSPECT](), [table]);
  }
}

/** What is thrown for an address that a report does not hold. @internal */
export function unknownAddress(given: unknown, known: readonly string[]): HeadgradeError {
  const text = typeof given === "string" ? given : "";
  const near = nearestTo(text, known);
  const choices = near === undefined ? known.slice(0, 6) : [near];
  return new HeadgradeError(
    "unknown-address", `This report holds no ${shown(given)}: ${near === undefined ? `it holds ${choices.map((address) => `"${address}"`).join(", ")}, ...` : `did you mean "${near}"?`}`,
    { given: text.slice(0, 100) },
  );
}
