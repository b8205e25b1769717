import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { CLEAN, ENGLISH, PLACEHOLDER, STRAY, STRAY_FIXED } from './drafts.js';
import { bytesOf, Folder, run } from './harness.js';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

describe('the exit code', () => {
  const matrix = [
    ['clean', CLEAN, { error: 0, warning: 0, information: 0, never: 0 }],
    ['warnings', STRAY, { error: 0, warning: 1, information: 1, never: 0 }],
    ['errors', PLACEHOLDER, { error: 1, warning: 1, information: 1, never: 0 }],
    ['not Chinese', ENGLISH, { error: 0, warning: 0, information: 0, never: 0 }],
    ['binary', 'a\0b', { error: 2, warning: 2, information: 2, never: 0 }],
  ] as const;
  it.each(
    matrix.flatMap(([name, text, codes]) =>
      Object.entries(codes).map(([failOn, code]) => [name, failOn, code, text]),
    ),
  )('for %s with --fail-on %s is %d', async (_name, failOn, code, text) => {
    folder.write('a.txt', String(text));
    expect((await run(folder, ['check', '--fail-on', String(failOn), 'a.txt'])).code).toBe(code);
  });

  it('is 1 for errors by default', async () => {
    folder.write('a.txt', STRAY);
    folder.write('b.txt', PLACEHOLDER);
    expect((await run(folder, ['check', 'a.txt'])).code).toBe(0);
    expect((await run(folder, ['check', 'b.txt'])).code).toBe(1);
  });

  it('is 2 for a file that cannot be read, after all others were checked', async () => {
    folder.write('b.txt', PLACEHOLDER);
    const { code, stdout, stderr } = await run(folder, ['check', 'missing.txt', 'b.txt']);
    expect(code).toBe(2);
    expect(stdout).toContain('placeholder-left');
    expect(stderr).toBe('没能检查 missing.txt：找不到这个文件或文件夹，请检查路径是否写对。\n');
  });

  it('is that of what is left after --fix', async () => {
    folder.write('a.txt', STRAY);
    expect((await run(folder, ['check', '--fix', '--fail-on', 'warning', 'a.txt'])).code).toBe(0);
  });
});

describe('paths', () => {
  it('may be folders, and nothing means the current one', async () => {
    mkdirSync(path.join(folder.path, '.git'));
    folder.write('一/a.txt', CLEAN);
    folder.write('一/out/b.txt', PLACEHOLDER);
    folder.write('.gitignore', 'out/\n');
    folder.write('一/c.md', CLEAN);
    for (const paths of [['一'], ['.'], []]) {
      const { code, stdout } = await run(folder, ['check', ...paths]);
      expect(code).toBe(0);
      expect(stdout).toContain(path.join('一', 'a.txt'));
      expect(stdout).toContain(path.join('一', 'c.md'));
      expect(stdout).toContain('共检查 2 篇');
    }
  });

  it('that are empty do not mean the current folder', async () => {
    folder.write('a.txt', STRAY);
    const { code, stdout } = await run(folder, ['check', '--fix', '']);
    expect(code).toBe(2);
    expect(stdout).not.toContain('a.txt');
    expect(readFileSync(path.join(folder.path, 'a.txt'), 'utf8')).toBe(STRAY);
  });

  it('without a draft below them are named', async () => {
    mkdirSync(path.join(folder.path, '空'));
    const { code, stdout, stderr } = await run(folder, ['check', '空']);
    expect([code, stdout, stderr]).toEqual([0, '', '空 中没有 .txt、.md 或 .docx 讲话稿。\n']);
  });

  it('are told one line each when they cannot be read', async () => {
    folder.write('binary.txt', 'a\0b');
    folder.write('cut.txt', bytesOf('会议。', 'utf-8').subarray(0, 7));
    folder.write('big.txt', 'x'.repeat(2048 * 1024 + 1));
    folder.write('a\u001b[2J\n.txt', 'a\0b');
    const { stderr } = await run(folder, ['check', '.', '--lang', 'en']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(4);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toMatch(/^Could not check binary\.txt: This is not a text file.*\.$/mu);
    expect(stderr).toMatch(/^Could not check cut\.txt: The encoding.*\.$/mu);
    expect(stderr).toMatch(/^Could not check big\.txt: The file has 2\.1 MB, over the limit of 2 MB.*\.$/mu);
  });
});

describe('drafts', () => {
  it('that are empty or blank have nothing wrong with them', async () => {
    folder.write('empty.txt', '');
    folder.write('blank.txt', ' \t\r\n　　\n');
    folder.write('bom.txt', Uint8Array.of(0xef, 0xbb, 0xbf));
    const { code, stdout } = await run(folder, ['check', '--fail-on', 'information', '.']);
    expect(code).toBe(0);
    expect(stdout.match(/没有发现问题/gu)).toHaveLength(4);
  });

  it('that are not Chinese are listed and left alone', async () => {
    folder.write('en.md', ENGLISH);
    const { stdout } = await run(folder, ['check', '.']);
    expect(stdout).toContain('en.md  不是中文稿，未检查');
    expect(stdout).toContain('共检查 0 篇');
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)('are read in %s', async (encoding) => {
    folder.write('a.txt', bytesOf(STRAY, encoding));
    expect((await run(folder, ['check', 'a.txt'])).stdout).toContain('stray-space');
  });
});

describe('--fix', () => {
  const cases = [
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', false],
    ['gb18030', false],
    ['gb18030', true],
  ] as const;
  it.each(cases)('keeps every byte but those it mends: %s, byte-order mark %s', async (encoding, bom) => {
    // Three kinds of line ends, a character of four bytes in GB18030, and no line end at the end.
    const around = (text: string): string =>
      `　　石㙟村的“乡亲们”：\r\n\r\n${text}\r第二段的内容。\n　　结束`;
    const file = folder.write('a.txt', bytesOf(around(STRAY), encoding, bom));
    const { stdout } = await run(folder, ['check', '--fix', 'a.txt']);
    expect(stdout).toContain('已改 1 处');
    expect(readFileSync(file)).toEqual(bytesOf(around(STRAY_FIXED), encoding, bom));
  });

  it('changes nothing the second time, not even the time of the file', async () => {
    const file = folder.write('a.txt', STRAY.repeat(3));
    await run(folder, ['check', '--fix', 'a.txt']);
    const { mtimeMs, ino } = statSync(file);
    const second = await run(folder, ['check', '--fix', 'a.txt']);
    expect(second.stdout).not.toContain('已改');
    expect(statSync(file)).toMatchObject({ mtimeMs, ino });
    expect(readFileSync(file, 'utf8')).toBe(STRAY_FIXED.repeat(3));
  });

  it('leaves what is not safe', async () => {
    const file = folder.write('a.txt', PLACEHOLDER + STRAY);
    const { code, stdout } = await run(folder, ['check', '--fix', 'a.txt']);
    expect(code).toBe(1);
    expect(stdout).toContain('placeholder-left');
    expect(readFileSync(file, 'utf8')).toBe(PLACEHOLDER + STRAY_FIXED);
  });

  it('keeps permissions and links, and leaves nothing beside the file', async () => {
    const file = folder.write('real/a.txt', STRAY);
    chmodSync(file, 0o640);
    const link = path.join(folder.path, 'link.txt');
    symlinkSync('real/a.txt', link);
    await run(folder, ['check', '--fix', 'link.txt']);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(STRAY_FIXED);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readdirSync(path.dirname(file))).toEqual(['a.txt']);
  });

  it('says so in the summary', async () => {
    folder.write('a.txt', STRAY);
    expect((await run(folder, ['check', '.'])).stdout).toContain('其中 1 处可用 --fix 自动改正');
    expect((await run(folder, ['check', '--fix', '.'])).stdout).toContain(
      '共检查 1 篇，没有发现问题；已自动改正 1 处。',
    );
  });

  it('leaves a draft that was changed while it was checked, and says so', async () => {
    const text = `${STRAY}今年，全镇要进一步改善办学条件，进一步提高教师待遇。\n`;
    const saved = `${text}刚加的一句。\n`;
    const file = folder.write('a.txt', text);
    const intl = createIntlSegmenter();
    const { code, stderr } = await run(folder, ['check', '--fix', '.'], {
      loadSegmenter: () => ({
        segmenter: {
          ...intl,
          segment: (words) => {
            // The writer saves while the words of his draft are being cut.
            writeFileSync(file, saved);
            return intl.segment(words);
          },
        },
      }),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('a.txt：检查期间它被改过了，文件未改动，请再运行一次。');
    expect(readFileSync(file, 'utf8')).toBe(saved);
  });

  it('goes on to its end when nobody reads the report', async () => {
    const file = folder.write('a.txt', STRAY);
    await run(folder, ['check', '--fix', 'a.txt'], { signal: AbortSignal.abort() });
    expect(readFileSync(file, 'utf8')).toBe(STRAY_FIXED);
  });
});

describe('--stdin', () => {
  it('checks what it is given, under the name that it is given', async () => {
    const stdin = bytesOf(STRAY, 'gb18030');
    const { code, stdout } = await run(
      folder,
      ['check', '--stdin', '--stdin-filename', '讲话.txt', '--fail-on', 'warning'],
      {
        stdin,
      },
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^讲话\.txt {2}/u);
    expect((await run(folder, ['check', '--stdin'], { stdin })).stdout).toMatch(/^<stdin> {2}/u);
  });

  it('tells the format by the name', async () => {
    const stdin = bytesOf('**今年的春耕**工作已经全面铺开，省委**同志也来了**吗。\n', 'utf-8');
    const rules = async (name: string): Promise<boolean> =>
      (await run(folder, ['check', '--stdin', '--stdin-filename', name], { stdin })).stdout.includes(
        'placeholder-left',
      );
    expect(await rules('a.md')).toBe(false);
    expect(await rules('a.txt')).toBe(true);
  });

  it('with --fix prints the mended draft in its encoding, and the report to standard error', async () => {
    const stdin = bytesOf(PLACEHOLDER + STRAY, 'gb18030');
    const { code, stdoutBytes, stderr } = await run(folder, ['check', '--stdin', '--fix'], { stdin });
    expect(code).toBe(1);
    expect(stdoutBytes).toEqual(bytesOf(PLACEHOLDER + STRAY_FIXED, 'gb18030'));
    expect(stderr).toContain('placeholder-left');
    expect(stderr).toContain('已改 1 处');
  });

  it('with --fix prints unchanged what has nothing to mend', async () => {
    for (const stdin of [bytesOf(CLEAN, 'utf-16le', true), bytesOf(ENGLISH, 'utf-8'), Buffer.alloc(0)]) {
      const { code, stdoutBytes } = await run(folder, ['check', '--stdin', '--fix'], { stdin });
      expect(code).toBe(0);
      expect(stdoutBytes).toEqual(stdin);
    }
  });

  it('refuses what is not text', async () => {
    const { code, stdout, stderr } = await run(folder, ['check', '--stdin', '--fix'], {
      stdin: Buffer.from('a\0b'),
    });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^没能检查 <stdin>：这不是文本文件/mu);
  });
});

describe('the segmenter', () => {
  it('is loaded once, and not at all when there is nothing to check', async () => {
    let loads = 0;
    const loadSegmenter = (): { segmenter: ReturnType<typeof createIntlSegmenter> } => {
      loads++;
      return { segmenter: createIntlSegmenter() };
    };
    await run(folder, ['check', '.'], { loadSegmenter });
    expect(loads).toBe(0);
    folder.write('a.txt', CLEAN);
    folder.write('b.txt', CLEAN);
    await run(folder, ['check', '.'], { loadSegmenter });
    expect(loads).toBe(1);
  });

  it('is named in one line when it is the stand-in', async () => {
    folder.write('a.txt', CLEAN);
    const loadSegmenter = (): {
      segmenter: ReturnType<typeof createIntlSegmenter>;
      fallbackReason: string;
    } => ({
      segmenter: createIntlSegmenter(),
      fallbackReason: "Cannot find module 'nodejieba'",
    });
    const { code, stderr } = await run(folder, ['check', '.'], { loadSegmenter });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^[^\n]*Intl\.Segmenter[^\n]*\n$/u);
  });
});

it('stops when nobody reads the report', async () => {
  folder.write('a.txt', CLEAN);
  const { stdout } = await run(folder, ['check', '.'], { signal: AbortSignal.abort() });
  expect(stdout).not.toContain('a.txt');
});
