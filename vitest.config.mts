import { defineConfig } from 'vitest/config';
import { textFiles } from './scripts/textFiles.mjs';

// `--mode nightly` looks long for what the everyday run tries for a moment; see test/arbitraries/cases.ts.
// `--mode editors` drives other editors, which takes what `npm run build` has made; `--mode site` reads the site that
// `npm run docs:build` has made.
export default defineConfig(({ mode }) => ({
  plugins: [textFiles],
  test: {
    globalSetup: 'test/dictionary.mjs',
    include: [
      mode === 'editors' || mode === 'site'
        ? `test/${mode}/**/*.test.ts`
        : 'test/{unit,gold,lsp,cli,snippets,report,package}/**/*.test.ts',
    ],
    testTimeout: mode === 'nightly' ? 6 * 3_600_000 : 30_000,
    env: mode === 'nightly' ? { WENFENG_CASES: process.env['WENFENG_CASES'] ?? '10000' } : {},
    // `--coverage`: what the tests run of the engine. The shells around it are tried in processes of their own too,
    // which are not seen from here.
    coverage: {
      provider: 'v8',
      include: ['server/src/core/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      reportsDirectory: 'out/coverage',
      thresholds: { lines: 95 },
    },
  },
}));
