// Runs the cases of the bench, each as a process of its own, and prints what they measured; see run.mjs.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchCase, Detail } from './benchCase.js';
import { benchCases } from './benchCases.js';
import { circumstances, type BenchRun } from './benchRun.js';
import { runCase } from './caseProcess.js';
import { contradictionIn } from './contradiction.js';
import { hotSpots } from './hotSpots.js';
import { outcomeOf, tableOf, type Outcome } from './outcome.js';
import { figureOf } from './samples.js';
import { writeTable } from './writeTable.js';

const { values } = parseArgs({
  options: {
    /** Names of cases; all when absent. */
    cases: { type: 'string' },
    /** Only to see that every case works; its figures say nothing and are not shown. */
    quick: { type: 'boolean', default: false },
    /** Where the time goes, by V8's profiler; the figures are worth less then. */
    profile: { type: 'boolean', default: false },
    /** Exit code 1 when a row misses its bar. */
    assert: { type: 'boolean', default: false },
    /** Where the run is written. */
    json: { type: 'string' },
    /** A run that was written, to be shown again instead of measuring. */
    from: { type: 'string' },
    /** Puts the table into docs/performance.md. */
    write: { type: 'boolean', default: false },
  },
});

void main();

async function main(): Promise<void> {
  const contradiction = contradictionIn(values);
  if (contradiction !== undefined) {
    console.error(contradiction);
    process.exitCode = 2;
    return;
  }
  const run =
    values.from === undefined
      ? await measureAll(chooseCases(values.cases))
      : (JSON.parse(readFileSync(values.from, 'utf8')) as BenchRun);
  if (!values.quick) console.log(`\n${tableOf(run.rows)}`);
  if (run.failed.length > 0) console.error(`\nFailed: ${run.failed.join(', ')}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(run, undefined, 1)}\n`);
  if (values.write) writeTable(run);
  if (run.failed.length > 0 || (values.assert && run.rows.some(({ met }) => met === false)))
    process.exitCode = 1;
}

function chooseCases(names: string | undefined): readonly BenchCase<never>[] {
  if (names === undefined) return benchCases;
  const wanted = names.split(',');
  const unknown = wanted.filter((name) => !benchCases.some((one) => one.name === name));
  if (unknown.length === 0) return benchCases.filter(({ name }) => wanted.includes(name));
  const known = benchCases.map(({ name }) => name).join(', ');
  console.error(`There is no case ${unknown.join(', ')}; there are ${known}.`);
  process.exit(2);
}

/** Runs the cases one after the other; several at once where the figures say nothing. */
async function measureAll(cases: readonly BenchCase<never>[]): Promise<BenchRun> {
  if (cases.some(({ needsBuild }) => needsBuild === true))
    spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  const figures: Record<string, unknown> = {};
  const rows = new Map<string, Outcome[]>();
  const waiting = [...cases];
  const workThrough = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const measured = await measure(next);
      if (measured === undefined) continue;
      figures[next.name] = measured;
      // What a case emits has its type; the list of cases cannot tell.
      rows.set(
        next.name,
        next.rows.map((row) => outcomeOf(row, measured as never)),
      );
    }
  };
  const lanes = values.quick ? availableParallelism() : 1;
  await Promise.all(Array.from({ length: lanes }, workThrough));
  return {
    ...circumstances(),
    rows: cases.flatMap(({ name }) => rows.get(name) ?? []),
    cases: figures,
    failed: cases.map(({ name }) => name).filter((name) => !rows.has(name)),
  };
}

/** Runs a case and prints what it measured; undefined when it failed, which is told. */
async function measure({ name, about, details }: BenchCase<never>): Promise<unknown> {
  const started = Date.now();
  const profiles = values.profile ? join(__dirname, 'profiles', name) : undefined;
  try {
    const figures = await runCase(name, { quick: values.quick, profiles });
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    if (values.quick) {
      console.log(`${name} works (${seconds} s)`);
      return figures;
    }
    console.log(`\n${about(figures as never)} (${seconds} s)`);
    for (const detail of details(figures as never)) printDetail(detail);
    if (profiles !== undefined) printHotSpots(profiles);
    return figures;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
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

function printHotSpots(profiles: string): void {
  console.log(`  hot spots (profiles in ${profiles})`);
  for (const { name, share } of hotSpots(profiles, 25))
    console.log(`    ${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
}
