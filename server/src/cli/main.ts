import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { WorkerPool } from '../bulk/workers/workerPool.js';
import { loadSegmenter } from '../segmenter/load.js';
import type { Output } from './io.js';
import { languageOf } from './language.js';
import { CLI_MESSAGES } from './messages.js';
import { runCli } from './run.js';

const unread = new AbortController();

const args = process.argv.slice(2);
const systemLocale =
  process.platform === 'win32' ? { systemLocale: Intl.DateTimeFormat().resolvedOptions().locale } : {};

/**
 * An output of this process. That its reader has gone (`| head`) ends the work quietly; it is no error. Whatever
 * else keeps the report from being written (a full disk) ends it with one line.
 */
function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      unread.abort();
      return;
    }
    const messages = CLI_MESSAGES[languageOf(args, process.env, systemLocale.systemLocale)];
    if (stream !== process.stderr) console.error(messages.outputFailed(error.code ?? error.message));
    process.exit(2);
  });
  return {
    isTerminal: stream.isTTY,
    write: (data) =>
      new Promise((resolve) => {
        stream.write(data, () => {
          resolve();
        });
      }),
  };
}

/** Asks on the terminal. Ctrl-D gives no answer; Ctrl-C ends the process. */
async function ask(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = once(terminal, 'close').then(() => undefined);
  // Without a listener Ctrl-C would close the terminal like Ctrl-D, and go on with no answer.
  terminal.on('SIGINT', () => {
    process.stdout.write('\n');
    process.exit(130);
  });
  try {
    return await Promise.race([terminal.question(question), closed]);
  } finally {
    terminal.close();
  }
}

/** Sets the code and lets the process end by itself, so that all output is written. */
function exitWith(code: number): void {
  process.exitCode = code;
}

void runCli(args, {
  stdin: process.stdin,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  ...systemLocale,
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
  loadSegmenter,
  startWorkers: (count) => new WorkerPool(path.join(__dirname, 'worker.js'), count),
  signal: unread.signal,
}).then(exitWith, (error: unknown) => {
  console.error(error);
  exitWith(2);
});
