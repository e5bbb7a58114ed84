/**
 * Random numbers that anybody can have again: xoshiro128** by Blackman and Vigna (2018), its state filled from a seed by SplitMix64. The same seed gives the
 * same numbers on every machine, whose normal ones may differ in the last bit where the platform's logarithm does.
 */

/** A stream of random numbers. @internal */
export interface Random {
  /** A whole number of 32 bits. */
  readonly word: () => number;
  /** A number from 0 to 1, 1 excluded, of 53 bits. */
  readonly uniform: () => number;
  /** A number of the standard normal distribution. */
  readonly normal: () => number;
  /** A number of Student's distribution with so many degrees of freedom, which need not be whole. */
  readonly student: (degreesOfFreedom: number) => number;
}

/** The stream that a seed gives: a whole number from 0 to 2^53 - 1. @internal */
export function randomFrom(seed: number): Random {
  let state = BigInt(seed);
  const words: number[] = [];
  for (let half = 0; half < 2; half++) {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    mixed ^= mixed >> 31n;
    words.push(Number(mixed & 0xffffffffn), Number(mixed >> 32n));
  }
  return randomFromState(words as [number, number, number, number]);
}

/** The stream that starts from a state of four words, not all of them zero. @internal */
export function randomFromState([first, second, third, fourth]: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = [first | 0, second | 0, third | 0, fourth | 0];
  let spare: number | undefined;
  const word = (): number => {
    const scrambled = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return scrambled >>> 0;
  };
  const uniform = (): number => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992;
  // The polar method of Marsaglia, which makes two at a time.
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
  // Marsaglia and Tsang's method, for a shape of 1 or more; below it, by a power of a uniform number.
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const base = shape - 1 / 3;
    const scale = 1 / Math.sqrt(9 * base);
    for (;;) {
      const x = normal();
      const cube = (1 + scale * x) ** 3;
      if (cube > 0 && Math.log(1 - uniform()) < (x * x) / 2 + base * (1 - cube + Math.log(cube))) return base * cube;
    }
  };
  const student = (degreesOfFreedom: number): number => normal() / Math.sqrt((2 * gamma(degreesOfFreedom / 2)) / degreesOfFreedom);
  return { word, uniform, normal, student };
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
