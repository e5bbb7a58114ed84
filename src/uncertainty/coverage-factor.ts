/** Coverage factors: how many standard uncertainties either side hold a share of a normal distribution, or of Student's with few degrees of freedom. */
import { HeadgradeError } from "../error.ts";

/**
 * The factor k for which a share of the distribution lies within k either side of the middle; relative error below 1e-9.
 *
 * @param coverage - the share, between 0 and 1.
 * @param degreesOfFreedom - of Student's distribution, not necessarily whole; `Infinity` for the normal one.
 * @throws `HeadgradeError` `out-of-range`.
 * @internal
 */
export function coverageFactor(coverage: number, degreesOfFreedom: number): number {
  if (!(coverage > 0 && coverage < 1)) {
    throw new HeadgradeError("out-of-range", `A coverage is a probability between 0 % and 100 %, both excluded, and this one is ${String(coverage * 100)} %.`, { coverage });
  }
  if (!(degreesOfFreedom > 0)) {
    throw new HeadgradeError("out-of-range", `Degrees of freedom must be positive, and these are ${String(degreesOfFreedom)}.`, { degreesOfFreedom });
  }
  if (degreesOfFreedom > MANY && degreesOfFreedom < Infinity) {
    // So near the normal distribution two terms of Fisher's expansion are all there is.
    const z = coverageFactor(coverage, Infinity);
    return z + (z ** 3 + z) / (4 * degreesOfFreedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degreesOfFreedom ** 2);
  }
  const within = degreesOfFreedom === Infinity ? normalWithin : (k: number) => studentWithin(k, degreesOfFreedom);
  let [low, high] = [0, 1];
  while (within(high) < coverage && high < 1e300) [low, high] = [high, high * 2];
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (within(middle) < coverage) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const MANY = 1e6;

// erf(k / sqrt 2), by its series, or far out by the continued fraction of what is left.
function normalWithin(k: number): number {
  const x = (k * k) / 2;
  const lead = Math.exp(-x) * Math.sqrt(x / Math.PI);
  if (x < 6) {
    let [term, sum] = [2, 2];
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) sum += term *= x / (n + 0.5);
    return lead * sum;
  }
  let tail = 0;
  for (let n = 60; n >= 1; n--) tail = n / 2 / (n % 2 === 1 ? 1 + tail : x + tail);
  return 1 - lead / (x + tail);
}

function studentWithin(t: number, degreesOfFreedom: number): number {
  const x = degreesOfFreedom / (degreesOfFreedom + t * t);
  const y = (t * t) / (degreesOfFreedom + t * t);
  const [a, b] = [degreesOfFreedom / 2, 0.5];
  const lead = Math.exp(-a * Math.log1p((t * t) / degreesOfFreedom) + b * Math.log(y) - logBetaHalf(a));
  // The incomplete beta function, from the side on which its continued fraction converges fast.
  return x < (a + 1) / (a + b + 2) ? 1 - (lead * betaFraction(x, a, b)) / a : (lead * betaFraction(y, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  // By the method of Lentz.
  const tiny = 1e-300;
  const guarded = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

// log B(a, 1/2) = log gamma(a) + log sqrt(pi) - log gamma(a + 1/2); for a large a by the series of the difference, which would drown in the two logarithms.
function logBetaHalf(a: number): number {
  if (a > 1000) return Math.log(Math.PI / a) / 2 + 1 / (8 * a) - 1 / (192 * a ** 3);
  return logGamma(a) + Math.log(Math.PI) / 2 - logGamma(a + 0.5);
}

// Stirling's series, after the argument has been raised far enough for it.
function logGamma(x: number): number {
  let [z, shift] = [x, 0];
  for (; z < 12; z++) shift += Math.log(z);
  const w = 1 / (z * z);
  const series = (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}
