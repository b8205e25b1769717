import { spawnSync } from 'node:child_process';

/** A process that does nothing but load nodejieba with its full dictionary. */
export interface BareDictionary {
  /** From its start to its end; milliseconds. */
  readonly time: number;
  /** The memory it has resident afterwards; bytes. */
  readonly memory: number;
}

const SCRIPT = "require('nodejieba').load(); console.log(process.memoryUsage.rss())";

/** Runs such a process; undefined where nodejieba cannot be loaded. */
export function loadBareDictionary(): BareDictionary | undefined {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, ['-e', SCRIPT], { encoding: 'utf8' });
  const time = performance.now() - start;
  return status === 0 ? { time, memory: Number(stdout) } : undefined;
}
