import { readFileSync } from 'node:fs';
import path from 'node:path';

const PAGE = path.join(import.meta.dirname, '../../docs/editors.md');

/**
 * The settings that the page on other editors gives: the only fenced block in a language below a heading.
 *
 * @param heading of the section, such as `Neovim`
 * @param language of the block, such as `lua`
 */
export function documentedSettings(heading: string, language: string): string {
  const section = readFileSync(PAGE, 'utf8')
    .split(/^## /mu)
    .find((text) => text.startsWith(`${heading}\n`));
  const blocks = [...(section ?? '').matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].filter(
    ([, written]) => written === language,
  );
  const [only, ...more] = blocks;
  if (only?.[2] === undefined || more.length > 0) {
    throw new Error(`docs/editors.md: one block of ${language} expected below “${heading}”`);
  }
  return only[2];
}
