import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { Finding } from '../../server/src/core/finding.js';
import { printable } from '../../server/src/core/text/printable.js';
import { CLI_MESSAGES } from '../../server/src/cli/messages.js';
import { painterFor, stylishFile } from '../../server/src/cli/stylish.js';
import { ENGLISH, PLACEHOLDER, STRAY } from './drafts.js';
import { Folder, run } from './harness.js';

describe('the stylish report', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
    folder.write('a.txt', `同志们：\n${'青石镇'.repeat(61)}。\n${PLACEHOLDER}${STRAY}`);
    folder.write('b.txt', '同志们：\n');
    folder.write('c.md', ENGLISH);
    folder.write('empty.txt', '');
  });
  afterEach(() => {
    folder.remove();
  });

  it('reads like this', async () => {
    const { stdout } = await run(folder, ['check']);
    expect(stdout).toBe(`a.txt  233 字 · 约 1 分钟
   2:1  警告  这句话长达 184 字，超过 100 字太多，听的人会跟不上，请务必断成几句。  sentence-too-long
        「青石镇青石镇青石镇青石镇青石镇青石镇青石镇青石镇…」
   3:6  错误  这里的“**”是占位符，还没有换成真正的内容，请补上。  placeholder-left
        「会上，省委**同志对青石镇的工」
  4:15  警告  这里多了空格，请删去。  stray-space
        「同志，今年的春耕␣工作已经全面铺开」

b.txt  4 字 · 不到 1 分钟 · 没有发现问题
c.md  不是中文稿，未检查
empty.txt  0 字 · 没有发现问题
共检查 3 篇，1 个错误、2 个警告；其中 1 处可用 --fix 自动改正；1 个文件不是中文稿，未检查。
`);
  });

  it('reads like this in English', async () => {
    const { stdout } = await run(folder, ['check', '--fix', '--lang', 'en', 'a.txt', 'b.txt']);
    expect(stdout).toContain('a.txt  233 characters · about 1 minute · 1 fixed\n');
    expect(stdout).toContain('  3:6  error    “**” is a placeholder');
    expect(stdout).toContain('b.txt  4 characters · under a minute · nothing found\n');
    expect(stdout).toMatch(/\n2 drafts checked, 1 error, 1 warning; 1 fixed\.\n$/u);
  });

  it('is coloured on a terminal', async () => {
    const { stdout } = await run(folder, ['check'], { terminal: true });
    expect(stdout).toContain('\u001b[31m错误\u001b[39m');
    expect(stdout).toContain('\u001b[2mstray-space\u001b[22m');
    // Without its colours it is the plain report.
    expect(stdout.replaceAll(/\p{Cc}\[[0-9]+m/gu, '')).toBe((await run(folder, ['check'])).stdout);
  });
});

describe('painterFor', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('on a terminal: %s, in %j, colours: %s', (terminal, env, coloured) => {
    expect(painterFor(terminal, env)('red', '甲') !== '甲').toBe(coloured);
  });
});

describe('stylishFile', () => {
  const plain = painterFor(false, {});

  /** The lines below a draft's heading. */
  function linesOf(text: string, span: Finding['span'], more: Partial<Finding> = {}): string[] {
    const finding: Finding = {
      rule: 'r',
      severity: 'error',
      message: '不对。',
      span,
      related: [],
      fixes: [],
      ...more,
    };
    const result = { ...checkDraft(text, { format: 'plain' }), findings: [finding], failures: [] };
    const report = stylishFile(
      { path: 'a.txt', encoding: 'utf-8', places: 'lines', result, fixed: 0 },
      'zh',
      plain,
    );
    return report.trimEnd().split('\n').slice(1);
  }

  it('does not quote what the message quotes already', () => {
    const span = { start: 0, end: 10 };
    expect(
      linesOf('甲乙丙丁戊己庚辛壬癸。', span, { message: '“甲乙丙丁戊己庚辛壬癸”重复了。' }),
    ).toHaveLength(1);
    expect(linesOf('甲乙丙丁戊己庚辛壬癸。', span)[1]?.trim()).toBe('「甲乙丙丁戊己庚辛壬癸」');
  });

  it('quotes one line, and whole characters', () => {
    expect(linesOf('甲乙丙丁戊己庚辛\n壬癸', { start: 0, end: 11 })[1]?.trim()).toBe('「甲乙丙丁戊己庚辛…」');
    expect(linesOf('甲。\n乙丙\n丁', { start: 3, end: 4 })[1]?.trim()).toBe('「乙丙」');
    expect(linesOf('𠮷'.repeat(30), { start: 0, end: 60 })[1]?.trim()).toBe(`「${'𠮷'.repeat(24)}…」`);
    expect(linesOf(`a${'𠮷'.repeat(8)}乙${'𠮷'.repeat(8)}`, { start: 17, end: 18 })[1]).not.toMatch(
      /\p{Cs}/u,
    );
  });

  it('names some of the other places and tells how many there are', () => {
    const related = [1, 2, 3, 4, 5, 6, 7].map((start) => ({ span: { start, end: start + 1 }, message: '' }));
    expect(linesOf('甲乙丙丁戊己庚辛', { start: 0, end: 8 }, { related })[1]?.trim()).toBe(
      '「甲乙丙丁戊己庚辛」  另见 1:2、1:3、1:4、1:5、1:6 等 7 处',
    );
  });

  it('lets nothing in a draft or its name steer the terminal', () => {
    expect(printable('稿\u001b[2J\u0007\u202E名\n')).toBe('稿\uFFFD[2J\uFFFD\uFFFD名\uFFFD');
    expect(linesOf('甲\u001b[2J乙丙丁戊己庚辛。', { start: 0, end: 13 }).join('')).not.toContain('\u001b');
  });
});

describe('the summary', () => {
  const none = { error: 0, warning: 0, information: 0, hint: 0 };
  it('counts every severity', () => {
    const figures = {
      checked: 3,
      notChinese: 2,
      failed: 1,
      findings: { error: 1, warning: 2, information: 3, hint: 4 },
    };
    expect(CLI_MESSAGES.zh.summary({ ...figures, fixable: 5, fixed: 6 })).toBe(
      '共检查 3 篇，1 个错误、2 个警告、3 个提示、4 个轻微提示；已自动改正 6 处；还有 5 处可用 --fix 自动改正；2 个文件不是中文稿，未检查；1 个文件没能检查或改写。',
    );
    expect(CLI_MESSAGES.en.summary({ ...figures, fixable: 0, fixed: 0 })).toBe(
      '3 drafts checked, 1 error, 2 warnings, 3 info, 4 hints; 2 files not Chinese prose, not checked; 1 file could not be checked or rewritten.',
    );
    expect(
      CLI_MESSAGES.zh.summary({ ...figures, notChinese: 0, failed: 0, findings: none, fixable: 0, fixed: 0 }),
    ).toBe('共检查 3 篇，没有发现问题。');
  });
});
