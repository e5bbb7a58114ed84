import { expectTypeOf, test } from "vitest";
import { type ErrorCode, HeadgradeError, isHeadgradeError } from "../src/error.ts";

test("the code of an error is one of a closed list", () => {
  expectTypeOf<HeadgradeError["code"]>().toEqualTypeOf<ErrorCode>();
  expectTypeOf<string>().not.toExtend<ErrorCode>();
  // @ts-expect-error no such code
  new HeadgradeError("no-such-code", "A sentence.");
});

test("a caught value that is recognised has a code", () => {
  const caught: unknown = new Error();
  if (isHeadgradeError(caught)) expectTypeOf(caught.code).toEqualTypeOf<ErrorCode>();
});
