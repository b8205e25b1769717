// `npm run mutation`: whether a test fails when a rule or the model of a draft is wrong. Some ten thousand small faults
// are put in, one at a time; `-- --mutate server/src/core/rules/stray-space.ts` does it for one file.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['server/src/core/{draft,rules}/**/*.ts'],
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'engine',
  ignorers: ['statements'],
  coverageAnalysis: 'perTest',
  // A loop that does not end is ended by its count of rounds; this is for what counts nothing.
  timeoutMS: 60_000,
  thresholds: { high: 90, low: 80, break: 80 },
  incremental: true,
  incrementalFile: 'out/mutation/incremental.json',
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['/out', '/dist', '/media', '/images', '/.vscode-test'],
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, logTests: false },
  htmlReporter: { fileName: 'out/mutation/report.html' },
  jsonReporter: { fileName: 'out/mutation/report.json' },
};
