import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseGuide } from '../../server/src/core/guide/parseGuide.js';
import { STRAY } from './drafts.js';
import { Folder, run } from './harness.js';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

function written(): string {
  return readFileSync(path.join(folder.path, '.wenfeng.json'), 'utf8');
}

/** What the guide file builds upon, and its limit in minutes. */
function answers(): unknown[] {
  const { file } = parseGuide(written());
  return [
    ...file.bases.map((base) => (base.kind === 'preset' ? base.name : base.path)),
    file.rules['speech-length']?.options?.['maxMinutes'],
  ];
}

describe('wenfeng init', () => {
  it('writes a guide file that the next check uses', async () => {
    const { code, stdout, stderr } = await run(folder, ['init', '--preset', 'ceremonial', '--minutes', '6']);
    expect([code, stdout, stderr]).toEqual([0, '写好了 .wenfeng.json，里面有说明，改一改就能用。\n', '']);
    expect(answers()).toEqual(['ceremonial', 6]);
    folder.write('a.txt', STRAY);
    const checked = await run(folder, ['check']);
    expect(checked.stderr).toBe('');
    expect(checked.stdout).toContain('stray-space');
  });

  it('takes the standard preset where nobody can be asked', async () => {
    expect((await run(folder, ['init'])).code).toBe(0);
    expect(answers()).toEqual(['standard', undefined]);
    expect(written()).toContain('// 固定的提法');
  });

  it('writes in English for those who read it', async () => {
    await run(folder, ['init', '--lang', 'en']);
    expect(written()).toContain('// Fixed wording');
  });

  it('asks on a terminal, again when it does not understand', async () => {
    const said = ['9', '致辞', ' 3 ', '半小时', '8'];
    const asked: string[] = [];
    const ask = (question: string): Promise<string | undefined> => {
      asked.push(question);
      return Promise.resolve(said.shift());
    };
    expect((await run(folder, ['init'], { ask })).code).toBe(0);
    expect(answers()).toEqual(['ceremonial', 8]);
    expect(asked).toHaveLength(5);
    expect(asked[0]).toContain('3  致辞（ceremonial）');
  });

  it('takes no answer for the default, and asks nothing that was said', async () => {
    const ask = (): Promise<undefined> => Promise.resolve(undefined);
    await run(folder, ['init', '--preset', 'report'], { ask });
    expect(answers()).toEqual(['report', undefined]);
  });

  it('does not touch a guide file that is there, unless it is told to', async () => {
    folder.write('.wenfeng.json', '{}');
    const refused = await run(folder, ['init']);
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: '这里已经有 .wenfeng.json，没有改动；要重新写一份，请加 --force。\n',
    });
    expect(written()).toBe('{}');
    expect((await run(folder, ['init', '--force'])).code).toBe(0);
    expect(answers()).toEqual(['standard', undefined]);
  });

  it.each([
    [
      ['--preset', 'plian'],
      '选项 --preset <name> 不能是 plian，只能是 standard, plain, ceremonial, report, document。\n',
    ],
    [['--minutes', '999'], '选项 --minutes <count> 不能是 999，只能是 0–600。\n'],
    [['a.txt'], '这个命令后面不用写路径，用法见 wenfeng init --help。\n'],
  ])('tells in one sentence what is wrong with %j', async (args, message) => {
    expect(await run(folder, ['init', ...args])).toMatchObject({ code: 2, stdout: '', stderr: message });
  });

  it('is described by --help', async () => {
    expect((await run(folder, ['--help'])).stdout).toMatch(/init .*风格文件/u);
    expect((await run(folder, ['init', '--help', '--lang', 'en'])).stdout).toContain('--preset <name>');
  });
});
