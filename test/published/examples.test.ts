import { expect, test } from "vitest";
import { readText } from "../support/repository.ts";
import { EXAMPLES_PAGE, examplesPageText } from "./examples-page.ts";
import { examplesOf, topics } from "./examples.ts";

const examples = topics().flatMap((topic) => examplesOf(topic));

test("every example has a name of its own, a source, and answers or a note", () => {
  expect(examples.length).toBeGreaterThan(90);
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  expect(examples.filter(({ source, results, note }) => source.title === "" || source.address === "" || (results.length === 0 && note === "")).map(({ id }) => id)).toEqual([]);
});

test("an answer that is said to come out does, and one that is said not to does not", () => {
  const wrong = examples.flatMap(({ id, results }) => (
    results.filter(({ printed, computed, agrees }) => isSame(printed, computed) !== (agrees === true)).map(({ name }) => `${id}: ${name}`)
  ));
  expect(wrong).toEqual([]);
});

// The same digits; or, of numbers that a program printed to fifteen of them, the same but for the error of its doubles.
function isSame(printed: string, computed: string): boolean {
  const plain = (text: string): string => text.replaceAll(",", "");
  if (plain(printed) === plain(computed)) return true;
  if (printed.replaceAll(/\D/g, "").length < 15) return false;
  return Math.abs(Number(printed) - Number(computed)) <= 1e-9 * Math.abs(Number(printed));
}

test("the page about them is what the data say: npm run published-pages writes it anew", () => {
  expect(readText(EXAMPLES_PAGE)).toBe(examplesPageText());
});
