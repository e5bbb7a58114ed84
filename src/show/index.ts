/**
 * What a notebook shows, as functions: text, Markdown, HTML, pictures as SVG, tables as CSV, and JSON with its schema.
 *
 * @module headgrade/show
 */
export { toSvg, type Drawable, type SvgOptions } from "./drawing.ts";
export { fromJson, toJson, type JsonValues, type JsonWritten } from "./json.ts";
export { jsonSchema } from "./schema.ts";
export { type Showable } from "./showable.ts";
export { toCsv, type CsvOptions, type CircuitCsvOptions } from "./spreadsheet.ts";
export { toHtml, toMarkdown, toText, type HtmlOptions } from "./words.ts";
