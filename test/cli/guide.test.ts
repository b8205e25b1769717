import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLACEHOLDER, STRAY, STRAY_FIXED } from './drafts.js';
import { Folder, run } from './harness.js';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

/** A guide without the rule stray-space. */
const OFF = '{ "rules": { "stray-space": "off" } } // 由排版处理\n';

describe('a guide file', () => {
  it('holds for the drafts of its folder and those below it', async () => {
    folder.write('.wenfeng.json', OFF);
    folder.write('会议/a.txt', STRAY);
    folder.write('正式/.wenfeng.json', '{"rules": {"stray-space": "error"}}');
    folder.write('正式/b.txt', STRAY);
    const { code, stdout, stderr } = await run(folder, ['check', '--format', 'json']);
    const { files } = JSON.parse(stdout) as {
      files: { path: string; findings: { rule: string; severity: string }[] }[];
    };
    expect(files.map(({ path: name, findings }) => [name, findings.map((f) => f.severity)])).toEqual([
      [path.join('会议', 'a.txt'), []],
      [path.join('正式', 'b.txt'), ['error']],
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe('');
  });

  it('of the folder that was named holds, wherever this was started', async () => {
    folder.write('稿子/.wenfeng.json', OFF);
    folder.write('稿子/会议/a.txt', STRAY);
    mkdirSync(path.join(folder.path, '别处'));
    const elsewhere = new Folder();
    const named = await run(elsewhere, ['check', '--fail-on', 'warning', path.join(folder.path, '稿子')]);
    expect(named.code).toBe(0);
    elsewhere.remove();
  });

  it('holds for fixes and for standard input', async () => {
    folder.write('.wenfeng.json', OFF);
    folder.write('a.txt', STRAY);
    const fixed = await run(folder, ['check', '--fix', 'a.txt']);
    expect(fixed.stdout).not.toContain('已改');
    const args = ['check', '--stdin', '--fix'];
    expect((await run(folder, args, { stdin: Buffer.from(STRAY) })).stdout).toBe(STRAY);
    folder.write('正式/.wenfeng.json', '{}');
    const elsewhere = [...args, '--stdin-filename', '正式/a.txt'];
    expect((await run(folder, elsewhere, { stdin: Buffer.from(STRAY) })).stdout).toBe(STRAY_FIXED);
  });

  it('tells its mistakes once, a line each, and leaves the exit code alone', async () => {
    folder.write(
      '.wenfeng.json',
      '{\n  "extends": "./common.json",\n  "rules": {\n    "stray-spaces": "off",\n    "stray-space": "error"\n  }\n}\n',
    );
    folder.write('common.json', '{"fixedTerm": []}');
    folder.write('a.txt', STRAY);
    folder.write('b.txt', STRAY);
    const { code, stderr, stdout } = await run(folder, ['check']);
    expect(stderr).toBe(
      '风格文件 .wenfeng.json:4:5：没有这条规则，这一处没有生效；是不是想写“stray-space”。\n' +
        '风格文件 common.json:1:2：没有这个项目，这一处没有生效；是不是想写“fixedTerms”。\n',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('2 个错误');
    expect((await run(folder, ['check', '--fail-on', 'never', '--lang', 'en'])).stderr).toBe(
      'Style guide .wenfeng.json:4:5: This has no effect: no such rule; did you mean “stray-space”.\n' +
        'Style guide common.json:1:2: This has no effect: no such entry; did you mean “fixedTerms”.\n',
    );
  });

  it('that cannot be read makes the exit code 2, and the drafts are checked all the same', async () => {
    folder.write('.wenfeng.json', 'a\0b');
    folder.write('a.txt', PLACEHOLDER);
    const { code, stdout, stderr } = await run(folder, ['check']);
    expect(code).toBe(2);
    expect(stdout).toContain('placeholder-left');
    expect(stderr).toBe('没能检查 .wenfeng.json：这不是文本文件，没有检查；如果是文档，请先另存为纯文本。\n');
    const json = await run(folder, ['check', '--format', 'json', 'a.txt']);
    expect(JSON.parse(json.stdout)).toMatchObject({ errors: [{ path: '.wenfeng.json' }] });
  });

  it('silences what it lists as ignored', async () => {
    folder.write('.wenfeng.json', '{"ignored": [{"rule": "placeholder-left", "text": "**"}]}');
    folder.write('a.txt', PLACEHOLDER);
    expect((await run(folder, ['check'])).code).toBe(0);
  });
});
