import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { PluginKind, declareClassPlugin, declareValuePlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { engineTests } from './engineTests.mjs';
import { statementIgnorer } from './statementIgnorer.mjs';

/** `WENFENG_MUTANTS=4` tries every fourth mutant. */
const SAMPLED = Number(process.env['WENFENG_MUTANTS'] ?? 1);

/** Stands for a test while test files are loaded. */
const LOADING = 'loading';

/** Runs the engine's tests in one process, in which a mutant is switched on and off. */
class EngineTestRunner {
  #load;
  #tests = [];
  /** Milliseconds a test took when it was last run: the short ones are tried first. */
  #durations = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#load = await engineTests(process.cwd());
  }

  async dryRun() {
    const state = mutantState();
    state.activeMutant = undefined;
    // What a test file runs of the engine as it is loaded is no test, and nothing that the engine computes once either.
    this.#tests = this.#load(() => {
      state.currentTestId = LOADING;
    });
    const tests = await this.#run(this.#tests, state);
    delete state.mutantCoverage?.perTest[LOADING];
    return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, mutantActivation, testFilter, hitLimit, disableBail }) {
    // For an estimate: an error of the run is no mutant of the score.
    if (Number(activeMutant.id) % SAMPLED !== 0)
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    const state = mutantState();
    state.hitCount = 0;
    state.hitLimit = hitLimit;
    let tests = this.#tests;
    try {
      if (mutantActivation === 'static') {
        state.activeMutant = activeMutant.id;
        tests = this.#load();
      } else {
        if (tests.length === 0) tests = this.#tests = this.#load();
        state.activeMutant = activeMutant.id;
      }
      const chosen = testFilter === undefined ? tests : tests.filter(({ id }) => testFilter.includes(id));
      const results = await this.#run(this.#likeliestFirst(chosen, sandboxFileName), state, !disableBail);
      if (hitLimit !== undefined && state.hitCount > hitLimit) {
        return toMutantRunResult({ status: DryRunStatus.Timeout, reason: `${state.hitCount} hits` });
      }
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: results });
    } catch (error) {
      // A module that cannot even be loaded.
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed('loading', 0, error)] });
    } finally {
      state.activeMutant = undefined;
    }
  }

  async #run(tests, state, bail = false) {
    const results = [];
    for (const { id, file, run } of tests) {
      const started = performance.now();
      let error;
      state.currentTestId = id;
      try {
        await run();
      } catch (thrown) {
        error = thrown;
      }
      state.currentTestId = undefined;
      const timeSpentMs = performance.now() - started;
      this.#durations.set(id, timeSpentMs);
      const result = { id, name: id, fileName: path.resolve(file), timeSpentMs };
      if (error === undefined) {
        results.push({ ...result, status: TestStatus.Success });
      } else {
        results.push({ ...result, ...failed(id, timeSpentMs, error) });
        if (bail) break;
      }
    }
    return results;
  }

  /** The mutated file's own tests, then the short ones: most mutants are killed within some milliseconds. */
  #likeliestFirst(tests, mutated) {
    const name = path.basename(mutated, '.ts');
    const rank = ({ id, file }) => (file.includes(name) ? -1 : (this.#durations.get(id) ?? 0));
    return [...tests].sort((a, b) => rank(a) - rank(b));
  }
}

function failed(id, timeSpentMs, error) {
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { id, name: id, timeSpentMs, status: TestStatus.Failed, failureMessage };
}

/** What the instrumented engine looks at for the mutant that is on, and where it counts what is run. */
function mutantState() {
  return (globalThis.__stryker__ ??= {});
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'engine', EngineTestRunner),
  declareValuePlugin(PluginKind.Ignore, 'statements', statementIgnorer),
];
