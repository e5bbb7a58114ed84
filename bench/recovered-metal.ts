/** Recovered metal, `ore x grade x recovery`, against the same expression written by hand with decimal.js and with the units of mathjs. */
import { Decimal } from "decimal.js";
import type * as headgrade from "headgrade";
import { all, create, type BigNumber, type FactoryFunctionMap, type Unit } from "mathjs";
import { atLeast, times, type Section } from "./table.ts";
import { timed } from "./timing.ts";

const DIGITS = 40;
const COMPARED_DIGITS = 38;

interface Texts {
  readonly ore: string;
  readonly grade: string;
  readonly recovery: string;
}

/** The fourth quarter of 2002 at Lac des Iles, and figures like it: with one and the same text each time, a cache of texts would pass for speed. */
const FEEDS: readonly Texts[] = Array.from({ length: 64 }, (_, index) => ({
  ore: `1,${String(165 + 11 * index)},${String(388 + 7 * index)} t`,
  grade: `1.${String(88 - index)} g/t`,
  recovery: `${(74 + index / 10).toFixed(1)} %`,
}));

const Precise = Decimal.clone({ precision: DIGITS });

function byHand({ ore, grade, recovery }: Texts): Decimal {
  return new Precise(digitsOf(ore)).times(digitsOf(grade)).times(digitsOf(recovery)).div(100).div("31.1034768");
}

function digitsOf(text: string): string {
  return text.slice(0, text.indexOf(" ")).replaceAll(",", "");
}

const math = create(all as FactoryFunctionMap, { number: "BigNumber", precision: DIGITS });
math.createUnit("ozt", "31.1034768 g");

// The quickest way that mathjs has: to evaluate the whole expression as one text takes about twice as long.
function inMathjs({ ore, grade, recovery }: Texts): BigNumber {
  const rock = math.unit(`${digitsOf(ore)} tonne`);
  const assay = math.unit(`${digitsOf(grade)} g/tonne`);
  const share = math.divide(math.bignumber(digitsOf(recovery)), 100);
  return (math.multiply(math.multiply(rock, assay), share) as Unit).toNumeric("ozt") as BigNumber;
}

export function recoveredMetal({ recoveredMetal, mass, grade, fraction }: typeof headgrade): Section {
  const quantities = FEEDS.map((feed) => ({ ore: mass(feed.ore), grade: grade(feed.grade), recovery: fraction(feed.recovery).as("recovery") }));
  const decimals = FEEDS.map(({ ore, grade, recovery }) => [ore, grade, recovery].map((text) => new Precise(digitsOf(text))) as [Decimal, Decimal, Decimal]);
  const gramsPerOunce = new Precise("31.1034768");
  const agree = FEEDS.every((feed) => {
    const ours = recoveredMetal(feed).exact.toDecimal({ digits: COMPARED_DIGITS });
    return [byHand(feed), inMathjs(feed)].every((other) => ours.equals(new Precise(other.toString()).toSignificantDigits(COMPARED_DIGITS)));
  });
  const timings = timed({
    texts: inTurn(FEEDS, (feed) => recoveredMetal(feed).exact),
    quantities: inTurn(quantities, (feed) => recoveredMetal(feed).exact),
    textsToDecimal: inTurn(FEEDS, (feed) => recoveredMetal(feed).exact.toDecimal({ digits: DIGITS })),
    byHand: inTurn(FEEDS, byHand),
    fromDecimals: inTurn(decimals, ([ore, grade, recovery]) => ore.times(grade).times(recovery).div(100).div(gramsPerOunce)),
    mathjs: inTurn(FEEDS, inMathjs),
  }, { warmUp: 400, turn: 10, rounds: 41 });
  return {
    title: "recoveredMetal, to the exact result: how many times as fast as",
    rows: [
      { what: `the results agree to ${String(COMPARED_DIGITS)} digits`, measured: agree ? "yes" : "no", target: { text: "yes", met: agree } },
      atLeast("from texts: decimal.js by hand, from texts", timings.ratio("byHand", "texts"), 8),
      atLeast("from quantities: decimal.js by hand, from texts", timings.ratio("byHand", "quantities"), 20),
      { what: "from quantities: decimal.js by hand, from Decimals", measured: times(timings.ratio("fromDecimals", "quantities")) },
      { what: `from texts to a Decimal of ${String(DIGITS)} digits: decimal.js by hand`, measured: times(timings.ratio("byHand", "textsToDecimal")) },
      atLeast("from texts: mathjs units, BigNumber", timings.ratio("mathjs", "texts"), 50),
    ],
  };
}

// A function that takes the next of the inputs at each call.
function inTurn<T>(inputs: readonly T[], run: (input: T) => unknown): () => unknown {
  let next = 0;
  return () => run(inputs[next++ % inputs.length] as T);
}
