/**
 * Arithmetic as text: `+ - * / ( )`, unknowns in braces (`{q4.ore}`), decimal numbers, exact numbers `F("240/7")`, and constants by name. What is
 * read keeps the column of every part, so that a mistake is told where it stands.
 */
import { HeadgradeError, shown, type ErrorCode } from "../error.ts";
import { Ratio, type Numeric } from "../number/ratio.ts";

/** @internal */
export type Arithmetic =
  | { readonly type: "number"; readonly value: Ratio }
  | { readonly type: "unknown"; readonly id: string; readonly column: number }
  | { readonly type: "sum"; readonly left: Arithmetic; readonly right: Arithmetic; readonly sign: 1 | -1 }
  | { readonly type: "product"; readonly left: Arithmetic; readonly right: Arithmetic }
  | { readonly type: "quotient"; readonly over: Arithmetic; readonly under: Arithmetic; readonly column: number }
  | { readonly type: "negated"; readonly of: Arithmetic };

/** Two sides and what is said of them. @internal */
export interface Comparison {
  readonly left: Arithmetic;
  readonly op: "=" | "<=";
  readonly right: Arithmetic;
}

const LONGEST_TEXT = 10_000;
const MOST_TOKENS = 4_000;
const DEEPEST = 100;
const LONGEST_ID = 200;

interface Token {
  readonly type: "mark" | "comparison" | "number" | "text" | "unknown" | "word" | "end";
  readonly text: string;
  readonly column: number;
}

const SPACE = /\s+/y;
const COMPARISON = /<=|≤|=(?!=)/y;
const MARK = /[-+*/()\u2212×÷]/y;
// A comma or a second point is read along, so that the number that holds it is refused whole.
const NUMBER = /(?:\d|\.\d)[\d.,]*(?:[eE][+-]?\d+)?/y;
const TEXT = /"([^"]*)"/y;
const UNKNOWN = /\{([^{}]*)\}/y;
const WORD = /[A-Za-z_]\w*/y;
const SAME_MARK: Readonly<Record<string, string>> = { "\u2212": "-", "×": "*", "÷": "/", "≤": "<=" };

/**
 * Reads `left = right` or `left <= right`.
 *
 * @throws {@link HeadgradeError} `invalid-statement` or `malformed-number`, with the column of the mistake from 1; `too-large`.
 * @internal
 */
export function readComparison(text: string, constants: ReadonlyMap<string, Ratio>): Comparison {
  const reader = new Reader(text, constants);
  const left = reader.sum();
  const op = reader.comparison();
  const right = reader.sum();
  reader.end();
  return { left, op, right };
}

/** Constants as they are given, made exact; a name must be one that the text can hold. @internal */
export function readConstants(given: Readonly<Record<string, Numeric>>): ReadonlyMap<string, Ratio> {
  return new Map(Object.entries(given).map(([name, value]) => {
    if (/^[A-Za-z_]\w*$/.test(name) && name !== "F") return [name, Ratio.of(value)];
    throw new HeadgradeError(
      "invalid-statement", `A constant cannot be called ${shown(name)}: use letters, digits and underscores, and not F, which marks an exact number.`, { given: name },
    );
  }));
}

class Reader {
  readonly #text: string;
  readonly #constants: ReadonlyMap<string, Ratio>;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, constants: ReadonlyMap<string, Ratio>) {
    this.#text = text;
    this.#constants = constants;
    this.#tokens = tokensOf(text);
  }

  sum(): Arithmetic {
    let left = this.#product();
    for (let mark = this.#take("+", "-"); mark !== undefined; mark = this.#take("+", "-")) {
      left = { type: "sum", left, right: this.#product(), sign: mark.text === "+" ? 1 : -1 };
    }
    return left;
  }

  comparison(): "=" | "<=" {
    const token = this.#next();
    if (token.type === "comparison") return token.text === "=" ? "=" : "<=";
    throw this.#unexpected(token, "\"=\" or \"<=\"");
  }

  end(): void {
    const token = this.#next();
    if (token.type !== "end") throw this.#unexpected(token, "the end");
  }

  #product(): Arithmetic {
    let left = this.#signed();
    for (let mark = this.#take("*", "/"); mark !== undefined; mark = this.#take("*", "/")) {
      const right = this.#signed();
      left = mark.text === "*" ? { type: "product", left, right } : { type: "quotient", over: left, under: right, column: mark.column };
    }
    return left;
  }

  #signed(): Arithmetic {
    const sign = this.#take("-", "+");
    if (sign === undefined) return this.#operand();
    return this.#within(sign, () => (sign.text === "-" ? { type: "negated", of: this.#signed() } : this.#signed()));
  }

  #operand(): Arithmetic {
    const token = this.#next();
    switch (token.type) {
      case "number": return { type: "number", value: this.#number(token) };
      case "unknown": return { type: "unknown", id: token.text, column: token.column };
      case "word": return { type: "number", value: token.text === "F" ? this.#exact() : this.#constant(token) };
      default: {
        if (token.text !== "(" || token.type !== "mark") throw this.#unexpected(token, "a number, a name in braces such as {ore}, a constant or \"(\"");
        const inside = this.#within(token, () => this.sum());
        this.#close();
        return inside;
      }
    }
  }

  // F(3.785411784) and F("240/7")
  #exact(): Ratio {
    if (this.#take("(") === undefined) throw this.#unexpected(this.#next(), "\"(\" after F");
    const isNegative = this.#take("-") !== undefined;
    const token = this.#next();
    if (token.type !== "number" && (token.type !== "text" || isNegative)) throw this.#unexpected(token, "a number, or one in quotation marks");
    const value = this.#number(token);
    this.#close();
    return isNegative ? value.negated() : value;
  }

  #constant({ text, column }: Token): Ratio {
    const value = this.#constants.get(text);
    if (value !== undefined) return value;
    const known = [...this.#constants.keys()].join(", ");
    throw this.#mistake("invalid-statement", `${shown(text)} is no constant that was given${known === "" ? "" : ` (${known})`}; names of figures stand in braces, {${text}}`, column);
  }

  #number({ text, column }: Token): Ratio {
    try {
      return Ratio.of(text.trim());
    } catch (error) {
      const isLong = error instanceof HeadgradeError && error.code === "too-large";
      throw this.#mistake(isLong ? "too-large" : "malformed-number", `${shown(text)} is no plain decimal number of at most 1,000 digits: write it like 1234.5`, column);
    }
  }

  #close(): void {
    if (this.#take(")") === undefined) throw this.#unexpected(this.#next(), "\")\"");
  }

  #within(token: Token, read: () => Arithmetic): Arithmetic {
    if (this.#depth >= DEEPEST) throw this.#mistake("too-large", `brackets and signs lie more than ${String(DEEPEST)} deep`, token.column);
    this.#depth++;
    const inside = read();
    this.#depth--;
    return inside;
  }

  #take(...marks: readonly string[]): Token | undefined {
    const token = this.#tokens[this.#at] as Token;
    if (token.type !== "mark" || !marks.includes(token.text)) return undefined;
    this.#at++;
    return token;
  }

  // The last token is the end, and stays.
  #next(): Token {
    const token = this.#tokens[this.#at] as Token;
    if (token.type !== "end") this.#at++;
    return token;
  }

  #unexpected({ type, text, column }: Token, expected: string): HeadgradeError {
    return this.#mistake("invalid-statement", `${type === "end" ? "the text ends" : `${shown(text)} stands`} where ${expected} was expected`, column);
  }

  #mistake(code: ErrorCode, what: string, column: number): HeadgradeError {
    return mistake(code, what, this.#text, column);
  }
}

function tokensOf(text: string): Token[] {
  if (typeof text !== "string") throw new HeadgradeError("invalid-statement", `An equation is a text such as "{metal} = {ore}*{grade}", and this is ${shown(text)}.`, { given: shown(text) });
  if (text.length > LONGEST_TEXT) {
    throw new HeadgradeError("too-large", `The equation ${shown(text)} is too long: at most ${String(LONGEST_TEXT)} characters are read.`, { length: text.length });
  }
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const space = matchAt(SPACE, text, at);
    if (space !== undefined) {
      at += space[0].length;
      continue;
    }
    const column = at + 1;
    if (tokens.length === MOST_TOKENS) throw mistake("too-large", `an equation has at most ${String(MOST_TOKENS)} marks, names and numbers`, text, column);
    const [type, found] = matched(text, at);
    if (found === undefined) throw mistake("invalid-statement", whatIsWrongAt(text, at), text, column);
    const whole = found[1] ?? found[0];
    if (type === "unknown" && (whole.trim() === "" || whole.length > LONGEST_ID)) {
      throw mistake("invalid-statement", `a name in braces has 1 to ${String(LONGEST_ID)} characters`, text, column);
    }
    tokens.push({ type, text: type === "unknown" ? whole.trim() : SAME_MARK[whole] ?? whole, column });
    at += found[0].length;
  }
  return [...tokens, { type: "end", text: "", column: text.length + 1 }];
}

function matched(text: string, at: number): readonly [Token["type"], RegExpExecArray | undefined] {
  for (const [type, pattern] of [
    ["comparison", COMPARISON], ["mark", MARK], ["number", NUMBER], ["unknown", UNKNOWN], ["text", TEXT], ["word", WORD],
  ] as const) {
    const found = matchAt(pattern, text, at);
    if (found !== undefined) return [type, found];
  }
  return ["end", undefined];
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function whatIsWrongAt(text: string, at: number): string {
  const mark = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (mark === "{") return "a brace is opened and not closed";
  if (mark === "\"") return "a quotation mark is opened and not closed";
  return `${shown(mark)} has no meaning in an equation`;
}

function mistake(code: ErrorCode, what: string, text: string, column: number): HeadgradeError {
  return new HeadgradeError(
    code, `Cannot read the equation ${shown(text)}: at column ${String(column)}, ${what}. Write it like "{metal} = {ore}*{grade}/1000" or "{sold} <= {made}".`,
    { given: text.slice(0, 100), column },
  );
}
