// Measures the checker: npm run bench -- [--assert] [--json FILE] [--cases pass,shares,growth,startup]
// Every case has a process of its own; a bar is a ratio within one run, so that it holds on any machine.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const CASES = ['pass', 'shares', 'growth', 'startup'];

/** A pass may take three times what nodejieba takes to cut the text, whichever of its two ways is faster. */
const PASS_BAR = 3;
/** A character of a draft ten times as long may take twice the time. */
const GROWTH_BAR = 2;

const { values } = parseArgs({
  options: {
    assert: { type: 'boolean', default: false },
    json: { type: 'string' },
    cases: { type: 'string', default: CASES.join(',') },
  },
});
const cases = values.cases.split(',').filter((name) => CASES.includes(name));

await build({
  entryPoints: cases.map((name) => `test/bench/${name}.ts`),
  outdir: 'out/bench',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['nodejieba'],
  mainFields: ['module', 'main'],
  logLevel: 'warning',
});
if (cases.includes('startup') && existsSync('server/src/lsp/main.ts')) {
  spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}

const figures = {};
for (const name of cases) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`out/bench/${name}.cjs`], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.error(`The case ${name} failed:\n${stderr}`);
    process.exit(1);
  }
  figures[name] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const bars = [];
const { pass, shares, growth, startup } = figures;
if (pass) printPass();
if (shares) printShares();
if (growth) printGrowth();
if (startup) printStartup();

console.log('\nBars');
for (const { name, met, figure } of bars) console.log(`  ${met ? 'met   ' : 'MISSED'}  ${name}: ${figure}`);
if (values.json) writeFileSync(values.json, JSON.stringify({ ...figures, bars }, undefined, 1));
if (values.assert && bars.some(({ met }) => !met)) process.exitCode = 1;

function printPass() {
  console.log(
    `One pass over ${pass.text}, ${pass.characters} characters, words by ${pass.segmenter}, warmed, no cache`,
  );
  row('checking pass, other wording every time', pass.pass);
  row('checking pass, the text as it is', pass.real);
  row('checking pass, rules without words', pass.structural);
  if (!pass.cut) {
    console.log('  nodejieba is not here: nothing to compare with');
    return;
  }
  row('nodejieba cut(text)', pass.cut);
  row('nodejieba cut(text, true)', pass.cutStrict);
  const ratio =
    Math.max(pass.pass.median, pass.real.median) / Math.min(pass.cut.median, pass.cutStrict.median);
  bar(`a pass takes at most ${PASS_BAR} × nodejieba's cut`, ratio <= PASS_BAR, `${ratio.toFixed(2)} ×`);
}

function printShares() {
  console.log('\nShares of a pass (each part on its own, so they need not add up)');
  const of = (timing) => `${((timing.median * 100) / shares.pass.median).toFixed(1)} %`;
  row('whole pass', shares.pass, of(shares.pass));
  row('document model', shares.model, of(shares.model));
  row('cutting into words', shares.words, of(shares.words));
  for (const [id, timing] of Object.entries(shares.rules)) row(id, timing, of(timing));
}

function printGrowth() {
  console.log('\nGrowth: microseconds a character');
  row('the draft', growth.once, '', 'µs');
  row('ten times as long, other wording', growth.tenfold, '', 'µs');
  row('ten times as long, word for word', growth.verbatim, '', 'µs');
  // The fast runs: a busy machine slows the long draft and the short one at different times.
  const ratio = growth.tenfold.low / growth.once.low;
  bar(
    `a character of a draft ten times as long takes at most ${GROWTH_BAR} ×`,
    ratio <= GROWTH_BAR,
    `${ratio.toFixed(2)} ×`,
  );
  const same = growth.verbatim.low / growth.once.low;
  bar(
    `… and ${2 * GROWTH_BAR} × when the copies are word for word`,
    same <= 2 * GROWTH_BAR,
    `${same.toFixed(2)} ×`,
  );
}

function printStartup() {
  console.log('\nOpening a draft, server process started fresh');
  row('node -e 0', startup.node);
  if (startup.dictionary) row("a process that loads nodejieba's dictionary", startup.dictionary);
  if (!startup.server) {
    console.log('  dist/server.js is not here: not measured');
    return;
  }
  row('process start to initialized', startup.server.initialized);
  row('didOpen to first findings', startup.server.open);
  row('process start to first findings', startup.server.total);
  bar(
    'the first answer holds structural findings',
    startup.server.structural,
    `${startup.server.findings} findings`,
  );
  if (startup.dictionary) {
    const load = startup.dictionary.median - startup.node.median;
    const spent = startup.server.total.median - startup.node.median;
    bar(
      'the first findings do not wait for the dictionary',
      spent < load,
      `${spent.toFixed(0)} ms after a bare node, the dictionary ${load.toFixed(0)} ms`,
    );
  }
}

function row(name, { median, low, high, runs }, note = '', unit = 'ms') {
  const cells = [median, low, high].map((value) => value.toFixed(2).padStart(9));
  console.log(
    `  ${name.padEnd(44)}${cells[0]} ${unit}  (${cells[1].trim()}–${cells[2].trim()}, ${runs} runs)  ${note}`,
  );
}

function bar(name, met, figure) {
  bars.push({ name, met, figure });
}
