/** The pieces that pictures are made of. Colours stand in attributes, so that a picture is whole without any stylesheet; classes let a page set others. */
import { element, pixels, written, type Attributes, type Content, type Markup } from "./element.ts";
import { COLOURS, type Colour } from "./style.ts";

/** What a picture is called, and what one who cannot see it is told instead. @internal */
export interface Described {
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole picture, which scales with the page. Its ids come from its content, so that the same picture is always the same text. @internal */
export function picture({ title, description, width, height }: Described, ...content: readonly Content[]): Markup {
  const inside = written(content);
  const id = `headgrade-${digest(`${title}\n${description}\n${inside}`)}`;
  return element(
    "svg", {
      xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${String(width)} ${String(height)}`, width, height, role: "img", "aria-labelledby": `${id}-t ${id}-d`,
      "font-family": "system-ui,sans-serif", "font-size": 12, fill: "currentColor",
    },
    element("title", { id: `${id}-t` }, title), element("desc", { id: `${id}-d` }, description), content,
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

// The 53-bit hash of G. Fowler, L. Noll and P. Vo's family, in two halves.
function digest(text: string): string {
  let [high, low] = [0x811c9dc5, 0x9dc5811c];
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ (code + place), 0x01000193);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
