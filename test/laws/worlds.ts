/**
 * Worlds in which everything is known exactly: mines, mills and metals over periods and areas, each figure rounded, left out or hedged as reports do. The
 * same worlds each time.
 */
import { Ratio } from "../../src/number/ratio.ts";
import type { Rounding } from "../../src/number/rounding.ts";
import { period } from "../../src/period/period.ts";
import { unitOf } from "../../src/quantity/spelling.ts";
import type { Fact, Statement } from "../../src/statement/input.ts";
import { ITEMS, type Item } from "../../src/statement/vocabulary.ts";

/** A report, and what it was printed from. */
export interface World {
  readonly statement: Statement;
  /** The true values by address, in the base unit of their kind. */
  readonly truth: ReadonlyMap<string, Ratio>;
}

type Amounts = Readonly<Record<"oreMined" | "waste" | "ore" | "water" | "cost", Ratio>> & { readonly metals: readonly Readonly<Record<"contained" | "produced" | "payable", Ratio>>[] };

/** Periods, and those that add up to others. */
interface Calendar {
  readonly parts: readonly string[];
  readonly wholes: Readonly<Record<string, readonly string[]>>;
}

const CALENDARS: readonly Calendar[] = [
  { parts: ["2002-Q4"], wholes: {} },
  { parts: ["2002-Q1", "2002-Q2"], wholes: { "2002-H1": ["2002-Q1", "2002-Q2"] } },
  { parts: ["2002-Q1", "2002-Q2", "2002-Q3"], wholes: { "2002-H1": ["2002-Q1", "2002-Q2"], "2002-9M": ["2002-Q1", "2002-Q2", "2002-Q3"] } },
  { parts: ["2002-9M", "2002-Q4"], wholes: { 2002: ["2002-9M", "2002-Q4"] } },
  { parts: ["2002-01", "2002-02", "2002-03"], wholes: { "2002-Q1": ["2002-01", "2002-02", "2002-03"] } },
];
const QUARTERS = ["2002-Q1", "2002-Q2", "2002-Q3", "2002-Q4"];
const NEXT_QUARTERS = ["2003-Q1", "2003-Q2", "2003-Q3", "2003-Q4"];
const MONTHS = Array.from({ length: 12 }, (_, month) => `2002-${String(month + 1).padStart(2, "0")}`);
const LONG_CALENDARS: readonly Calendar[] = [
  { parts: QUARTERS, wholes: { "2002-H1": QUARTERS.slice(0, 2), "2002-9M": QUARTERS.slice(0, 3), 2002: QUARTERS } },
  { parts: [...QUARTERS, ...NEXT_QUARTERS], wholes: { 2002: QUARTERS, "2003-H1": NEXT_QUARTERS.slice(0, 2), "2003-9M": NEXT_QUARTERS.slice(0, 3), 2003: NEXT_QUARTERS } },
  { parts: MONTHS, wholes: { ...Object.fromEntries(QUARTERS.map((quarter, place) => [quarter, MONTHS.slice(3 * place, 3 * place + 3)])), 2002: MONTHS } },
];
const RULES = ["nearest", "half-up", "half-away", "half-even", "truncated", "nearest-or-truncated"] as const;
const TIES: readonly Rounding[] = ["half-up", "half-away", "half-even"];
const METALS = [
  { metal: "Au", grade: "g/t", amount: "oz", price: { most: 2000, unit: "USD/oz" } }, { metal: "Cu", grade: "%", amount: "t", price: { most: 9000, unit: "USD/t" } },
  { metal: "Ag", grade: "g/t", amount: "oz", price: { most: 30, unit: "USD/oz" } },
] as const;

/** Whole numbers below a limit, the same for the same seed. */
export function generator(seed: number): (below: number) => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 2654435761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 4294967296 * below);
  };
}

/** A report on one period or a few, of two areas and two metals at most. */
export function worldOf(seed: number): World {
  const random = generator(seed);
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const calendar = one(CALENDARS);
  const areas = [[], [], [], [], ["North"], ["North", "South"], ["North", "South"]][random(7)]!;
  const metals = METALS.slice(0, 2).slice(random(2), 1 + random(2) + 1).slice(0, 1 + random(2));
  const rounding = one(RULES);
  const kept = 3 + random(6);
  // A world speaks of some items only, and so most worlds are small.
  const spoken = new Set((Object.keys(ITEMS) as Item[]).filter(() => random(8) < (areas.length > 1 ? 1 : 3)));
  return printedFrom({ calendar, areas, metals, rounding, kept, spoken }, random);
}

/** A report of many periods, of up to four areas and three metals, whose figures hang together in many ways; of `most` figures at most. */
export function largeWorldOf(seed: number, most: number): World {
  const random = generator(seed);
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const calendar = one(LONG_CALENDARS);
  const areas = ["North", "South", "East", "West"].slice(0, random(5));
  const metals = METALS.slice(0, 1 + random(3));
  const rounding = one(RULES);
  const kept = 3 + random(7);
  const share = 2 + random(5);
  const spoken = new Set((Object.keys(ITEMS) as Item[]).filter(() => random(8) < share));
  const { statement, truth } = printedFrom({ calendar, areas, metals, rounding, kept, spoken }, random);
  const facts = [...statement.facts!];
  while (facts.length > most) facts.splice(random(facts.length), 1);
  return { statement: { ...statement, facts }, truth };
}

/**
 * The same with what makes factors shared: percent changes between periods, and gold equivalents of all metals at prices of which only roundings were
 * printed.
 */
export function tangledWorldOf(seed: number, most: number): World {
  const { statement, truth: known } = largeWorldOf(seed, most);
  const truth = new Map(known);
  const random = generator(seed + 1);
  const rule = statement.rounding as (typeof RULES)[number];
  const facts = [...statement.facts!];
  const percent = unitOf("fraction", "%").factor;
  const told = new Set(facts.map(({ area, period: label, metal, item }) => [`${area === undefined ? "" : `${area}/`}${label}`, metal, item].filter(Boolean).join(".")));
  const labels = [...new Set(Array.from(truth.keys(), (address) => address.split(".")[0]!.split("/").at(-1)!))];
  const changes = [...truth].flatMap(([of, value]) => {
    const from = of.replace(/(^|\/)[^/.]+\./, `$1${labels[random(labels.length)]!}.`);
    const before = truth.get(from);
    if (from === of || !told.has(of) || !told.has(from) || before === undefined || before.isZero || value.isZero || random(4) > 0) return [];
    return [{ of, from, printed: printed(value.dividedBy(before).minus(1).dividedBy(percent), "%", rule, random) }];
  });
  const prices = METALS.map(({ price: { most: highest, unit } }) => ({ unit, exact: Ratio.of(1000 + random(highest * 1000)).dividedBy(997) }));
  const metals = METALS.filter(({ metal }) => facts.some((fact) => fact.metal === metal));
  const said = metals.length > 1 && metals[0] === METALS[0];
  const places = said ? [...new Set(Array.from(truth.keys(), (address) => address.split(".")[0]!))] : [];
  for (const where of places) {
    if (random(3) === 0) continue;
    const value = METALS.reduce((sum, { metal }, place) => {
      const { exact, unit } = prices[place]!;
      return sum.plus((metals.includes(METALS[place]!) ? truth.get(`${where}.${metal}.produced`) ?? Ratio.zero : Ratio.zero).times(exact.times(unitOf("price", unit).factor)));
    }, Ratio.zero);
    const inBase = value.dividedBy(prices[0]!.exact.times(unitOf("price", prices[0]!.unit).factor));
    truth.set(`${where}.AuEq.produced`, inBase);
    const [label, area] = where.split("/").reverse() as [string, string | undefined];
    const figure = printed(inBase.dividedBy(unitOf("mass", "oz").factor), "oz", rule, random);
    facts.push({ ...(area === undefined ? {} : { area }), period: label, metal: "AuEq", item: "produced", figure });
  }
  const equivalents = said ? [{
    metal: "AuEq" as const,
    prices: Object.fromEntries(metals.map((metal) => {
      const { exact, unit } = prices[METALS.indexOf(metal)]!;
      return [metal.metal, `${asPrinted(exact, random(3), rule, random)} ${unit}`];
    })),
  }] : [];
  return { statement: { ...statement, facts, changes, equivalents }, truth };
}

/** What a world speaks of, and how. */
interface Plan {
  readonly calendar: Calendar;
  readonly areas: readonly string[];
  readonly metals: readonly (typeof METALS)[number][];
  readonly rounding: (typeof RULES)[number];
  /** How many figures of nine are printed. */
  readonly kept: number;
  readonly spoken: ReadonlySet<Item>;
}

function printedFrom({ calendar: { parts, wholes }, areas, metals, rounding, kept, spoken }: Plan, random: (below: number) => number): World {
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const amounts = new Map<string, Amounts>();
  const places = areas.length === 0 ? [""] : areas.map((area) => `${area}/`);
  for (const place of places) for (const part of parts) amounts.set(place + part, randomAmounts(random, metals.length));
  for (const place of places) for (const [whole, of] of Object.entries(wholes)) amounts.set(place + whole, sumOf(of.map((part) => amounts.get(place + part)!)));
  const labels = [...parts, ...Object.keys(wholes)];
  if (areas.length > 0) for (const label of labels) amounts.set(label, sumOf(places.map((place) => amounts.get(place + label)!)));
  const truth = new Map<string, Ratio>();
  const facts: Fact[] = [];
  for (const [where, { oreMined, waste, ore, water, cost, metals: made }] of amounts) {
    const [label, area] = where.split("/").reverse() as [string, string | undefined];
    const say = (item: Item, inBase: Ratio, unit: string, metal?: Fact["metal"]): void => {
      truth.set(`${where}.${metal === undefined ? "" : `${metal}.`}${item}`, inBase);
      if (!spoken.has(item) || random(9) >= kept) return;
      const figure = printed(inBase.dividedBy(unitOf(ITEMS[item].kind, unit).factor), unit, rounding, random);
      facts.push({ ...(area === undefined ? {} : { area }), period: label, ...(metal === undefined ? {} : { metal }), item, figure });
    };
    const days = Ratio.of(period(label).days);
    say("mined", oreMined.plus(waste), one(["t", "kt"]));
    say("oreMined", oreMined, "t");
    say("waste", waste, one(["t", "kt"]));
    say("miningRate", oreMined.plus(waste).dividedBy(days), "t/d");
    say("ore", ore, one(["t", "t", "kt", "st"]));
    say("wetOre", ore.plus(water), "wmt");
    say("moisture", water.dividedBy(ore.plus(water)), "%");
    say("throughput", ore.dividedBy(days), one(["t/d", "t/d", "t/h"]));
    say("cost", cost, "USD");
    say("unitCost", cost.dividedBy(ore), "USD/t");
    for (const [place, { contained, produced, payable }] of made.entries()) {
      const { metal, grade, amount } = metals[place]!;
      say("grade", contained.dividedBy(ore), grade, metal);
      say("contained", contained, amount, metal);
      if (!contained.isZero) say("recovery", produced.dividedBy(contained), "%", metal);
      say("produced", produced, one([amount, "kg"]), metal);
      if (!produced.isZero) say("payability", payable.dividedBy(produced), "%", metal);
      say("payable", payable, amount, metal);
      say("yield", produced.dividedBy(ore), grade, metal);
    }
  }
  if (facts.length === 0) facts.push({ period: parts[0]!, item: "ore", figure: "over 0 t" });
  // An area of which nothing was printed is an area all the same.
  return { statement: { areas: Object.fromEntries(areas.map((area) => [area, { periods: {} }])), facts, rounding }, truth };
}

/** In grams, and dollars; round numbers and zeros occur, and recoveries above 100 %. */
export function randomAmounts(random: (below: number) => number, metals: number): Amounts {
  const tonnes = (most: number): Ratio => Ratio.of(1 + random(most) * (random(4) === 0 ? 1000 : 1)).times(random(3) === 0 ? 1_000_000 : 997_331);
  const ore = tonnes(90_000);
  return {
    oreMined: tonnes(90_000), waste: tonnes(300_000), ore, water: ore.times(random(200)).dividedBy(1000), cost: ore.times(random(5000)).dividedBy(100_000_000),
    metals: Array.from({ length: metals }, () => {
      const contained = ore.times(random(12) === 0 ? 0 : 1 + random(3_000_000)).dividedBy(100_000_000);
      const produced = contained.times(200 + random(830)).dividedBy(1000);
      return { contained, produced, payable: produced.times(random(1001)).dividedBy(1000) };
    }),
  };
}

function sumOf(parts: readonly Amounts[]): Amounts {
  const add = (a: Ratio, b: Ratio): Ratio => a.plus(b);
  return parts.reduce((sum, part) => ({
    oreMined: add(sum.oreMined, part.oreMined), waste: add(sum.waste, part.waste), ore: add(sum.ore, part.ore),
    water: add(sum.water, part.water), cost: add(sum.cost, part.cost),
    metals: sum.metals.map((metal, place) => {
      const other = part.metals[place]!;
      return { contained: add(metal.contained, other.contained), produced: add(metal.produced, other.produced), payable: add(metal.payable, other.payable) };
    }),
  }));
}

function printed(value: Ratio, unit: string, rule: (typeof RULES)[number], random: (below: number) => number): Fact["figure"] {
  const places = value.toNumber() < 10 ? 1 + random(4) : random(3);
  const text = (by: (typeof RULES)[number]): string => `${asPrinted(value, places, by, random)} ${unit}`;
  if (random(30) === 0 && value.sign > 0) return `over ${value.times("0.99").toFixed({ places: 3 }, "floor")} ${unit}`;
  if (random(30) === 0 && value.sign > 0) return `up to ${value.times("1.01").toFixed({ places: 3 }, "ceiling")} ${unit}`;
  const own = random(20) === 0 ? RULES[random(RULES.length)]! : rule;
  const figure = text(own);
  return own === rule ? figure : { printed: figure, rounding: own };
}

function asPrinted(value: Ratio, places: number, rule: (typeof RULES)[number], random: (below: number) => number): string {
  const roundings: readonly Rounding[] = rule === "nearest" ? TIES : rule === "truncated" ? ["toward-zero"] : rule === "nearest-or-truncated" ? ["half-even", "toward-zero"] : [rule];
  return value.toFixed({ places }, roundings.length === 1 ? roundings[0]! : roundings[random(roundings.length)]!);
}
