import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Pages that people read: at the top, and below these folders. */
const FOLDERS = ['docs', 'media', '.github', '.changeset'];

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !/(?:^|[\\/])node_modules[\\/]/u.test(name))
      .map((name) => join(folder, name)),
  ),
];

interface Link {
  readonly target: string;
  readonly line: number;
}

/** Links and pictures of a page, but for those in code. */
function linksIn(text: string): Link[] {
  let fenced = false;
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*```/u.test(line)) fenced = !fenced;
    if (fenced) return [];
    const prose = line.replace(/`[^`]*`/gu, '');
    const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/gu), ...prose.matchAll(/(?:src|href)="([^"]+)"/gu)];
    return targets.map(([, target = '']) => ({ target, line: index + 1 }));
  });
}

/** The anchors of a page's headings, as the hosting site and the documentation site make them. */
function anchorsOf(page: string): Set<string> {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^#{1,6} (.+)$/gmu)].map(
    ([, title = '']) => title,
  );
  return new Set(
    headings.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s+/gu, '-'),
    ),
  );
}

/** Why a link leads nowhere; undefined when it leads somewhere, or out of the project. */
function brokenLink(page: string, { target, line }: Link): string | undefined {
  if (/^(?:[a-z]+:|\/)/iu.test(target)) return undefined;
  const [path = '', anchor] = decodeURI(target).split('#');
  const file = path === '' ? page : normalize(join(dirname(page), path));
  const fault = (why: string): string => `${page}:${String(line)}: ${target} ${why}`;
  if (!existsSync(file)) return fault('does not exist');
  if (anchor === undefined || anchor === '' || statSync(file).isDirectory()) return undefined;
  return anchorsOf(file).has(anchor) ? undefined : fault('is no heading there');
}

describe('links', () => {
  it('are many', () => {
    expect(pages.flatMap((page) => linksIn(readFileSync(page, 'utf8'))).length).toBeGreaterThan(100);
  });

  it.each(pages)('of %s lead somewhere', (page) => {
    const links = linksIn(readFileSync(page, 'utf8'));
    expect(links.flatMap((link) => brokenLink(page, link) ?? [])).toEqual([]);
  });

  it('lead to each page of the docs', () => {
    const reached = new Set(
      pages.flatMap((page) =>
        linksIn(readFileSync(page, 'utf8')).map(({ target }) =>
          normalize(join(dirname(page), target.split('#')[0] ?? '')),
        ),
      ),
    );
    const docs = pages.filter((page) => /^docs[\\/][^\\/]+\.md$/u.test(page) && !page.endsWith('index.md'));
    expect(docs.filter((page) => !reached.has(page))).toEqual([]);
  });
});
