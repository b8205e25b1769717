import { setFlagsFromString } from 'node:v8';

/**
 * Lets the V8 of Node 20 compile less, and later. Each worker compiles the whole engine for itself, which took a third
 * of the time of a thousand drafts: most functions were compiled before they had seen enough, and so again, and copied
 * into all that call them. What is left out costs less than it took.
 *
 * Holds for the whole process. Later versions have a quicker compiler for the beginning, and other names for these.
 */
export function compileLess(): void {
  if (Number.parseInt(process.versions.v8, 10) >= 12) return;
  // Units of bytecode that a function runs before V8 thinks of optimising it: by itself a seventh.
  setFlagsFromString('--interrupt-budget=500000');
  // Units of bytecode that are copied into one function: by itself three times as many.
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
}
