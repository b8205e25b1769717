// The passages that versions of one draft have in common, beside a process that only reads, decodes and cuts them.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { makeDraftFolder, type DraftFolder } from '../draftFolder.js';
import { emit, quick, rounds } from '../measure.js';
import { timeReadDecodeCut } from '../readDecodeCut.js';
import type { PassagesFigures } from '../table/passages.js';

const DRAFTS = quick ? 24 : 1000;
const RUNS = quick ? 1 : rounds(4);

const all = makeDraftFolder(DRAFTS);
const some = makeDraftFolder(DRAFTS / 4);
try {
  const compare: number[] = [];
  const quarter: number[] = [];
  const cut: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const bare = timeReadDecodeCut(all.path);
    if (bare !== undefined) cut.push(bare);
    compare.push(timeCompare(all));
    quarter.push(timeCompare(some) * 4);
  }
  emit({
    drafts: DRAFTS,
    compare,
    quarter,
    ...(cut.length === 0 ? {} : { cut }),
  } satisfies PassagesFigures);
} finally {
  all.remove();
  some.remove();
}

/** How long the comparison takes; milliseconds. Each draft must be told to have nearly all of its words from others. */
function timeCompare({ path, names }: DraftFolder): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.js'), 'compare', '--format', 'json', path],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const spent = performance.now() - start;
  if (status !== 0) throw new Error(`The comparison failed:\n${stderr}`);
  const { drafts } = JSON.parse(stdout) as { drafts: { share: number }[] };
  if (drafts.length !== names.length || drafts.some(({ share }) => share < 0.5))
    throw new Error('The comparison did not find what the drafts share');
  return spent;
}
