import path from 'node:path';
import { parseArgs } from 'node:util';
import { heapOfThirds } from './memory.js';
import { soak } from './soak.js';

/** The heap of the last third may be so many times that of the second; see docs/performance.md. */
const LIMIT = 1.05;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    pace: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});

void main(Number(values.minutes), Number(values.pace), Number(values.seed));

async function main(minutes: number, pace: number, seed: number): Promise<void> {
  const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const runs = (['pull', 'push'] as const).map(async (way) => {
    const result = await soak({
      script: path.resolve('dist/server.js'),
      way,
      milliseconds: minutes * 60_000,
      pace,
      seed,
      length: 30_000,
      comparisons: 5,
      onLook: ({ at, heapUsed, external, rss }) => {
        console.log(
          `${way} ${(at / 60_000).toFixed(1)} min: heap ${megabytes(heapUsed)}, external ${megabytes(external)}, resident ${megabytes(rss)}`,
        );
      },
    });
    return { way, ...result };
  });
  let failed = false;
  for (const { way, keystrokes, asked, looks, comparisons, faults } of await Promise.all(runs)) {
    const { second, last } = heapOfThirds(looks);
    const flat = last <= second * LIMIT;
    failed ||= !flat || faults.length > 0;
    console.log(`
${way}: ${String(keystrokes)} keystrokes in ${String(minutes)} minutes, ${[...asked].map(([name, times]) => `${String(times)} × ${name}`).join(', ')}
  heap after collection: ${megabytes(second)} in the second third, ${megabytes(last)} in the last (${(last / second).toFixed(3)}, at most ${String(LIMIT)}): ${flat ? 'flat' : 'NOT FLAT'}
  diagnostics compared with a fresh server ${String(comparisons)} times; faults: ${faults.length === 0 ? 'none' : `\n    ${[...new Set(faults)].slice(0, 40).join('\n    ')}`}`);
  }
  process.exitCode = failed ? 1 : 0;
}
