/** The exercise as a program: bundled for each module system, with the package itself left outside. */
import { exercise } from "./exercise.ts";

declare const console: { readonly log: (text: string) => void };

console.log(JSON.stringify(exercise()));
