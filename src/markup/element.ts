/** Elements of HTML and SVG, written so that they are well-formed XML too. Text is escaped on its way in; only what was made here passes as it is. */
import { escaped } from "./escape.ts";

/** Markup that was made here, and is not escaped again. @internal */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in an element: text, markup, nothing, or a list of these. @internal */
export type Content = string | Markup | undefined | readonly Content[];

/** What is said of an element; `undefined` leaves an attribute out. @internal */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

// Elements that HTML never closes; all others are closed even where they are empty, as HTML wants it.
const EMPTY = /^(?:br|col|meta|path|line|rect|circle)$/;

/** @internal */
export function element(name: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  let text = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) text += ` ${key}="${typeof value === "number" ? pixels(value) : escaped(value)}"`;
  }
  return new Markup(EMPTY.test(name) ? `${text}/>` : `${text}>${written(content)}</${name}>`);
}

/** Content one after the other, as text. @internal */
export function written(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escaped(content);
  return content instanceof Markup ? content.text : content.map(written).join("");
}

/** A length as a picture has it: a tenth of a pixel is as fine as anybody sees. @internal */
export function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}
