/**
 * The fields of what a formula takes and gives. Both are one quantity or plain data that holds quantities: objects and lists, nested as the formula likes. Here
 * they are walked, by name, so that a formula can be run with other values in the same places.
 */

/** A value that a formula is run with again and again, and the names of the fields in which it stands. @internal */
export interface Occurrence<T> {
  readonly value: T;
  readonly names: readonly string[];
}

/** One field of a result. @internal */
export interface Field {
  /** Its name, as `parts[0].grade`; empty where the whole is one value. */
  readonly name: string;
  readonly value: unknown;
}

/** The fields of plain data, in order. What `isLeaf` knows, and all that is no plain object or list, is a field and is not looked into. @internal */
export function fieldsOf(data: unknown, isLeaf: (value: unknown) => boolean = () => false, name = ""): readonly Field[] {
  if (isLeaf(data) || !isPlain(data)) return [{ name, value: data }];
  return Object.entries(data).flatMap(([key, value]) => fieldsOf(value, isLeaf, joined(name, key, Array.isArray(data))));
}

/** The values of one sort among the arguments: the same object in two places is one value. @internal */
export function occurrencesOf<T extends object>(given: unknown, isOne: (value: unknown) => value is T): readonly Occurrence<T>[] {
  const found = new Map<T, string[]>();
  for (const { name, value } of fieldsOf(given, isOne)) {
    if (isOne(value)) found.set(value, [...found.get(value) ?? [], name]);
  }
  return [...found].map(([value, names]) => ({ value, names }));
}

/** The same plain data with some of its values replaced. @internal */
export function replaced(data: unknown, by: ReadonlyMap<unknown, unknown>): unknown {
  if (by.has(data)) return by.get(data);
  if (!isPlain(data)) return data;
  if (Array.isArray(data)) return data.map((value) => replaced(value, by));
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(value, by)]));
}

/** The same as {@link replaced}, made ready to be done many times: which value stands in which place of a list is said once. @internal */
export function replacerOf(data: unknown, places: ReadonlyMap<unknown, number>): (values: readonly unknown[]) => unknown {
  const place = places.get(data);
  if (place !== undefined) return (values) => values[place];
  if (!isPlain(data)) return () => data;
  const parts = Object.entries(data).map(([key, value]) => [key, replacerOf(value, places)] as const);
  return (values) => {
    const made: Record<string, unknown> = Array.isArray(data) ? [] as unknown as Record<string, unknown> : {};
    for (const [key, part] of parts) made[key] = part(values);
    return made;
  };
}

/** The same plain data with its fields, in order, replaced by others; frozen. @internal */
export function refilled(data: unknown, fields: Iterator<unknown>): unknown {
  if (!isPlain(data)) return fields.next().value;
  if (Array.isArray(data)) return Object.freeze(data.map((value) => refilled(value, fields)));
  return Object.freeze(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, refilled(value, fields)])));
}

function isPlain(data: unknown): data is object {
  if (typeof data !== "object" || data === null || (!Array.isArray(data) && Symbol.toStringTag in data)) return false;
  const prototype: unknown = Object.getPrototypeOf(data);
  return Array.isArray(data) || prototype === Object.prototype || prototype === null;
}

function joined(name: string, key: string, isList: boolean): string {
  if (isList) return `${name}[${key}]`;
  return name === "" ? key : `${name}.${key}`;
}
