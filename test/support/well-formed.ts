/** A strict reader of HTML and SVG that were written to be XML too: what is wrong with them, in words. */

const TAG = /<(?<close>\/?)(?<name>[A-Za-z][\w-]*)(?<attributes>(?:\s+[\w:-]+="[^"<]*")*)\s*(?<empty>\/?)>/y;
const TEXT = /(?:[^<&]|&(?:amp|lt|gt|quot|#39);)+/y;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every element in order, or the first place where it is not well-formed. */
export function elementsOf(markup: string): readonly Element[] {
  const open: string[] = [];
  const found: Element[] = [];
  for (let place = markup.startsWith("<!DOCTYPE html>\n") ? 16 : 0; place < markup.length;) {
    TEXT.lastIndex = TAG.lastIndex = place;
    const text = TEXT.exec(markup);
    const tag = text === null ? TAG.exec(markup) : null;
    if (text !== null) place += text[0].length;
    else if (tag === null) throw new Error(`Neither text nor a tag: ${markup.slice(place, place + 60)}`);
    else {
      place += tag[0].length;
      const { close, name, attributes, empty } = tag.groups as Record<"close" | "name" | "attributes" | "empty", string>;
      if (close === "/") {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing, at ${markup.slice(place - 60, place)}`);
        continue;
      }
      const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]): [string, string] => [key!, value!]);
      if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`An attribute twice: ${tag[0]}`);
      found.push({ name, attributes: Object.fromEntries(pairs) });
      if (empty === "") open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Left open: ${open.join(", ")}`);
  return found;
}

/** What a page must not do: be malformed, run anything, load anything, name an id twice, leave a table or picture without words. */
export function faultsOf(markup: string): readonly string[] {
  const elements = elementsOf(markup);
  const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  const faults = elements.flatMap(({ name, attributes }) => Object.entries(attributes).flatMap(([key, value]) => [
    ...(key.startsWith("on") || key === "href" || key === "src" ? [`${name} has ${key}`] : []),
    ...(/NaN|Infinity|undefined/.test(value) ? [`${name} has ${key}="${value}"`] : []),
  ]));
  const count = (name: string): number => elements.filter((element) => element.name === name).length;
  return [
    ...faults, ...(new Set(ids).size < ids.length ? ["an id stands twice"] : []), ...(count("script") > 0 ? ["a script"] : []),
    ...(count("caption") === count("table") ? [] : ["a table without a caption"]), ...(count("desc") === count("svg") ? [] : ["a picture without a description"]),
  ];
}
