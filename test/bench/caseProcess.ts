import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How the process of a case is run. */
export interface CaseProcessOptions {
  /** See `measure.ts`. */
  readonly quick: boolean;
  /** Where V8 profiles of the process, and of the servers it starts, go; emptied before. */
  readonly profiles?: string | undefined;
}

/**
 * Runs a case, and gives what it emits.
 * @throws when it fails; the message is what it said
 */
export async function runCase(name: string, { quick, profiles }: CaseProcessOptions): Promise<unknown> {
  const flags = ['--enable-source-maps'];
  if (profiles !== undefined) {
    rmSync(profiles, { recursive: true, force: true });
    mkdirSync(profiles, { recursive: true });
    flags.push('--cpu-prof', `--cpu-prof-dir=${profiles}`);
  }
  const args = [...flags, join(__dirname, `${name}.cjs`), ...(quick ? ['--quick'] : [])];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      process.stderr.write(stderr);
      if (error) reject(new Error(`The case ${name} failed.`));
      else resolve(stdout);
    });
  });
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** What a process that is started by a case is to be started with, so that it is profiled where the case is. */
export function profiling(): string[] {
  return process.execArgv.filter((flag) => flag.startsWith('--cpu-prof'));
}
