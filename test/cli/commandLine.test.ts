import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languageOf } from '../../server/src/cli/language.js';
import { parseCommandLine } from '../../server/src/cli/program.js';
import { CLEAN } from './drafts.js';
import { Folder, run, type Ran } from './harness.js';

describe('languageOf', () => {
  it.each([
    [['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['check', '--lang=zh', 'a.txt'], { LC_ALL: 'en_US.UTF-8' }, 'zh'],
    [['--lang', 'en', 'check', '--lang', 'zh'], {}, 'zh'],
    [['--lang', 'fr'], { LANG: 'en_GB' }, 'en'],
    [['check', '--', '--lang', 'en'], {}, 'zh'],
    [[], { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [[], { LANG: 'en' }, 'en'],
    [[], { LANG: 'C.UTF-8' }, 'zh'],
    [[], { LANG: 'POSIX' }, 'zh'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'zh'],
    [[], {}, 'zh'],
  ] as const)('of %j in %j is %s', (args, env, language) => {
    expect(languageOf(args, env)).toBe(language);
  });

  it('is the system’s where the environment tells none', () => {
    expect(languageOf([], {}, 'en-US')).toBe('en');
    expect(languageOf([], {}, 'zh-CN')).toBe('zh');
    expect(languageOf([], { LANG: 'zh_CN.UTF-8' }, 'en-US')).toBe('zh');
  });
});

describe('parseCommandLine', () => {
  it('reads every option', () => {
    expect(
      parseCommandLine(['check', 'a.txt', '--format', 'json', '--fix', '--fail-on=never', 'b'], 'zh'),
    ).toEqual({
      kind: 'check',
      request: {
        paths: ['a.txt', 'b'],
        format: 'json',
        includeText: false,
        fix: true,
        failOn: 'never',
        stdin: false,
      },
    });
    expect(parseCommandLine(['check', '--stdin', '--stdin-filename', '稿.md', '--lang', 'en'], 'en')).toEqual(
      {
        kind: 'check',
        request: {
          paths: [],
          format: 'stylish',
          includeText: false,
          fix: false,
          failOn: 'error',
          stdin: true,
          stdinFilename: '稿.md',
        },
      },
    );
    expect(parseCommandLine(['--lang', 'en', 'check', '--', '--fix'], 'en')).toMatchObject({
      request: { paths: ['--fix'], fix: false },
    });
  });

  it('takes the current folder when nothing is named', () => {
    expect(parseCommandLine(['check'], 'zh')).toMatchObject({ request: { paths: ['.'] } });
  });
});

describe('the command line', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    folder.remove();
  });
  const zh = (...args: string[]): Promise<Ran> => run(folder, args, { env: { LANG: 'zh_CN.UTF-8' } });
  const en = (...args: string[]): Promise<Ran> => run(folder, args, { env: { LANG: 'en_US.UTF-8' } });

  it.each([
    [['check', '--foo'], '没有 --foo 这个选项', 'There is no option --foo'],
    [
      ['讲话.txt', '--fix'],
      '没有 讲话.txt 这个命令；要检查讲话稿，请写 wenfeng check',
      'write wenfeng check and their paths.',
    ],
    [
      ['check', '--format'],
      '选项 --format <format> 后面缺少内容。',
      'The option --format <format> lacks its value.',
    ],
    [
      ['check', '--format', 'xml'],
      '不能是 xml，只能是 stylish, json, ',
      'cannot be xml, only stylish, json, ',
    ],
    [['check', '--fail-on', 'hint'], '只能是 error, warning, information, never。', 'cannot be hint'],
    [['check', '--lang', 'fr'], '只能是 zh, en。', 'cannot be fr, only zh, en.'],
    [['check', '--stdin', 'a.txt'], '--stdin 和路径不能同时用', '--stdin and paths cannot be used together'],
    [
      ['check', '--stdin-filename', 'a.txt'],
      '--stdin-filename 要和 --stdin 一起用。',
      'is used with --stdin.',
    ],
  ])('that is wrong is told in one line, exit code 2: %j', async (args, chinese, english) => {
    for (const [ran, sentence] of [
      [await zh(...args), chinese],
      [await en(...args), english],
    ] as const) {
      expect(ran.code).toBe(2);
      expect(ran.stdout).toBe('');
      expect(ran.stderr).toContain(sentence);
      expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('without a command shows how it is used, exit code 2', async () => {
    const { code, stdout, stderr } = await zh();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('wenfeng <命令> [选项]');
  });

  it('is explained in both languages, every option of it', async () => {
    const [chinese, english] = [await zh('check', '--help'), await en('check', '--help')];
    for (const { code, stdout } of [chinese, english]) {
      expect(code).toBe(0);
      for (const word of [
        '--format',
        '--output',
        '--fix',
        '--fail-on',
        '--stdin',
        '--stdin-filename',
        '--lang',
      ]) {
        expect(stdout).toContain(word);
      }
    }
    expect(chinese.stdout).toContain('用法：');
    expect(chinese.stdout).not.toMatch(/Usage|Options|Arguments|display help/u);
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
    expect((await zh('--help')).stdout).not.toMatch(/Usage|Options|Commands/u);
    expect((await en('--help')).stdout).not.toMatch(/\p{Script=Han}/u);
  });

  it('follows --lang in reports too', async () => {
    folder.write('a.txt', CLEAN);
    expect((await en('check')).stdout).toContain('1 draft checked, nothing found.');
    expect((await en('check', '--lang', 'zh')).stdout).toContain('共检查 1 篇，没有发现问题。');
  });
});
