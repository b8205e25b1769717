import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heapOfThirds } from '../soak/memory.js';
import { soak } from '../soak/soak.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

let folder: string;
let script: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-soaked-'));
  const outdir = path.join(folder, 'dist');
  execFileSync(process.execPath, ['scripts/build.mjs', 'server', '--outdir', outdir], { cwd: ROOT });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  script = path.join(outdir, 'server.js');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The short form of `npm run soak`: minutes of a writer's work with hardly a pause. */
describe('a server that is used without a pause', () => {
  it.concurrent.each(['pull', 'push'] as const)(
    'keeps its memory and says nothing stale: %s',
    async (way) => {
      const { faults, keystrokes, looks } = await soak({
        script,
        way,
        milliseconds: 6000,
        pace: 0.1,
        seed: 7,
        length: 6_000,
        comparisons: 0,
      });
      expect(faults).toEqual([]);
      expect(keystrokes).toBeGreaterThan(20);
      const { second, last } = heapOfThirds(looks);
      // What a moment's work leaves in flight weighs more here than in half an hour.
      expect(last).toBeLessThan(second * 1.25);
    },
    120_000,
  );
});
