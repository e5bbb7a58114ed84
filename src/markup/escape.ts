/** Text that others wrote, made safe to stand in HTML, XML or Markdown: it is shown as it is, and never run. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// What XML has no place for: control characters, halves of surrogate pairs, and the two that are no characters. And what turns the text around it.
// eslint-disable-next-line no-control-regex -- these are what must not come out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// A stretch of writing from right to left, which would else draw the numbers beside it along.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?/g;

// Most texts hold nothing that has to be looked at twice.
const PLAIN = /^[ !#-%(-;=?-~]*$/;

/** Text as it stands in HTML and XML, within an element or an attribute. @internal */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNPRINTABLE, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] as string).replace(RIGHT_TO_LEFT, "\u2068$&\u2069");
}

/** Text as it stands in a line of Markdown or in a cell of its tables: no emphasis, link, formula or HTML comes of it. @internal */
export function inMarkdown(text: string): string {
  if (!/[^ -~]|[&<>\\`*_[\]|~$]/.test(text)) return text;
  return text.replace(UNPRINTABLE, "\ufffd").replace(/\s*[\r\n]+\s*/g, " ").replace(/[&<>]/g, (character) => ENTITIES[character] as string)
    .replace(/[\\`*_[\]|~$]/g, "\\$&");
}
