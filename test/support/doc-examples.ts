/**
 * Finds every example in the documentation comments, the guides and the README, and turns its marks into assertions.
 *
 * An example is a fenced block in `ts`. `ts no-run` is type-checked but not run; `ts no-check` is neither.
 *
 *     ore.toString() // => "5 t"          the statement's value (or the constant's) equals this
 *     mass("5 ton") // throws "ambiguous-unit"      the statement throws an error with this code
 *
 * A statement may take several lines; the mark stands after its end or on a line of its own below it. A mark with nothing after the arrow
 * takes the comment lines that follow as the lines of a text, and compares it with the value as a text:
 *
 *     report.toString()
 *     // =>
 *     // ore milled   agrees
 */
import ts from "typescript";
import { filesBelow, readText } from "./repository.ts";

export interface DocExample {
  /** File and line of the opening fence, as in `src/quantity/mass.ts:24`. */
  readonly where: string;
  readonly file: string;
  /** The line of the opening fence. */
  readonly line: number;
  readonly code: string;
  readonly run: boolean;
  readonly check: boolean;
}

const FENCE = /^(?<lead>[ \t]*(?:\*[ \t]?)?)[ \t]*```(?<language>\w+)(?<marks>[^\n]*)\n(?<body>[\s\S]*?)^[ \t]*(?:\* ?)?[ \t]*```[ \t]*$/gm;
const MARK = /^(?<before>.*?)[ \t]*\/\/ (?<kind>=>|throws)(?:[ \t]+(?<expected>.+?))?[ \t]*$/;
const NEVER_RUN = ["typescript", "js", "javascript", "mjs", "cjs", "mts", "cts", "tsx", "jsx"];

/** Every example, in the order of the files. */
export function findDocExamples(): readonly DocExample[] {
  return documentedFiles().flatMap((file) => examplesIn(file, readText(file)));
}

/** The fences that a reader would take for tested examples and that no test looks at. */
export function findUntestedFences(): readonly string[] {
  return documentedFiles().flatMap((file) => {
    const text = readText(file);
    return [...text.matchAll(FENCE)]
      .filter(({ groups }) => NEVER_RUN.includes(groups!["language"]!) && !groups!["marks"]!.includes("no-check"))
      .map((fence) => `${file}:${lineOf(text, fence.index)}`);
  });
}

/** The examples of one file's text. */
export function examplesIn(file: string, text: string): readonly DocExample[] {
  return [...text.matchAll(FENCE)].filter(({ groups }) => groups!["language"] === "ts").map((fence) => {
    const { lead, marks, body } = fence.groups!;
    const line = lineOf(text, fence.index);
    const inComment = lead!.includes("*");
    return {
      where: `${file}:${line}`,
      file,
      line,
      code: inComment ? body!.replace(/^[ \t]*\*(?: |$)/gm, "") : body!,
      run: !/\bno-(?:run|check)\b/.test(marks!),
      check: !/\bno-check\b/.test(marks!),
    };
  });
}

/** The code with an assertion in place of each marked statement, line for line. A mark that belongs to no statement is an error. */
export function withAssertions(code: string): string {
  const lines = code.split("\n");
  const statements = statementsOf(code);
  const edits: { start: number; end: number; text: string }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const mark = MARK.exec(lines[index]!)?.groups;
    if (!mark) continue;
    const alone = mark["before"]!.trim() === "";
    const own = alone ? index - 1 : index;
    const statement = statements.findLast(({ lastLine }) => lastLine === own);
    if (!statement) throw new Error(`The mark "${lines[index]!.trim()}" belongs to no statement: put it after the end of one.`);
    const text = mark["expected"] ?? textBelow(lines, index + 1);
    edits.push({ start: statement.start, end: statement.end, text: assertionOf(statement, mark["kind"]!, text, mark["expected"] === undefined) });
  }
  return edits.sort((one, other) => other.start - one.start)
    .reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), code);
}

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly lastLine: number;
  readonly source: string;
  /** The expression whose value the mark speaks of. */
  readonly subject: string;
  /** Whether the subject is a constant that the statement declares. */
  readonly declares: boolean;
}

function statementsOf(code: string): readonly Marked[] {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const found: Marked[] = [];
  const visit = (node: ts.Node): void => {
    const subject = subjectOf(node);
    if (subject !== undefined) {
      const start = node.getStart(file);
      const end = node.getEnd();
      found.push({
        start,
        end,
        lastLine: file.getLineAndCharacterOfPosition(end).line,
        source: code.slice(start, end).replace(/;$/, ""),
        subject: subject.getText(file),
        declares: ts.isVariableStatement(node),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function subjectOf(node: ts.Node): ts.Node | undefined {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.length === 1 ? node.declarationList.declarations[0]!.name : undefined;
  if (!ts.isExpressionStatement(node)) return undefined;
  const { expression } = node;
  const logs = ts.isCallExpression(expression) && expression.expression.getText() === "console.log" && expression.arguments.length === 1;
  return logs ? expression.arguments[0] : expression;
}

function assertionOf({ source, subject, declares }: Marked, kind: string, expected: string, asText: boolean): string {
  if (kind === "throws") return `expect(() => { ${source}; }).toThrow(expect.objectContaining({ code: ${expected} }));`;
  const value = asText ? `String(${subject})` : subject;
  return declares ? `${source}; expect(${value}).toEqual(${expected});` : `expect(${value}).toEqual(${expected});`;
}

/** The comment lines from an index on, as the literal of a text. */
function textBelow(lines: readonly string[], from: number): string {
  const rest = lines.slice(from);
  const length = rest.findIndex((line) => !/^[ \t]*\/\//.test(line));
  const text = (length < 0 ? rest : rest.slice(0, length)).map((line) => line.replace(/^[ \t]*\/\/ ?/, "")).join("\n");
  if (text === "") throw new Error('A mark "// =>" with nothing after it needs comment lines below it.');
  return JSON.stringify(text);
}

function documentedFiles(): readonly string[] {
  return [...filesBelow("src", ".ts"), ...filesBelow("docs", ".md"), "README.md"];
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
