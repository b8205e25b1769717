import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STRAY, STRAY_FIXED } from './drafts.js';
import { buildCli, Folder } from './harness.js';

const COUNT = 150;

let built: Folder;
let cli: string;

beforeAll(() => {
  built = new Folder();
  cli = buildCli(built);
});
afterAll(() => {
  built.remove();
});

it('leaves every draft whole, mended or as it was, when it is killed while it mends them', async () => {
  const folder = new Folder();
  const before = STRAY.repeat(10);
  const after = STRAY_FIXED.repeat(10);
  const files = Array.from({ length: COUNT }, (_, i) => folder.write(`${String(i)}.txt`, before));
  const child = spawn(process.execPath, [cli, 'check', '--fix', '.'], { cwd: folder.path, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const isMended = (file: string): boolean => readFileSync(file, 'utf8') === after;
  // They are mended in the order of their names: once the first is, it is in the midst of it.
  while (child.exitCode === null && !isMended(files[0] ?? '')) await new Promise((go) => setTimeout(go, 2));
  child.kill('SIGKILL');
  await ended;
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  expect(texts.filter((text) => text !== before && text !== after)).toEqual([]);
  expect(texts).toContain(before);
  expect(texts).toContain(after);
  // At most the one that was being written is left beside them, hidden and under a name of ours.
  const left = readdirSync(folder.path).filter((name) => path.extname(name) !== '.txt');
  expect(left.length).toBeLessThanOrEqual(1);
  expect(left.join()).toMatch(/^(?:\.wenfeng-[0-9a-f]{12}\.tmp)?$/u);
  folder.remove();
}, 60_000);
