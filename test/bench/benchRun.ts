import { arch, availableParallelism, platform, totalmem } from 'node:os';
import type { Outcome } from './outcome.js';

/** A run of the bench, as `--json` writes it. */
export interface BenchRun {
  readonly date: string;
  readonly node: string;
  /** What kind of machine it was; not which. */
  readonly machine: string;
  /** In the order of the table. */
  readonly rows: readonly Outcome[];
  /** What each case emitted, by its name. */
  readonly cases: Readonly<Record<string, unknown>>;
  /** Names of the cases that failed. */
  readonly failed: readonly string[];
}

/** Where and when a run is made. */
export function circumstances(): Pick<BenchRun, 'date' | 'node' | 'machine'> {
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    machine: `${availableParallelism()} cores, ${memory} GB, ${platform()} ${arch()}`,
  };
}
