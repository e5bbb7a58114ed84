/**
 * The factors L D L' of a sparse, symmetric, positive definite matrix, in doubles: rows are put in an order of least degree first, so that few cells fill
 * in; and
 * of its inverse, those cells that lie where L has some, which are all that the variances of adjusted values need.
 */

/** The rows of a symmetric matrix; every cell is there twice, or on the diagonal once. @internal */
export type SymmetricRows = readonly { readonly columns: Int32Array | readonly number[]; readonly cells: Float64Array | readonly number[] }[];

/** An order in which each row in turn has the fewest neighbours left. @internal */
export function leastDegreeFirst(rows: SymmetricRows): Int32Array {
  return leastDegreeWithin(rows, Infinity) as Int32Array;
}

/**
 * The same, where making the factors takes so many products at most; else `undefined`. Neighbours are bits, so that merging two lists is a few operations on
 * words.
 *
 * @internal
 */
export function leastDegreeWithin(rows: SymmetricRows, most: number): Int32Array | undefined {
  const size = rows.length;
  let work = 0;
  const words = (size + 31) >> 5;
  const bits = new Int32Array(size * words);
  for (const [row, { columns }] of rows.entries()) {
    for (const column of columns) {
      const word = row * words + (column >> 5);
      if (column !== row) bits[word] = (bits[word] as number) | (1 << (column & 31));
    }
  }
  const degrees = Int32Array.from(rows, (_, row) => countBits(bits, row * words, words));
  const isDone = new Uint8Array(size);
  const order = new Int32Array(size);
  for (let step = 0; step < size; step++) {
    let next = -1;
    for (let row = 0; row < size; row++) {
      if (isDone[row] === 0 && (next < 0 || (degrees[row] as number) < (degrees[next] as number))) next = row;
    }
    order[step] = next;
    isDone[next] = 1;
    work += (degrees[next] as number) ** 2;
    if (work > most) return undefined;
    const from = next * words;
    const clear = ~(1 << (next & 31));
    for (let word = 0; word < words; word++) {
      for (let left = bits[from + word] as number; left !== 0; left &= left - 1) {
        const neighbour = (word << 5) + (31 - Math.clz32(left & -left));
        const to = neighbour * words;
        for (let at = 0; at < words; at++) bits[to + at] = (bits[to + at] as number) | (bits[from + at] as number);
        bits[to + (neighbour >> 5)] = (bits[to + (neighbour >> 5)] as number) & ~(1 << (neighbour & 31));
        bits[to + (next >> 5)] = (bits[to + (next >> 5)] as number) & clear;
        degrees[neighbour] = countBits(bits, to, words);
      }
    }
  }
  return order;
}

function countBits(bits: Int32Array, from: number, words: number): number {
  let count = 0;
  for (let at = from; at < from + words; at++) {
    let word = bits[at] as number;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

// A pivot that has lost so much of its diagonal is zero but for rounding; its row then says nothing new.
const LOST = 1e-14;

/** The factors of a matrix, and what is solved with them. @internal */
export class SymmetricFactors {
  readonly #order: Int32Array;
  readonly #place: Int32Array;
  readonly #parent: Int32Array;
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #cells: Float64Array;
  readonly #pivots: Float64Array;
  readonly #work: Float64Array;
  readonly #flags: Int32Array;
  #flag = 0;
  #inverse: { readonly cells: Float64Array; readonly diagonal: Float64Array } | undefined;

  /** @param order - from {@link leastDegreeFirst}, of any matrix that has its cells where this one has. */
  constructor(matrix: SymmetricRows, order: Int32Array) {
    const size = matrix.length;
    const place = new Int32Array(size);
    for (const [at, row] of order.entries()) place[row] = at;
    const parent = new Int32Array(size).fill(-1);
    const counts = new Int32Array(size);
    const flags = new Int32Array(size).fill(-1);
    for (let k = 0; k < size; k++) {
      flags[k] = k;
      const { columns } = matrix[order[k] as number] as SymmetricRows[number];
      for (const column of columns) {
        // The upper triangle by columns, in the new order.
        const start = place[column] as number;
        if (start > k) continue;
        for (let i = start; flags[i] !== k; i = parent[i] as number) {
          if (parent[i] === -1) parent[i] = k;
          counts[i] = (counts[i] as number) + 1;
          flags[i] = k;
        }
      }
    }
    const starts = new Int32Array(size + 1);
    for (let k = 0; k < size; k++) starts[k + 1] = (starts[k] as number) + (counts[k] as number);
    const rows = new Int32Array(starts[size] as number);
    const cells = new Float64Array(starts[size] as number);
    const pivots = new Float64Array(size);
    const filled = new Int32Array(size);
    const line = new Float64Array(size);
    const path = new Int32Array(size);
    const pattern = new Int32Array(size);
    flags.fill(-1);
    for (let k = 0; k < size; k++) {
      let top = size;
      flags[k] = k;
      let diagonal = 0;
      const { columns, cells: given } = matrix[order[k] as number] as SymmetricRows[number];
      for (let at = 0; at < columns.length; at++) {
        const start = place[columns[at] as number] as number;
        if (start > k) continue;
        const cell = given[at] as number;
        line[start] = (line[start] as number) + cell;
        if (start === k) diagonal = cell;
        let length = 0;
        for (let i = start; flags[i] !== k; i = parent[i] as number) {
          path[length++] = i;
          flags[i] = k;
        }
        while (length > 0) pattern[--top] = path[--length] as number;
      }
      let pivot = line[k] as number;
      line[k] = 0;
      for (; top < size; top++) {
        const i = pattern[top] as number;
        const value = line[i] as number;
        line[i] = 0;
        const end = (starts[i] as number) + (filled[i] as number);
        for (let p = starts[i] as number; p < end; p++) line[rows[p] as number] = (line[rows[p] as number] as number) - (cells[p] as number) * value;
        const cell = value / (pivots[i] as number);
        pivot -= cell * value;
        rows[end] = k;
        cells[end] = cell;
        filled[i] = (filled[i] as number) + 1;
      }
      pivots[k] = pivot > LOST * diagonal ? pivot : Infinity;
    }
    this.#order = order;
    this.#place = place;
    this.#parent = parent;
    this.#starts = starts;
    this.#rows = rows;
    this.#cells = cells;
    this.#pivots = pivots;
    this.#work = new Float64Array(size);
    this.#flags = new Int32Array(size);
  }

  /** The cells of L. */
  get filled(): number {
    return this.#cells.length;
  }

  /** The solution x of A x = b; zero in rows that say nothing new. */
  solve(right: ArrayLike<number>): Float64Array {
    const size = this.#order.length;
    const x = Float64Array.from(this.#order, (row) => right[row] as number);
    for (let k = 0; k < size; k++) {
      const value = x[k] as number;
      for (let p = this.#starts[k] as number; p < (this.#starts[k + 1] as number); p++) {
        x[this.#rows[p] as number] = (x[this.#rows[p] as number] as number) - (this.#cells[p] as number) * value;
      }
    }
    for (let k = size - 1; k >= 0; k--) {
      let value = (x[k] as number) / (this.#pivots[k] as number);
      for (let p = this.#starts[k] as number; p < (this.#starts[k + 1] as number); p++) {
        value -= (this.#cells[p] as number) * (x[this.#rows[p] as number] as number);
      }
      x[k] = value;
    }
    const solution = new Float64Array(size);
    for (let k = 0; k < size; k++) solution[this.#order[k] as number] = x[k] as number;
    return solution;
  }

  /** q' A^-1 q, for a q of few cells: only the columns of L above them are met. */
  quadratic(sparse: ReadonlyMap<number, number>): number {
    const flag = ++this.#flag;
    const reached: number[] = [];
    for (const [row, cell] of sparse) {
      const start = this.#place[row] as number;
      this.#work[start] = (this.#work[start] as number) + cell;
      for (let i = start; i !== -1 && this.#flags[i] !== flag; i = this.#parent[i] as number) {
        this.#flags[i] = flag;
        reached.push(i);
      }
    }
    reached.sort((a, b) => a - b);
    let sum = 0;
    for (const k of reached) {
      const value = this.#work[k] as number;
      this.#work[k] = 0;
      if (value === 0) continue;
      sum += value * value / (this.#pivots[k] as number);
      for (let p = this.#starts[k] as number; p < (this.#starts[k + 1] as number); p++) {
        this.#work[this.#rows[p] as number] = (this.#work[this.#rows[p] as number] as number) - (this.#cells[p] as number) * value;
      }
    }
    return sum;
  }

  /** One cell of the inverse, where the matrix itself has a cell. */
  inverseAt(row: number, column: number): number {
    const { cells, diagonal } = this.#inverse ??= this.#inverted();
    const a = Math.min(this.#place[row] as number, this.#place[column] as number);
    const b = Math.max(this.#place[row] as number, this.#place[column] as number);
    if (a === b) return diagonal[a] as number;
    let low = this.#starts[a] as number;
    let high = this.#starts[a + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle] as number) < b) low = middle + 1;
      else high = middle;
    }
    return cells[low] as number;
  }

  // From the last column to the first, each from those that its own cells name (Takahashi, Fagan and Chin 1973).
  #inverted(): { readonly cells: Float64Array; readonly diagonal: Float64Array } {
    const size = this.#order.length;
    const cells = new Float64Array(this.#cells.length);
    const diagonal = new Float64Array(size);
    const factor = new Float64Array(size);
    const sums = new Float64Array(size);
    const mark = new Int32Array(size).fill(-1);
    for (let j = size - 1; j >= 0; j--) {
      const [from, to] = [this.#starts[j] as number, this.#starts[j + 1] as number];
      for (let p = from; p < to; p++) {
        const row = this.#rows[p] as number;
        factor[row] = this.#cells[p] as number;
        sums[row] = 0;
        mark[row] = j;
      }
      for (let p = from; p < to; p++) {
        const k = this.#rows[p] as number;
        const l = factor[k] as number;
        let sum = (diagonal[k] as number) * l;
        for (let q = this.#starts[k] as number; q < (this.#starts[k + 1] as number); q++) {
          const i = this.#rows[q] as number;
          if (mark[i] !== j) continue;
          sum += (cells[q] as number) * (factor[i] as number);
          sums[i] = (sums[i] as number) + (cells[q] as number) * l;
        }
        sums[k] = (sums[k] as number) + sum;
      }
      let own = 1 / (this.#pivots[j] as number);
      for (let p = from; p < to; p++) {
        const row = this.#rows[p] as number;
        cells[p] = -(sums[row] as number);
        own += (factor[row] as number) * (sums[row] as number);
      }
      diagonal[j] = own;
    }
    return { cells, diagonal };
  }
}
