import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import type { DraftEncoding } from '../../server/src/bulk/decode.js';
import type { StartWorkers } from '../../server/src/bulk/workers/workerPool.js';
import type { Io, Output } from '../../server/src/cli/io.js';
import { runCli } from '../../server/src/cli/run.js';
import { loadSegmenter, type LoadedSegmenter } from '../../server/src/segmenter/load.js';

/** The repository. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A folder of its own for one test. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-cli-')));

  /** Writes a draft, making the folders above it; returns its absolute path. */
  write(name: string, content: string | Uint8Array): string {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The bytes of a text. */
export function bytesOf(text: string, encoding: DraftEncoding, bom = false): Buffer {
  return iconv.encode(bom ? `\uFEFF${text}` : text, encoding, { addBOM: false });
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stdoutBytes: Buffer;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: Uint8Array;
  readonly env?: Io['env'];
  readonly terminal?: boolean;
  readonly ask?: Io['ask'];
  readonly loadSegmenter?: () => LoadedSegmenter;
  readonly signal?: AbortSignal;
  readonly startWorkers?: StartWorkers;
  readonly cores?: number;
}

let loaded: LoadedSegmenter | undefined;

/** Standard error without the line that tells of a stand-in for nodejieba, which a machine may lack. */
export function withoutStandIn(stderr: string): string {
  return stderr.replace(/^.*Intl\.Segmenter.*\n/mu, '');
}

/** Runs the command line in this process, in the folder. */
export async function run(folder: Folder, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const written: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  const output = (name: 'stdout' | 'stderr'): Output => ({
    isTerminal: options.terminal ?? false,
    write: (data) => {
      written[name].push(Buffer.from(data));
      return Promise.resolve();
    },
  });
  const stdin = options.stdin;
  const code = await runCli(args, {
    stdin: (async function* () {
      await Promise.resolve();
      if (stdin !== undefined) yield stdin;
    })(),
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: options.env ?? {},
    cwd: folder.path,
    ...(options.ask === undefined ? {} : { ask: options.ask }),
    ...(options.startWorkers === undefined ? {} : { startWorkers: options.startWorkers }),
    ...(options.cores === undefined ? {} : { cores: options.cores }),
    loadSegmenter: options.loadSegmenter ?? (() => (loaded ??= loadSegmenter())),
    signal: options.signal ?? new AbortController().signal,
  });
  const stdoutBytes = Buffer.concat(written.stdout);
  const text = Buffer.concat(written.stderr).toString();
  return {
    code,
    stdout: stdoutBytes.toString(),
    stdoutBytes,
    stderr: options.loadSegmenter ? text : withoutStandIn(text),
  };
}

/**
 * Bundles the command line as the build does and returns the path of cli.js. It lies in a folder of its own, beside
 * which the project's packages can be found.
 */
export function buildCli(folder: Folder): string {
  const outdir = path.join(folder.path, 'dist');
  execFileSync(process.execPath, ['scripts/build.mjs', 'cli', '--outdir', outdir], { cwd: ROOT });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder.path, 'node_modules'));
  return path.join(outdir, 'cli.js');
}
