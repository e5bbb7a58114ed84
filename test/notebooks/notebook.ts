/** A notebook as a file: its cells, what they put out, and its text as Jupyter writes it. */
import { filesBelow, readText } from "../support/repository.ts";

/** What a cell puts out. A result is a bundle of the same thing in several MIME types. */
export type Output =
  | { readonly output_type: "execute_result" | "display_data"; readonly data: Readonly<Record<string, string>> }
  | { readonly output_type: "stream"; readonly name: string; readonly text: string }
  | { readonly output_type: "error"; readonly ename: string; readonly evalue: string; readonly traceback: readonly string[] };

export type Cell =
  | { readonly kind: "markdown"; readonly source: string }
  | { readonly kind: "code"; readonly source: string; readonly outputs: readonly Output[] };

type Lines = string | readonly string[];

interface StoredCell {
  readonly cell_type: "code" | "markdown";
  readonly source: Lines;
  readonly outputs?: readonly Readonly<Record<string, unknown>>[];
}

interface Stored {
  readonly cells: readonly StoredCell[];
}

export const notebookPaths: readonly string[] = filesBelow("examples/notebooks", ".ipynb").filter((path) => !path.includes(".ipynb_checkpoints"));

/** The cells, in order, with the outputs that are stored. */
export function cellsOf(path: string): readonly Cell[] {
  return stored(path).cells.map(({ cell_type: kind, source, outputs = [] }) => (
    kind === "code" ? { kind, source: joined(source), outputs: outputs.map(outputOf) } : { kind, source: joined(source) }
  ));
}

/** The code of each cell that has any. */
export function codeIn(path: string): readonly string[] {
  return cellsOf(path).flatMap((cell) => (cell.kind === "code" ? [cell.source] : []));
}

/** The whole notebook with these outputs in place of its own, as text: what Jupyter would save. */
export function withOutputs(path: string, outputs: readonly (readonly Output[])[]): string {
  const notebook = stored(path);
  let count = 0;
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type !== "code") return cell;
    const own = outputs[count] ?? [];
    count += 1;
    return { ...cell, execution_count: count, outputs: own.map((output) => inFile(output, count)) };
  });
  return `${JSON.stringify({ ...notebook, cells }, undefined, 1)}\n`;
}

function stored(path: string): Stored {
  return JSON.parse(readText(path)) as Stored;
}

function outputOf(output: Readonly<Record<string, unknown>>): Output {
  const { output_type: kind, data, text } = output as { readonly output_type: Output["output_type"]; readonly data: Record<string, Lines>; readonly text: Lines };
  if (kind === "stream") return { output_type: kind, name: String(output["name"]), text: joined(text) };
  if (kind === "error") return output as Output;
  return { output_type: kind, data: Object.fromEntries(Object.entries(data).map(([type, lines]) => [type, joined(lines)])) };
}

function inFile(output: Output, count: number): unknown {
  if (output.output_type === "error") return output;
  if (output.output_type === "stream") return { name: output.name, output_type: output.output_type, text: linesOf(output.text) };
  const data = Object.fromEntries(Object.entries(output.data).map(([type, text]) => [type, linesOf(text)]));
  return { data, ...(output.output_type === "execute_result" ? { execution_count: count } : {}), metadata: {}, output_type: output.output_type };
}

function joined(lines: Lines): string {
  return typeof lines === "string" ? lines : lines.join("");
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}
