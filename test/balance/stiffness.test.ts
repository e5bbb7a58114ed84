/** How walls resist, beside the same matrix written out. */
import { expect, test } from "vitest";
import { along, spread, Stiffness, type Wall } from "../../src/balance/stiffness.ts";

function wall(weights: Record<number, number>, side: 1 | -1, at: number): Wall {
  return { form: { places: Int32Array.from(Object.keys(weights), Number), weights: Float64Array.from(Object.values(weights)) }, side, at, give: 1 };
}

const WALLS = [wall({ 0: 1, 1: -0.5 }, 1, -1), wall({ 0: 1, 1: -0.5 }, -1, 2), wall({ 1: 1, 2: 0.25 }, 1, 0), wall({ 2: 1 }, -1, 3), wall({}, 1, -1)];
const STIFF = Float64Array.of(2, 3, 5, 7, 11);

test("a form comes to the sum of its parts, and a force along it spreads over them", () => {
  const { form } = wall({ 0: 1, 2: -0.5 }, 1, 0);
  expect(along(form, Float64Array.of(3, 9, 4))).toBe(1);
  const over = Float64Array.of(1, 1, 1);
  spread(form, 6, over);
  expect([...over]).toEqual([7, 1, -2]);
});

test("a movement is met with what pushed, by all walls together", () => {
  const stiffness = new Stiffness(3, WALLS);
  expect(stiffness.stiffen(STIFF)).toBe(true);
  const pushed = Float64Array.of(1, -2, 3);
  const z = stiffness.moved(pushed);
  const met = new Float64Array(3);
  for (const [place, { form }] of WALLS.entries()) spread(form, STIFF[place]! * along(form, z), met);
  for (const [place, force] of met.entries()) expect(force).toBeCloseTo(pushed[place]!, 10);
});

test("with the allowance, which moves every wall outwards", () => {
  const stiffness = new Stiffness(3, WALLS);
  stiffness.stiffen(STIFF);
  const pushed = Float64Array.of(1, -2, 3);
  const { z, allowance } = stiffness.movedWith(pushed, 4);
  const met = new Float64Array(3);
  let corner = 0;
  for (const [place, { form, side }] of WALLS.entries()) {
    const resistance = STIFF[place]! * (side * along(form, z) + allowance);
    spread(form, side * resistance, met);
    corner += resistance;
  }
  for (const [place, force] of met.entries()) expect(force).toBeCloseTo(pushed[place]!, 10);
  expect(corner).toBeCloseTo(4, 10);
});

test("where a wall gives way by less, the allowance moves it by less", () => {
  const walls = [{ ...wall({ 0: 1 }, 1, 0), give: 0.5 }, wall({}, 1, -1)];
  const stiffness = new Stiffness(1, walls);
  stiffness.stiffen(Float64Array.of(2, 3));
  // 2 (z + a/2) = 1, and half of that with 3a comes to 2.
  const { z, allowance } = stiffness.movedWith(Float64Array.of(1), 2);
  expect(allowance).toBeCloseTo(0.5, 10);
  expect(z[0]).toBeCloseTo(0.25, 10);
});

test("what holds the variables counts as well", () => {
  const stiffness = new Stiffness(1, [wall({ 0: 1 }, 1, 0)]);
  stiffness.stiffen(Float64Array.of(3), 2);
  expect(stiffness.moved(Float64Array.of(10))[0]).toBeCloseTo(2, 10);
});

test("what would take too long is not begun", () => {
  const everywhere = wall(Object.fromEntries(Array.from({ length: 400 }, (_, place) => [place, 1])), 1, 0);
  // 400 squares and those below them: 21 million products.
  expect(new Stiffness(400, [everywhere]).stiffen(Float64Array.of(1))).toBe(false);
});

test("numbers beyond all bounds are owned up to", () => {
  expect(new Stiffness(1, [wall({ 0: 1 }, 1, 0)]).stiffen(Float64Array.of(NaN))).toBe(false);
});
