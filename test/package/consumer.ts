/** What the set-up made for the tests of the package. */
import { inject } from "vitest";

const outcome = inject("packing");
if ("failure" in outcome) throw new Error(`The package could not be built, packed or installed:\n${outcome.failure}`);

/** A folder in which the packed tarball, and nothing else, is installed. */
export const consumer: string = outcome.consumer;

/** The paths of the files in the tarball. */
export const packedFiles: readonly string[] = outcome.packedFiles;
