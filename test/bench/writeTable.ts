import { readFileSync, writeFileSync } from 'node:fs';
import type { BenchRun } from './benchRun.js';
import { tableOf } from './outcome.js';

const PAGE = 'docs/performance.md';

/** Puts the table of a run between the marks of the page on performance. */
export function writeTable(run: BenchRun): void {
  const page = readFileSync(PAGE, 'utf8');
  const content = `Measured on ${run.date}: ${run.machine}, Node ${run.node}.\n\n${tableOf(run.rows)}`;
  const filled = page.replace(
    /(<!-- measured -->)[\s\S]*?(<!-- \/measured -->)/u,
    (_, open: string, close: string) => `${open}\n\n${content}\n\n${close}`,
  );
  if (!filled.includes(content)) throw new Error(`${PAGE} has no marks to put the table between`);
  writeFileSync(PAGE, filled);
}
