// `npm test`: everything that must hold before a change lands. `--only a,b` runs some of the steps by name.
// The last line, 'N passed, N failed', counts checks and tests together.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const STEPS = [
  { name: 'build', command: ['node', 'scripts/build.mjs'] },
  { name: 'generated', command: ['node', 'scripts/generate.mjs', '--check'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { name: 'boundaries', command: ['npm', 'run', '--silent', 'boundaries'] },
  { name: 'unused', command: ['npm', 'run', '--silent', 'unused'] },
  {
    name: 'unit',
    command: ['npx', 'vitest', 'run', '--coverage', '--coverage.reporter=text-summary'],
    count: vitestCount,
  },
  // Needs what the build made, and the editors: what is missing is said and skipped.
  { name: 'editors', command: ['npx', 'vitest', 'run', '--mode', 'editors'], count: vitestCount },
  { name: 'docs', command: ['npm', 'run', '--silent', 'docs:build'] },
  { name: 'site', command: ['npx', 'vitest', 'run', '--mode', 'site'], count: vitestCount },
  { name: 'bench', command: ['node', 'test/bench/run.mjs', '--quick'] },
  { name: 'host', command: ['node', 'test/host/run.mjs'], count: hostCount },
];

const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]?.split(',')
  : undefined;
console.log(`words are cut by ${segmenter()}`);
let passed = 0;
let failed = 0;
const failures = [];

for (const step of STEPS) {
  if (only !== undefined && !only.includes(step.name)) continue;
  const started = Date.now();
  console.log(`\n== ${step.name}`);
  const { code, output } = await run(step.command);
  const count = step.count?.(output) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  passed += count.passed;
  // A step that fails without a failed test has failed as a whole.
  failed += count.failed + (code !== 0 && count.failed === 0 ? 1 : 0);
  if (code !== 0) failures.push(step.name);
  console.log(
    `== ${step.name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}

if (failures.length > 0) console.log(`\nfailed steps: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function run([command, ...args]) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        process.stdout.write(text);
      });
    }
    child.on('error', (error) => {
      console.log(String(error));
      resolve({ code: 127, output });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function vitestCount(output) {
  const line = /^\s*Tests\s+(.*)$/mu.exec(output)?.[1];
  return line === undefined
    ? undefined
    : { passed: numberBefore('passed', line), failed: numberBefore('failed', line) };
}

function hostCount(output) {
  const line = /^host: (\d+ passed, \d+ failed)/mu.exec(output)?.[1];
  return line === undefined
    ? undefined
    : { passed: numberBefore('passed', line), failed: numberBefore('failed', line) };
}

function numberBefore(word, text) {
  return Number(new RegExp(`(\\d+) ${word}`, 'u').exec(text)?.[1] ?? 0);
}

/** Which segmenter the tests meet: nodejieba is optional, and without it what needs its words is left out. */
function segmenter() {
  try {
    createRequire(import.meta.url)('nodejieba/build/Release/nodejieba.node');
    return 'nodejieba';
  } catch (error) {
    return `Intl.Segmenter, since nodejieba cannot be loaded (${String(error.message).split('\n', 1)[0]})`;
  }
}
