import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { environmentNames, type SuiteResult } from '../harness/protocol.js';
import { driver, printLine } from './driver.js';

/** How long one test may take unless it says otherwise, in milliseconds. */
const testLimit = 30_000;

/**
 * Runs every test file beside this one; VS Code calls it in the extension host. Leaves the result in the file that the
 * harness names, and rejects when a test failed.
 */
export async function run(): Promise<void> {
  // Stacks name the files as written.
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: testLimit,
    slow: 5_000,
    forbidOnly: true,
    forbidPending: true,
    color: process.env[environmentNames.color] === '1',
    ...grepOption(),
  });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))) {
    mocha.addFile(join(__dirname, file));
  }

  // The extension host's console does not reach the terminal; lines go there one after another.
  let printed = Promise.resolve();
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    printed = printed.then(() => printLine(format(...values))).catch(() => undefined);
  };

  const failures: { title: string; message: string }[] = [];
  const screenshots: Promise<void>[] = [];
  let passes = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => {
        resolve();
      })
      .on('pass', () => {
        passes += 1;
      })
      .on('fail', (test, error) => {
        failures.push({ title: test.fullTitle(), message: String(error) });
        // At once: the hooks that follow tidy away what went wrong.
        screenshots.push(driver.screenshot(`failed-${test.fullTitle()}`));
      });
  });
  await printed;
  await Promise.allSettled(screenshots);
  const result: SuiteResult = { passes, failures };
  const file = process.env[environmentNames.result];
  if (file === undefined) throw new Error('The suite runs only under test/host/run.mjs.');
  writeFileSync(file, JSON.stringify(result));
  if (failures.length > 0) throw new Error(`${failures.length} failed`);
}

function grepOption(): { grep?: RegExp } {
  const pattern = process.env[environmentNames.grep] ?? '';
  return pattern === '' ? {} : { grep: new RegExp(pattern) };
}
