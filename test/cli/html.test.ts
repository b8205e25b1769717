import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, PLACEHOLDER, STRAY } from './drafts.js';
import { bytesOf, Folder, run, type Ran } from './harness.js';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

const check = (...args: string[]): Promise<Ran> =>
  run(folder, ['check', '--lang', 'zh', '--fail-on', 'never', '--format', 'html', ...args]);

describe('the report as a page', () => {
  it('holds one draft without a list, or several with one', async () => {
    folder.write('甲.txt', CLEAN);
    const one = await check('甲.txt');
    expect(one.stdout).toMatch(/^<!doctype html>/u);
    expect(one.stdout).toContain('<h1>甲.txt</h1>');
    expect(one.stdout).not.toContain('<nav');
    folder.write('乙.txt', PLACEHOLDER);
    folder.write('丙.txt', '');
    const several = await check('.');
    expect(several.stdout).toContain('<h1>讲话稿报告（3 篇）</h1>');
    expect(several.stdout.match(/<article /gu)).toHaveLength(3);
    expect(several.stdout).toContain('这份稿子还没有内容');
  });

  it('holds the words of a draft only when they are asked for', async () => {
    folder.write('a.txt', PLACEHOLDER);
    const words = /\p{Script=Han}{6,}/u.exec(PLACEHOLDER)?.[0] ?? '';
    expect(words).not.toBe('');
    expect((await check('a.txt')).stdout).not.toContain(words);
    expect((await check('--include-text', 'a.txt')).stdout).toContain(words);
  });

  it('measures by the guide of each draft', async () => {
    folder.write('短/.wenfeng.json', '{ "rules": { "speech-length": { "maxCharacters": 5 } } }');
    folder.write('短/a.txt', CLEAN);
    folder.write('长/a.txt', CLEAN);
    const { stdout } = await check('短', '长');
    const [, short, long] = stdout.split('<article ');
    expect(short).toContain('超过上限 5，');
    expect(long).not.toContain('超过上限 5，');
  });

  it('is of the text after fixing, and comes from standard input too', async () => {
    folder.write('a.txt', STRAY);
    expect((await check('--fix', 'a.txt')).stdout).toContain('没有发现问题');
    const { stdout } = await run(folder, ['check', '--stdin', '--format', 'html', '--lang', 'en'], {
      stdin: bytesOf(PLACEHOLDER, 'utf-8'),
    });
    expect(stdout).toContain('<h1>&#60;stdin&#62;</h1>');
    expect(stdout).toContain('Placeholder left');
  });

  it('says so when there is no draft', async () => {
    const { stdout, stderr } = await check('.');
    expect(stdout).toContain('没有可以报告的稿子');
    expect(stderr).not.toBe('');
  });

  it('takes --include-text for itself alone', async () => {
    const { code, stderr } = await run(folder, ['check', '--lang', 'zh', '--include-text', '.']);
    expect(code).toBe(2);
    expect(stderr).toBe('--include-text 要和 --format html 一起用。\n');
  });
});
