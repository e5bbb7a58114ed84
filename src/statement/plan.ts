/**
 * Which checks a statement allows: one for each ratio with its two amounts, one for each sum, and one for each mean that a sum implies, wherever a figure
 * was printed.
 */
import { Ratio } from "../number/ratio.ts";
import type { Unit } from "../quantity/spelling.ts";
import type { Cell, Row } from "./cell.ts";
import type { CheckKind, CheckPlan } from "./check.ts";
import { derivedOf, factorsOf, leafOf, printedIn } from "./derive.ts";
import { figuresIn, hasDays, missingIn, type Expression } from "./expression.ts";
import type { LaidProduct, LaidSum } from "./laying.ts";
import type { Layout } from "./layout.ts";
import { wordsOf } from "./naming.ts";
import { BASES, RELATIONS, STRIP_RATIOS, stripRatioWords, type Relation } from "./relation.ts";
import { ITEMS, type Item } from "./vocabulary.ts";

/** Every check of a layout, in the order of the statement. @internal */
export function plansOf(layout: Layout, unitOf: (cell: Cell) => Unit): CheckPlan[] {
  const plans: CheckPlan[] = [];
  const add: Add = (kind, cell, name, expression, bases, otherwise = []) => {
    if (cell === undefined || (cell.figures.length === 0 && figuresIn(expression).length === 0)) return;
    const [focus] = cell.figures;
    plans.push({
      kind, name, address: cell.address, unit: focus?.figure.quantity.measure ?? unitOf(cell),
      focus, expression, bases: withCalendar(expression, bases), otherwise,
    });
  };
  const products = new Map<Cell, LaidProduct[]>();
  for (const product of layout.products) {
    const focus = product.relation.focus === "ratio" ? product.ratio : product.amount;
    const list = products.get(focus);
    if (list === undefined) products.set(focus, [product]);
    else list.push(product);
  }
  // What only a ratio speaks of is the sum of its parts.
  const hidden = new Map(layout.sums.flatMap(({ total, parts }) => (total.hidden === true ? [[total, sumOf(parts, layout.priced)] as const] : [])));
  for (const cell of layout.grid.cells) {
    if (cell.figures.length > 1) plans.push(...sameFactPlans(cell));
    for (const product of products.get(cell) ?? []) addProduct(product, hidden, add);
  }
  for (const sum of layout.sums) if (sum.total.hidden !== true) addSum(sum, layout.priced, add);
  for (const { change, of, from, fall } of layout.changes) {
    const quotient: Expression = { type: "quotient", over: derivedOf(of), under: derivedOf(from) };
    const one = Ratio.of(fall ? 1 : -1);
    add("change", change, wordsOf(change), {
      type: "sum", parts: fall ? [{ type: "number", value: one }, { type: "scaled", by: one.negated(), of: quotient }] : [quotient, { type: "number", value: one }],
    }, []);
  }
  return plans;
}

// Where tonnes or volumes come of a rate, the days of the calendar are taken for granted.
function withCalendar(expression: Expression, bases: readonly string[]): readonly string[] {
  return bases.includes(BASES.calendar) || !hasDays(expression) ? bases : [BASES.calendar, ...bases];
}

type Add = (kind: CheckKind, cell: Cell | undefined, name: string, expression: Expression, bases: readonly string[], otherwise?: CheckPlan["otherwise"]) => void;

// The first print of a fact is what the later ones restate; two of those are held to each other only where they contradict.
function sameFactPlans(cell: Cell): CheckPlan[] {
  const { address, figures } = cell;
  const name = (place: number, before: number): string => {
    if (figures.length === 2) return "printed twice";
    return `print ${String(place + 1)} of ${String(figures.length)}${before === 0 ? "" : ` against print ${String(before + 1)}`}`;
  };
  return figures.flatMap((focus, place) => figures.slice(0, place).flatMap((figure, before): CheckPlan[] => {
    if (before > 0 && figure.allowed.intersect(focus.allowed) !== undefined) return [];
    return [{
      kind: "same fact", name: `${wordsOf(cell)}, ${name(place, before)}`, address, unit: focus.figure.quantity.measure, focus,
      expression: { type: "figure", figure }, bases: [], otherwise: [],
    }];
  }));
}

function addProduct({ amount, ratio, base, relation }: LaidProduct, hidden: ReadonlyMap<Cell, Expression>, add: Add): void {
  const { row } = amount;
  if (relation.focus === "ratio") {
    if (ratio.figures.length === 0 && amount.figures.length === 0) return;
    const inDays = relation.base === "days";
    if (amount.figures.length === 0 && (relation.amount === "solution" || (!inDays && amount.hidden !== true && base.figures.length === 0))) return;
    const ofDays = base.figures.length > 0 ? BASES.stated : row.days === "operating" ? BASES.operating : relation.basis;
    const basis = inDays ? ofDays : relation.basis;
    const over = hidden.get(amount) ?? leafOf(amount);
    const under = hidden.get(base) ?? leafOf(base);
    add(inDays ? "throughput" : "ratio", ratio, wordsOf(ratio), { type: "quotient", over, under }, [basis], relation.ratio === "stripRatio" ? otherStripRatios(row, relation.basis) : []);
    return;
  }
  const isIntermediate = isCarried(amount.item);
  const isMetal = relation.ratio === "recovery";
  if (isIntermediate && amount.figures.length === 0) return;
  if (!isIntermediate && ratio.figures.length === 0) {
    const fed = isMetal && base.row.scope === "area" && (printedIn(row, "contained") !== undefined || printedIn(row, "grade") !== undefined);
    if (!fed) return;
  }
  // The basis of what the base was worked out from stands beside the product's own.
  const derived = isCarried(base.item) && base.figures.length === 0 ? assayOf(base) : derivedOf(base);
  const viaGrade = isMetal && base.item === "contained" ? [row.metal !== undefined && printedIn(row, "feed") !== undefined ? BASES.feed : BASES.milled] : [];
  add(isMetal || ITEMS[relation.ratio].of === "metal" ? "metal" : "ratio", amount, wordsOf(amount), { type: "product", factors: [...factorsOf(derived), leafOf(ratio)] }, [...viaGrade, relation.basis]);
}

// What else reports divide by a strip ratio.
function otherStripRatios(row: Row, basis: string): CheckPlan["otherwise"] {
  return STRIP_RATIOS.flatMap(({ over, under }) => {
    const reading = stripRatioWords(over, under);
    const [top, bottom] = [over, under].map((items) => items.flatMap((item) => printedIn(row, item) ?? []).map((figure): Expression => ({ type: "figure", figure })));
    if (reading === basis || top?.length !== over.length || bottom?.length !== under.length) return [];
    return [{ reading, expression: { type: "quotient", over: { type: "sum", parts: top }, under: { type: "sum", parts: bottom } } }];
  });
}

// What was contained, by its grade, whether that was printed or not: by way of the recovery a check would be of itself.
function assayOf(contained: Cell): Expression {
  const { row } = contained;
  const relation = RELATIONS.find(({ scope, amount, ofArea }) => scope === contained.scope && amount === contained.item && ofArea !== true);
  const ratio = relation === undefined ? undefined : row.cell(relation.ratio);
  const base = relation === undefined ? undefined : row.cell("feed") ?? (ITEMS[relation.base].of === "ore" ? row.ore : row).cell(relation.base);
  if (ratio === undefined || base === undefined) return leafOf(contained);
  return { type: "product", factors: [...factorsOf(derivedOf(base)), leafOf(ratio)] };
}

// Amounts that are seldom printed, and only carry a grade on to a recovery.
function isCarried(item: Item): boolean {
  return item === "dissolved" || item === "solution" || item === "water" || item === "contained" || item === "minedContained" || item === "treatedContained" || item === "placedContained";
}

const SUM_KINDS: Readonly<Partial<Record<LaidSum["over"], CheckKind>>> = { equivalent: "equivalent", stock: "stock", carried: "stock" };

function sumOf(parts: LaidSum["parts"], priced: Layout["priced"]): Expression {
  const worthOf = ({ of, over, under }: NonNullable<ReturnType<typeof priced.get>>): Expression => (
    { type: "product", factors: [...factorsOf(derivedOf(of)), { type: "quotient", over: leafOf(over), under: leafOf(under) }] });
  const valueOf = (cell: Cell): Expression => {
    const price = priced.get(cell);
    return price === undefined ? derivedOf(cell) : worthOf(price);
  };
  return { type: "sum", parts: parts.map(({ cell, weight }) => (weight.equals(1) ? valueOf(cell) : { type: "scaled", by: weight, of: derivedOf(cell) })) };
}

// A sum checks the whole's own figure. Contained metal is seldom printed: its sum checks the whole's grade, weighted by tonnes, and its recovery,
// weighted by metal.
function addSum({ total, parts, over, basis }: LaidSum, priced: Layout["priced"], add: Add): void {
  const sum = sumOf(parts, priced);
  const isPlain = over === "periods" || over === "areas" || over === "products" || over === "categories" || over === "deposits";
  const [only] = parts;
  if (over === "products" && parts.length === 1 && only !== undefined && addProductMass(total, only.cell, basis, add)) return;
  // A whole alone, or some of the parts alone, say nothing of each other.
  const isMute = total.figures.length > 0 ? figuresIn(sum).length === 0 : missingIn(sum).length > 0;
  if (!isMute && (!isCarried(total.item) || total.figures.length > 0)) {
    add(SUM_KINDS[over] ?? "sum", total, `${wordsOf(total)}, ${isPlain ? countOf(parts.length, over) : NAMES[over] ?? over}`, sum, [basis]);
  }
  if (!isPlain || missingIn(sum).length > 0) return;
  for (const relation of RELATIONS) {
    const { scope, amount, ratio, base, mean } = relation;
    if (mean === undefined || scope !== total.scope || (!isCarried(total.item) && (base !== "days" || total.figures.length > 0))) continue;
    if (amount === total.item) addMean(total.row, relation, sum, mean, basis, add);
    else if (base === total.item && scope === "area") addMeanRecovery(total.row, ratio, sum, mean, basis, add);
  }
}

// Where neither the metal of the feed nor that of its only product was printed, the product's mass is checked: feed x grade x recovery / grade of the product.
function addProductMass(made: Cell, { row, figures }: Cell, basis: string, add: Add): boolean {
  const [mass, grade] = [row.ore.cell("mass"), row.cell("grade")];
  if (made.figures.length > 0 || figures.length > 0) return false;
  if (mass === undefined || mass.figures.length === 0 || grade === undefined || grade.figures.length === 0) return false;
  const feed = derivedOf(made);
  if (missingIn(feed).length > 0) return false;
  add("ratio", mass, `${wordsOf(mass)}, from the feed`, { type: "quotient", over: feed, under: leafOf(grade) }, [BASES.milled, basis]);
  return true;
}

const NAMES: Readonly<Partial<Record<LaidSum["over"], string>>> = { items: "its parts", equivalent: "from its metals", stock: "from what came and went", carried: "carried over" };

function countOf(count: number, over: "periods" | "areas" | "products" | "categories" | "deposits"): string {
  const one = over === "categories" ? "category" : over.slice(0, -1);
  return `${String(count)} ${count === 1 ? one : over}`;
}

function addMean(row: Row, { ratio, base, basis: own }: Relation, sum: Expression, mean: string, basis: string, add: Add): void {
  const cell = row.cell(ratio);
  const under = (ITEMS[base].of === "ore" ? row.ore : row).cell(base);
  if (cell === undefined || cell.figures.length === 0 || under === undefined) return;
  add("weighted mean", cell, `${wordsOf(cell)}, ${mean}`, { type: "quotient", over: sum, under: derivedOf(under) }, ratio === "concentration" ? [own, basis] : [basis]);
}

function addMeanRecovery(row: Row, ratio: Item, sum: Expression, mean: string, basis: string, add: Add): void {
  const cell = row.cell(ratio);
  const made = row.cell("recovered") ?? row.cell("produced");
  if (cell === undefined || cell.figures.length === 0 || made === undefined || made.figures.length === 0) return;
  add("weighted mean", cell, `${wordsOf(cell)}, ${mean}`, { type: "quotient", over: leafOf(made), under: sum }, [basis, BASES.recovered]);
}
