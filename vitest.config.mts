import { defineConfig } from 'vitest/config';
import { textFiles } from './scripts/textFiles.mjs';

export default defineConfig({
  plugins: [textFiles],
  test: { include: ['test/{unit,gold,lsp,cli,snippets,report}/**/*.test.ts'], testTimeout: 30_000 },
});
