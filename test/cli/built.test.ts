import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, PLACEHOLDER, STRAY, STRAY_FIXED } from './drafts.js';
import { buildCli, bytesOf, Folder, ROOT, withoutStandIn } from './harness.js';

const AS_ROOT = process.getuid?.() === 0;

/** An account without any rights of its own, for tests of permissions when they run as root. */
const NOBODY = 65_534;

let build: Folder;
let cli: string;
let folder: Folder;

beforeAll(() => {
  build = new Folder();
  cli = buildCli(build);
});
afterAll(() => {
  build.remove();
});
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => {
  folder.remove();
});

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a process of its own, in the folder, with a Chinese locale. */
async function wenfeng(
  args: readonly string[],
  stdin: Uint8Array = Buffer.alloc(0),
  options: SpawnOptions = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], LANG: 'zh_CN.UTF-8' },
    ...options,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(stdin);
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr: withoutStandIn(stderr) };
}

describe('dist/cli.js', () => {
  it('finds what draws a page beside it', async () => {
    folder.write('a.txt', PLACEHOLDER);
    const { code, stdout, stderr } = await wenfeng(['check', '--format', 'html', 'a.txt']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^<!doctype html>.*<svg .*<\/html>\n$/su);
  });

  it('checks a folder', async () => {
    folder.write('讲话/a.txt', PLACEHOLDER);
    folder.write('讲话/b.txt', bytesOf(CLEAN, 'gb18030'));
    const { code, stdout, stderr } = await wenfeng(['check', '讲话']);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('共检查 2 篇，1 个错误。');
  });

  it('writes JSON', async () => {
    folder.write('a.txt', STRAY);
    const { code, stdout } = await wenfeng(['check', '--format', 'json', '--fail-on', 'warning', 'a.txt']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, files: [{ path: 'a.txt' }], errors: [] });
  });

  it('mends a file in place', async () => {
    const file = folder.write('a.txt', bytesOf(`${STRAY}\r\n`, 'gb18030'));
    const { code, stdout } = await wenfeng(['check', '--fix', 'a.txt']);
    expect(code).toBe(0);
    expect(stdout).toContain('已改 1 处');
    expect(readFileSync(file)).toEqual(bytesOf(`${STRAY_FIXED}\r\n`, 'gb18030'));
  });

  it('reads standard input, and prints it mended', async () => {
    const checked = await wenfeng(
      ['check', '--stdin', '--stdin-filename', 'a.md'],
      bytesOf(STRAY, 'utf-16le', true),
    );
    expect(checked.stdout).toMatch(/^a\.md {2}/u);
    const mended = await wenfeng(['check', '--stdin', '--fix'], Buffer.from(STRAY));
    expect(mended).toMatchObject({ code: 0, stdout: STRAY_FIXED });
  });

  it('tells its version, which is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await wenfeng(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('still checks where nodejieba is missing, and says so in one line', async () => {
    const bare = new Folder();
    try {
      const alone = bare.write('cli.js', readFileSync(cli));
      folder.write('a.txt', PLACEHOLDER);
      const child = spawn(process.execPath, [alone, 'check'], {
        cwd: folder.path,
        env: { LANG: 'en_US.UTF-8' },
      });
      const [stdout, stderr, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close') as Promise<[number]>,
      ]);
      expect(code).toBe(1);
      expect(stdout).toContain('placeholder-left');
      expect(stderr).toMatch(/^Words are cut by Intl\.Segmenter[^\n]*\n$/u);
    } finally {
      bare.remove();
    }
  });

  it.each([['stylish'], ['json']])('ends quietly when its reader has gone: %s', async (format) => {
    // Far more than a pipe holds, so that writing must meet the closed end.
    for (let i = 0; i < 30; i++) folder.write(`${String(i)}.txt`, STRAY.repeat(300));
    const child = spawn(process.execPath, [cli, 'check', '--format', format], { cwd: folder.path });
    const stderr = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = (await once(child, 'close')) as [number | null];
    expect(withoutStandIn(await stderr)).toBe('');
    expect(code).toBe(0);
  });

  it.runIf(existsSync('/dev/full'))('says in one line that its report cannot be written', async () => {
    const command = '"$0" "$1" --version > /dev/full';
    const child = spawn('sh', ['-c', command, process.execPath, cli], { env: { LANG: 'zh_CN.UTF-8' } });
    const [stderr, [code]] = await Promise.all([
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    expect([code, stderr]).toEqual([2, '结果写不出去（ENOSPC），已停止。\n']);
  });

  it('prints in colour into a pipe only when it is told to', async () => {
    folder.write('a.txt', PLACEHOLDER);
    const env = { LANG: 'zh_CN.UTF-8', FORCE_COLOR: '1' };
    expect((await wenfeng(['check'], undefined, { env })).stdout).toContain('\u001b[31m错误\u001b[39m');
    expect((await wenfeng(['check'], undefined, { env: { ...env, NO_COLOR: '1' } })).stdout).not.toContain(
      '\u001b[',
    );
  });
});

describe('permissions', () => {
  /** Runs as somebody whom permissions bind. */
  const bound = async (args: readonly string[]): Promise<Ended> => {
    for (const place of [build.path, folder.path]) chmodSync(place, 0o755);
    return await wenfeng(args, undefined, AS_ROOT ? { uid: NOBODY, gid: NOBODY } : {});
  };

  it('name a folder and a file that may not be read, and the rest goes on', async () => {
    folder.write('a.txt', CLEAN);
    chmodSync(folder.write('locked.txt', CLEAN), 0o000);
    const locked = path.join(folder.path, '锁着');
    mkdirSync(locked);
    chmodSync(locked, 0o000);
    const { code, stdout, stderr } = await bound(['check']);
    chmodSync(locked, 0o755);
    expect(code).toBe(2);
    expect(stdout).toContain('共检查 1 篇');
    expect(stderr.trimEnd().split('\n')).toEqual([
      '没能检查 locked.txt：没有读取权限，请检查文件和所在文件夹的权限。',
      '没能检查 锁着：没有读取权限，请检查文件和所在文件夹的权限。',
    ]);
  });

  it('keep a file from being mended that may not be written', async () => {
    const file = folder.write('a.txt', STRAY);
    chmodSync(file, 0o444);
    const { code, stdout, stderr } = await bound(['check', '--fix', 'a.txt']);
    expect(code).toBe(2);
    expect(stdout).toContain('stray-space');
    expect(stderr).toMatch(/^没能改写 a\.txt：没有写入权限，文件未改动[^\n]*\n$/u);
    expect(readFileSync(file, 'utf8')).toBe(STRAY);
  });
});
