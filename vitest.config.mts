import { defineConfig } from 'vitest/config';
import { textFiles } from './scripts/textFiles.mjs';

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['test/{unit,gold,lsp,cli,snippets,report}/**/*.test.ts'],
    testTimeout: 30_000,
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
});
