import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discoverDrafts, type DiscoverOptions } from '../../../server/src/bulk/discover.js';

let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-discover-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Writes files below the root: path → text. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

async function find(targets: readonly string[], options: DiscoverOptions = {}): Promise<string[]> {
  const found = await discoverDrafts(targets, { cwd: root, ...options });
  return found.map(({ shownPath, failure }) =>
    failure === undefined ? shownPath : `${shownPath} ! ${failure.reason}`,
  );
}

describe('what a folder stands for', () => {
  it('is the .txt, .md and .docx files below it, by path, in any letter case', async () => {
    write({
      'b.md': '',
      'a.txt': '',
      '讲话/二.TXT': '',
      '讲话/一.txt': '',
      'c.docx': '',
      '~$c.docx': '',
      'notes.rst': '',
    });
    expect(await find(['.'])).toEqual(['a.txt', 'b.md', 'c.docx', '讲话/一.txt', '讲话/二.TXT']);
  });

  it('is shown as the target was written', async () => {
    write({ '讲话/一.txt': '' });
    expect(await find(['讲话'])).toEqual([path.join('讲话', '一.txt')]);
    expect(await find([path.join(root, '讲话')])).toEqual([path.join(root, '讲话', '一.txt')]);
  });

  it('leaves out node_modules, .git and hidden folders', async () => {
    write({
      'node_modules/p/readme.md': '',
      'x/node_modules/p/a.md': '',
      '.git/x.txt': '',
      '.trash/y.txt': '',
    });
    expect(await find(['.'])).toEqual([]);
  });

  it('takes include and exclude globs relative to the folder', async () => {
    write({ 'a.txt': '', 'a.speech': '', 'old/b.txt': '', 'new/old/c.txt': '', 'new/d.txt': '' });
    expect(await find(['.'], { exclude: ['**/old'] })).toEqual(['a.txt', 'new/d.txt']);
    expect(await find(['.'], { exclude: ['old/**'] })).toEqual(['a.txt', 'new/d.txt', 'new/old/c.txt']);
    expect(await find(['.'], { include: ['*.speech', 'new/*.txt'] })).toEqual(['a.speech', 'new/d.txt']);
  });

  it('may have glob characters in its name and below', async () => {
    write({ '[县(2024)] {a}!/（一）[终稿].txt': '', '!稿/*.md': '' });
    expect(await find(['[县(2024)] {a}!', '!稿'])).toEqual(['[县(2024)] {a}!/（一）[终稿].txt', '!稿/*.md']);
    expect(await find(['.'])).toEqual(['!稿/*.md', '[县(2024)] {a}!/（一）[终稿].txt']);
  });

  it('names files over the limit without reading them, but takes one that is named itself', async () => {
    write({ 'big.txt': 'x'.repeat(2049), 'small.txt': 'x' });
    expect(await find(['.'], { maxBytes: 2048 })).toEqual(['big.txt ! too-large', 'small.txt']);
    expect(await find(['big.txt'], { maxBytes: 2048 })).toEqual(['big.txt']);
    const [big] = await discoverDrafts(['.'], { cwd: root, maxBytes: 2048 });
    expect(big?.failure?.localized.zh).toMatch(/有 2\.1 KB，超过上限 2 KB/u);
  });
});

describe('a pattern that would take years', () => {
  it('means nothing', async () => {
    write({
      '.gitignore': '*a*a*a*a*a*a*a*a*a*a*a*a*b.txt\n旧*.txt\n**/a/**/b/*.txt\n',
      [`${'a'.repeat(60)}.txt`]: '',
      '旧稿.txt': '',
      'a/b/c.txt': '',
      '会议/.gitignore': '?*?*?*?*?*?*?*?*?*?*?*c\n',
      '会议/一.txt': '',
    });
    expect(await find(['.'])).toEqual([`${'a'.repeat(60)}.txt`, '会议/一.txt']);
    expect(await find(['会议'])).toEqual(['会议/一.txt']);
    const years = ['*a*a*a*a*a*a*a*a*a*a*a*a*b.txt', '{a,b}'.repeat(30), '+(+(a|aa))b'];
    expect(await find(['会议'], { exclude: [...years, '*'] })).toEqual([]);
    expect(await find(['会议'], { include: [...years, '*.txt'] })).toEqual(['会议/一.txt']);
  });
});

describe('.gitignore', () => {
  beforeEach(() => {
    mkdirSync(path.join(root, '.git'));
    write({
      '.gitignore': 'out/\nold.txt\n',
      'a.txt': '',
      'old.txt': '',
      'out/deep/b.txt': '',
      'drafts/old.txt': '',
      'drafts/new.txt': '',
      'drafts/新稿/.gitignore': 'c.txt\n!old.txt\n',
      'drafts/新稿/old.txt': '',
      'drafts/新稿/c.txt': '',
      'drafts/新稿/deep/c.txt': '',
    });
  });

  it('counts when it is nested, with its negations', async () => {
    expect(await find(['.'])).toEqual(['a.txt', 'drafts/new.txt', 'drafts/新稿/old.txt']);
  });

  it('counts when it lies above the folder in the same repository', async () => {
    expect(await find(['drafts'])).toEqual(['drafts/new.txt', 'drafts/新稿/old.txt']);
    expect(await find(['drafts/新稿'])).toEqual(['drafts/新稿/old.txt']);
    expect(await find(['drafts/新稿/deep'])).toEqual([]);
  });

  it('does not empty a folder that it ignores itself when that folder is named', async () => {
    expect(await find(['out'])).toEqual(['out/deep/b.txt']);
    expect(await find(['out/deep'])).toEqual(['out/deep/b.txt']);
  });

  it('does not keep a file from being checked that is named itself', async () => {
    expect(await find(['old.txt', 'drafts/新稿/c.txt'])).toEqual(['old.txt', 'drafts/新稿/c.txt']);
  });

  it('agrees with git itself', async () => {
    rmSync(path.join(root, '.git'), { recursive: true });
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    write({ '.gitignore': '/drafts/*\n!/drafts/新稿\n*.md\n!keep*.md\n', 'x/keep1.md': '', 'x/y.md': '' });
    const listed = execFileSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], { cwd: root })
      .toString()
      .split('\0')
      .filter((name) => /\.(?:txt|md)$/u.test(name));
    expect(await find(['.'])).toEqual(listed.sort());
  });

  it('counts outside a repository too, from the folder down', async () => {
    rmSync(path.join(root, '.git'), { recursive: true });
    expect(await find(['.'])).toEqual(['a.txt', 'drafts/new.txt', 'drafts/新稿/old.txt']);
    expect(await find(['drafts'])).toEqual(['drafts/new.txt', 'drafts/old.txt', 'drafts/新稿/old.txt']);
  });
});

describe('targets', () => {
  it('come in the order in which they are named, and a file comes once', async () => {
    write({ 'b/1.txt': '', 'b/2.txt': '', 'a.txt': '' });
    expect(await find(['b/2.txt', 'b', './b/../a.txt', 'a.txt'])).toEqual([
      'b/2.txt',
      'b/1.txt',
      './b/../a.txt',
    ]);
  });

  it('that do not exist are entries with one sentence, and the others are searched', async () => {
    write({ 'a.txt': '' });
    expect(await find(['没有.txt', 'a.txt', 'a.txt/b'])).toEqual([
      '没有.txt ! missing',
      'a.txt',
      'a.txt/b ! missing',
    ]);
  });

  it('are taken whatever the file is called', async () => {
    write({ 讲话稿: '', 'x.docx': '' });
    expect(await find(['讲话稿', 'x.docx'])).toEqual(['讲话稿', 'x.docx']);
  });

  it('that are pipes are refused, and pipes below a folder are passed over', async () => {
    mkdirSync(path.join(root, 'd'));
    execFileSync('mkfifo', [path.join(root, 'd', 'pipe.txt')]);
    expect(await find(['d/pipe.txt', 'd'])).toEqual(['d/pipe.txt ! not-a-file']);
  });
});

describe('links', () => {
  it('to files are taken once, links to folders are not entered, circles do not hang', async () => {
    write({ 'a/1.txt': '', 'elsewhere/far.txt': '' });
    symlinkSync('..', path.join(root, 'a', 'up'));
    symlinkSync('.', path.join(root, 'a', 'self'));
    symlinkSync('1.txt', path.join(root, 'a', '2.txt'));
    symlinkSync('../elsewhere/far.txt', path.join(root, 'a', 'near.txt'));
    symlinkSync('../elsewhere', path.join(root, 'a', 'folder.txt'));
    expect(await find(['a'])).toEqual(['a/1.txt', 'a/near.txt']);
  });

  it('that lead nowhere or to themselves are named', async () => {
    write({ 'a/1.txt': '' });
    symlinkSync('nowhere', path.join(root, 'a', 'dangling.txt'));
    symlinkSync('round.txt', path.join(root, 'a', 'round.txt'));
    expect(await find(['a'])).toEqual(['a/1.txt', 'a/dangling.txt ! missing', 'a/round.txt ! link']);
  });

  it('to a folder are followed when they are the target', async () => {
    write({ 'real/1.txt': '' });
    symlinkSync('real', path.join(root, 'link'));
    expect(await find(['link'])).toEqual(['link/1.txt']);
  });
});

it('ends with the reason of an abort', async () => {
  write({ 'a/1.txt': '' });
  const controller = new AbortController();
  controller.abort(new Error('enough'));
  await expect(find(['a'], { signal: controller.signal })).rejects.toThrow('enough');
});
