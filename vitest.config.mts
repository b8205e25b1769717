import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/{unit,gold,lsp,cli,snippets}/**/*.test.ts'], testTimeout: 30_000 },
});
