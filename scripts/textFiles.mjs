import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Files that are imported as text, by how their names end: what a report carries with it. */
const TEXT_FILE = /\.(?:css|browser\.js)$/u;

/** esbuild's loaders for them. */
export const TEXT_LOADERS = { '.css': 'text', '.browser.js': 'text' };

/** How a module that holds a file's text is called: not as a style sheet, which vitest would empty. */
const MODULE = /^\0text:(.+)\.js$/u;

/** The same for vitest. */
export const textFiles = {
  name: 'text-files',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!TEXT_FILE.test(source) || importer === undefined) return undefined;
    return `\0text:${path.resolve(path.dirname(importer), source)}.js`;
  },
  async load(id) {
    const file = MODULE.exec(id)?.[1];
    return file === undefined ? undefined : `export default ${JSON.stringify(await readFile(file, 'utf8'))}`;
  },
};
