import { spawnSync } from 'node:child_process';

/** What a process that is measured against does: reads each file of a folder, decodes it and cuts it into words. */
const SCRIPT = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { join } = require('node:path');
  const jieba = require('nodejieba');
  const folder = process.argv[1];
  let words = 0;
  for (const name of readdirSync(folder)) {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)));
    words += jieba.cut(text).length;
  }
  console.log(words);
`;

/**
 * How long a bare process takes to read, decode and cut the drafts of a folder, its dictionary and its start included;
 * milliseconds. Undefined where nodejieba is missing.
 */
export function timeReadDecodeCut(folder: string): number | undefined {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, ['-e', SCRIPT, folder], { stdio: 'ignore' });
  return status === 0 ? performance.now() - start : undefined;
}
