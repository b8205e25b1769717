import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A function, and its part of the time in which anything was done. */
export interface HotSpot {
  /** Its name and the file it comes from; V8's word in brackets where no JavaScript runs. */
  readonly name: string;
  /** From 0 to 1, without what it calls. */
  readonly share: number;
}

/** Where a profile says that something ran. */
interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
}

/** A V8 profile, as far as it is read. */
interface Profile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  /** Which node was met at each look. */
  readonly samples: readonly number[];
  /** Microseconds from look to look. */
  readonly timeDeltas: readonly number[];
}

/** What a process does while it waits for others. */
const WAITING = ['(idle)', 'spawnSync'];

/** The functions that took most, over all V8 profiles of a folder; most first. */
export function hotSpots(folder: string, count: number): HotSpot[] {
  const spent = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile')))
    addProfile(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile, spent);
  for (const name of WAITING) spent.delete(name);
  const whole = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent]
    .map(([name, time]) => ({ name, share: time / whole }))
    .sort((a, b) => b.share - a.share)
    .slice(0, count);
}

function addProfile({ nodes, samples, timeDeltas }: Profile, spent: Map<string, number>): void {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  for (const [at, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[at] ?? 0));
  }
}

function nameOf({ functionName, url, lineNumber }: CallFrame): string {
  if (!url.startsWith('file:')) return functionName;
  const called = functionName === '' ? '(anonymous)' : functionName;
  const source = sourcesOf(fileURLToPath(url)).findLast(({ line }) => line <= lineNumber);
  return source === undefined ? called : `${called} ${source.file}`;
}

const sourcesByBundle = new Map<string, readonly { readonly line: number; readonly file: string }[]>();

/** Where the files begin that went into a bundle: it names each in a comment. */
function sourcesOf(bundle: string): readonly { readonly line: number; readonly file: string }[] {
  let sources = sourcesByBundle.get(bundle);
  if (sources === undefined) {
    const lines = existsSync(bundle) ? readFileSync(bundle, 'utf8').split('\n') : [];
    sources = lines.flatMap((text, line) => {
      const file = /^\s*\/\/ (\S+\.(?:ts|js|mjs|cjs))$/u.exec(text)?.[1];
      return file === undefined ? [] : [{ line, file }];
    });
    sourcesByBundle.set(bundle, sources);
  }
  return sources;
}
