/** What a wrong call gets, for tests that assert the code and the sentence. */
import { HeadgradeError } from "../../src/error.ts";

export function refusalOf(call: () => unknown): HeadgradeError {
  try {
    call();
  } catch (error) {
    if (error instanceof HeadgradeError) return error;
    throw error;
  }
  throw new Error("the call was accepted");
}
