import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { format } from 'node:util';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { globby } from 'globby';
import * as vitest from 'vitest';

/**
 * One test of the engine.
 * @typedef {{ readonly id: string, readonly file: string, readonly run: () => unknown }} EngineTest
 */

/** What is loaded before any test, so that what it computes once and for all is told from what tests make it do. */
const ENGINE = ['server/src/core/{draft,rules,text}/**/*.ts'];

/**
 * The tests that say what the model of a draft and the rules do. Those of the marked places in whole drafts stay out:
 * they check while they are loaded, when no mutant is on.
 */
const TESTS = [
  'test/unit/{rules,draft,text,restructure,cutPlan}/**/*.test.ts',
  'test/unit/{check,fixes,docs,ignoreComments,ignored}.test.ts',
  'test/gold/findings.test.ts',
];

/** Tests of growth and over many random drafts: together as long as all others, and again for each mutant that lives. */
const LONG =
  /stays linear| laws |whatever is written|any text|when it is split and joined|any choice|the time it takes|agrees with the platform|with a cache|the choice never takes/u;

/**
 * The engine and its tests in one script, as they stand below `root`, to be loaded again and again. vitest takes
 * seconds to start a run, most of it for loading modules and the dictionary; a mutant needs some milliseconds of tests,
 * and there are ten thousand mutants.
 * @returns {Promise<(onEngine?: () => void) => readonly EngineTest[]>} loads all modules anew; `onEngine` is called
 *   when those of the engine are loaded and those of the tests are not
 */
export async function engineTests(root) {
  const requireAll = async (patterns, before) =>
    (await globby(patterns, { cwd: root }))
      .sort()
      .map((file) => `${before(file)}require('./${file}');`)
      .join('\n');
  const engine = await requireAll(ENGINE, () => '');
  const tests = await requireAll(TESTS, (file) => `inFile(${JSON.stringify(file)});`);
  const bundle = path.join(root, 'out', 'engine-tests.cjs');
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: {
      contents: `${engine}\nonEngine();\n${tests}`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    outfile: bundle,
    write: false,
    logLevel: 'error',
    plugins: [placesOfTests],
  });
  const script = new Script(
    `(function (require, module, exports, __filename, __dirname, onEngine, inFile) {${outputFiles[0].text}\n})`,
    {
      filename: bundle,
    },
  );
  const requireFromRoot = createRequire(bundle);
  // What is killed once is killed again.
  requireFromRoot('fast-check').configureGlobal({ seed: 1 });
  keepDictionary(requireFromRoot);
  return (onEngine = () => undefined) => {
    const suite = new Suite();
    const { describe, it, beforeEach } = suite;
    const api = { ...vitest, expect: expectIn(root), describe, it, test: it, beforeEach };
    const module = { exports: {} };
    script.runInThisContext()(
      (name) => (name === 'vitest' ? api : requireFromRoot(name)),
      module,
      module.exports,
      bundle,
      path.dirname(bundle),
      onEngine,
      suite.inFile,
    );
    return suite.tests.filter(({ id }) => !LONG.test(id));
  };
}

/** vitest's `expect`, which outside a run of vitest keeps no snapshots: a file's is read as it is. */
function expectIn(root) {
  const expect = (value, message) =>
    Object.defineProperty(vitest.expect(value, message), 'toMatchFileSnapshot', {
      value: async (file) => {
        vitest.expect(value).toBe(await readFile(path.join(root, 'test/gold', file), 'utf8'));
      },
    });
  return Object.assign(expect, vitest.expect);
}

/** Loads nodejieba's dictionary once for the process; without nodejieba the tests see to themselves. */
function keepDictionary(requireFromRoot) {
  let jieba;
  try {
    jieba = requireFromRoot('nodejieba');
    jieba.load();
  } catch {
    return;
  }
  jieba.load = () => undefined;
}

/** A bundle is in one place; the tests read files from where they stand themselves. */
const placesOfTests = {
  name: 'places-of-tests',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]test[\\/].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll(
        'import.meta.dirname',
        JSON.stringify(path.dirname(file)),
      ),
      loader: 'ts',
    }));
  },
};

/** Takes down tests as vitest's `describe`, `it` and `beforeEach` do; a test is called by its place as well, so that no two are one. */
class Suite {
  /** @type {EngineTest[]} */
  tests = [];
  #file = '';
  #inFile = 0;
  #path = [];
  /** What is done before each test, of the file and of each block around. */
  #before = [[]];

  inFile = (file) => {
    this.#file = file;
    this.#inFile = 0;
    this.#before = [[]];
  };

  beforeEach = (body) => {
    this.#before.at(-1).push(body);
  };

  describe = withVariants((name, body) => {
    this.#path.push(name);
    this.#before.push([]);
    body();
    this.#path.pop();
    this.#before.pop();
  });

  it = withVariants((name, body) => {
    const id = [this.#file, ...this.#path, name, `#${this.#inFile++}`].join(' ');
    const before = [...this.#before];
    const run = async () => {
      for (const prepare of before.flat()) await prepare();
      await body();
    };
    this.tests.push({ id, file: this.#file, run });
  });
}

/** `each`, `runIf` and `skipIf` of one that takes a name and a function. */
function withVariants(declare) {
  const never = Object.assign(() => undefined, { each: () => () => undefined });
  const declareEach = (table) => (name, body) => {
    for (const row of table) {
      const values = Array.isArray(row) ? row : [row];
      const shown = values.slice(0, name.match(/%[sdijoO]/gu)?.length ?? 0);
      declare(format(name, ...shown), () => body(...values));
    }
  };
  const whole = (name, body) => declare(name, body);
  return Object.assign(whole, {
    each: declareEach,
    runIf: (condition) => (condition ? Object.assign(whole, { each: declareEach }) : never),
    skipIf: (condition) => (condition ? never : Object.assign(whole, { each: declareEach })),
  });
}
