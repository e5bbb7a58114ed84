/** Text that others wrote, made safe to stand in HTML, XML or Markdown: it is shown as it is, and never run. */

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// What XML has no place for: control characters, halves of surrogate pairs, and the two that are no characters.
// eslint-disable-next-line no-control-regex -- these are what must not come out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it stands in HTML and XML, within an element or an attribute. @internal */
export function escaped(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Text as it stands in a line of Markdown or in a cell of its tables: no emphasis, link, formula or HTML comes of it. @internal */
export function inMarkdown(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd").replace(/\s*[\r\n]+\s*/g, " ").replace(/[&<>]/g, (character) => ENTITIES[character] as string)
    .replace(/[\\`*_[\]|~$]/g, "\\$&");
}
