/** The tableau of the simplex: each basic variable written as a sum of the others, with an index of the rows in which each of those stands. */
import type { Ratio } from "../number/ratio.ts";

/** Sparse rows and columns of rationals. @internal */
export class Tableau {
  readonly #rows = new Map<number, Map<number, Ratio>>();
  readonly #columns = new Map<number, Set<number>>();

  basics(): IterableIterator<number> {
    return this.#rows.keys();
  }

  row(basic: number): ReadonlyMap<number, Ratio> {
    return this.#rows.get(basic) ?? NO_ROW;
  }

  rowsWith(variable: number): ReadonlySet<number> {
    return this.#columns.get(variable) ?? NO_COLUMN;
  }

  set(basic: number, row: Map<number, Ratio>): void {
    this.#rows.set(basic, row);
    for (const variable of row.keys()) this.#columnOf(variable).add(basic);
  }

  delete(basic: number): void {
    for (const variable of this.row(basic).keys()) this.#columns.get(variable)?.delete(basic);
    this.#rows.delete(basic);
  }

  /** Writes `entering` in a row as the sum that it is equal to. */
  substitute(basic: number, entering: number, factor: Ratio, sum: ReadonlyMap<number, Ratio>): void {
    const row = this.#rows.get(basic) as Map<number, Ratio>;
    row.delete(entering);
    this.#columns.get(entering)?.delete(basic);
    for (const [variable, share] of sum) {
      const before = row.get(variable);
      const after = before === undefined ? share.times(factor) : before.plus(share.times(factor));
      if (after.isZero) {
        row.delete(variable);
        this.#columns.get(variable)?.delete(basic);
      } else {
        row.set(variable, after);
        if (before === undefined) this.#columnOf(variable).add(basic);
      }
    }
  }

  #columnOf(variable: number): Set<number> {
    let column = this.#columns.get(variable);
    if (column === undefined) this.#columns.set(variable, column = new Set());
    return column;
  }
}

const NO_ROW: ReadonlyMap<number, Ratio> = /* @__PURE__ */ new Map();
const NO_COLUMN: ReadonlySet<number> = /* @__PURE__ */ new Set();
