import { loadSegmenter } from '../segmenter/load.js';
import type { Output } from './io.js';
import { runCli } from './run.js';

const unread = new AbortController();

/** An output of this process. That its reader has gone (`| head`) ends the work quietly; it is no error. */
function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    unread.abort();
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

/** Sets the code and lets the process end by itself, so that all output is written. */
function exitWith(code: number): void {
  process.exitCode = code;
}

void runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  ...(process.platform === 'win32' ? { systemLocale: Intl.DateTimeFormat().resolvedOptions().locale } : {}),
  loadSegmenter,
  signal: unread.signal,
}).then(exitWith, (error: unknown) => {
  console.error(error);
  exitWith(2);
});
