// npm run bench -- [--cases NAME,…] [--quick] [--profile] [--assert] [--json FILE] [--from FILE] [--write]
// Bundles test/bench/main.ts, which runs the cases, and each case, which is a process of its own.
//
// A case is cases/NAME.ts, which measures and emits its figures (measure.ts) after it has shown that what it found is
// what a fresh check finds (freshFindings.ts), and table/NAME.ts, which types these figures and states the rows that
// are read from them, each with its bar; benchCases.ts lists them. What is compared is measured in turn, in one process
// or by processes started in turn, so that a row is a ratio within one run. With --quick (measure.ts: `quick`, `rounds`)
// a case takes a few seconds at most and only proves that it works.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeDictionary } from '../../scripts/dictionary.mjs';
import { NODE_TARGET } from '../../scripts/nodeTarget.mjs';
import { TEXT_LOADERS } from '../../scripts/textFiles.mjs';

const cases = readdirSync('test/bench/cases').map((file) => `cases/${file}`);
await build({
  entryPoints: ['main.ts', 'freshCheck.ts', ...cases].map((file) => `test/bench/${file}`),
  entryNames: '[name]',
  outdir: 'out/bench',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  ...NODE_TARGET,
  format: 'cjs',
  external: ['nodejieba'],
  mainFields: ['module', 'main'],
  loader: TEXT_LOADERS,
  sourcemap: true,
  logLevel: 'warning',
});
writeDictionary('out/bench/dictionary');
const { status } = spawnSync(process.execPath, ['out/bench/main.cjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
