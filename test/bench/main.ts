// Runs the cases of the bench, each as a process of its own, and prints what they measured; see run.mjs.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchCase, Detail } from './benchCase.js';
import { benchCases } from './benchCases.js';
import { outcomeOf, tableOf, type Outcome } from './outcome.js';
import { figureOf } from './samples.js';

const { values } = parseArgs({
  options: {
    /** Names of cases; all when absent. */
    cases: { type: 'string' },
    /** Only to see that every case works. */
    quick: { type: 'boolean', default: false },
    /** Exit code 1 when a row misses its bar. */
    assert: { type: 'boolean', default: false },
    /** Where the figures go. */
    json: { type: 'string' },
  },
});

const chosen = chooseCases(values.cases);
if (chosen.some(({ needsBuild }) => needsBuild === true))
  spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });

const figuresByCase: Record<string, unknown> = {};
const outcomes: Outcome[] = [];
const failed: string[] = [];
for (const benchCase of chosen) {
  const started = Date.now();
  const figures = measure(benchCase.name);
  if (figures === undefined) {
    failed.push(benchCase.name);
    continue;
  }
  figuresByCase[benchCase.name] = figures;
  // The figures of a case have its type; the list of cases cannot tell.
  const typed = figures as never;
  console.log(`\n${benchCase.about(typed)} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  for (const detail of benchCase.details(typed)) printDetail(detail);
  outcomes.push(...benchCase.rows.map((row) => outcomeOf(row, typed)));
}

console.log(`\n${tableOf(outcomes)}`);
if (values.quick) console.log('\nA quick run proves that the cases work; its figures say nothing.');
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
if (values.json !== undefined)
  writeFileSync(
    values.json,
    `${JSON.stringify({ node: process.version, date: new Date().toISOString(), rows: outcomes, cases: figuresByCase, failed }, undefined, 1)}\n`,
  );
if (failed.length > 0 || (values.assert && outcomes.some(({ met }) => met === false))) process.exitCode = 1;

function chooseCases(names: string | undefined): readonly BenchCase<never>[] {
  if (names === undefined) return benchCases;
  const wanted = names.split(',');
  const unknown = wanted.filter((name) => !benchCases.some((one) => one.name === name));
  if (unknown.length === 0) return benchCases.filter(({ name }) => wanted.includes(name));
  const known = benchCases.map(({ name }) => name).join(', ');
  console.error(`There is no case ${unknown.join(', ')}; there are ${known}.`);
  process.exit(2);
}

/** What a case emits; undefined when it failed, which is told. */
function measure(name: string): unknown {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--enable-source-maps', join(__dirname, `${name}.cjs`), ...(values.quick ? ['--quick'] : [])],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 },
  );
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  console.error(`The case ${name} failed (exit code ${status ?? 'none'}).`);
  return undefined;
}

function printDetail({ what, samples, unit = 'ms', note = '' }: Detail): void {
  if (samples === undefined) {
    console.log(`  ${what.padEnd(44)}  not measured`);
    return;
  }
  const { value, low, high, runs } = figureOf(samples);
  const middle = value.toFixed(2).padStart(9);
  console.log(
    `  ${what.padEnd(44)}${middle} ${unit}  (${low.toFixed(2)}–${high.toFixed(2)}, ${runs} runs)  ${note}`,
  );
}
