/** The pieces that pictures are made of. Colours stand in attributes, so that a picture is whole without any stylesheet; classes let a page set others. */
import { element, pixels, type Attributes, type Content, type Markup } from "./element.ts";
import { COLOURS, type Colour } from "./style.ts";

/** What a picture is called, and what one who cannot see it is told instead. @internal */
export interface Described {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole picture, which scales with the page. It has no ids, so that it may stand in a page any number of times. @internal */
export function picture({ title, description, width, height }: Described, ...content: readonly Content[]): Markup {
  return element(
    "svg", {
      xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${String(width)} ${String(height)}`, width, height, role: "img", "aria-label": title,
      "font-family": "system-ui,sans-serif", "font-size": 12, fill: "currentColor",
    },
    element("title", {}, title), element("desc", {}, description), content,
  );
}

/** @internal */
export function label(x: number, y: number, text: string, attributes: Attributes = {}): Markup {
  return element("text", { x, y, ...attributes }, text);
}

/** A box, or a horizontal bar. @internal */
export function box(x: number, y: number, width: number, height: number, attributes: Attributes): Markup {
  return element("rect", { x, y, width, height, ...attributes });
}

/** @internal */
export function stroke(x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): Markup {
  return element("line", { x1, y1, x2, y2, stroke: "currentColor", ...attributes });
}

/** A head that points to a place from the left (1) or from the right (-1). @internal */
export function arrowHead(x: number, y: number, direction: 1 | -1, attributes: Attributes): Markup {
  return shape(`M${pixels(x)} ${pixels(y)}l${pixels(-5 * direction)} -4v8z`, attributes);
}

/** @internal */
export function shape(d: string, attributes: Attributes): Markup {
  return element("path", { d, ...attributes });
}

/** The class and the colour of what is filled. @internal */
export function filled(colour: Colour): Attributes {
  return { class: `headgrade-${colour}`, fill: COLOURS[colour] };
}

/** The class and the colour of what is drawn as a line. @internal */
export function drawn(colour: Colour): Attributes {
  return { class: `headgrade-${colour}`, fill: "none", stroke: COLOURS[colour] };
}
