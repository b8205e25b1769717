import { readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FORMAT_NAMES } from '../../server/src/cli/formats.js';
import { replaceFile } from '../../server/src/cli/replaceFile.js';
import { explainWriteError } from '../../server/src/cli/writeError.js';
import { STRAY } from './drafts.js';
import { Folder, run } from './harness.js';

vi.mock(import('node:fs/promises'), async (original) => ({ ...(await original()) }));

let folder: Folder;
let file: string;

beforeEach(() => {
  folder = new Folder();
  file = folder.write('讲话.txt', '原来的内容');
});
afterEach(() => {
  vi.restoreAllMocks();
  folder.remove();
});

/** Makes the system refuse what the spy stands for. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('replaceFile', () => {
  it('puts the new content in the place of the old', async () => {
    await replaceFile(file, Buffer.from('新的内容'));
    expect(readFileSync(file, 'utf8')).toBe('新的内容');
    expect(readdirSync(folder.path)).toEqual(['讲话.txt']);
  });

  it('never writes into the file itself, so that a reader sees old or new but no half', async () => {
    const { ino } = statSync(file);
    const rename = vi.spyOn(fs, 'rename').mockImplementation(() => {
      expect(readFileSync(file, 'utf8')).toBe('原来的内容');
      return Promise.reject(refusal('EIO'));
    });
    await expect(replaceFile(file, Buffer.from('新'))).rejects.toThrow('EIO');
    expect(rename).toHaveBeenCalledOnce();
    expect(statSync(file).ino).toBe(ino);
    expect(readdirSync(folder.path)).toEqual(['讲话.txt']);
  });

  it('leaves the file as it was when the disk is full', async () => {
    const { open } = fs;
    vi.spyOn(fs, 'open').mockImplementation(async (...args) => {
      const handle = await open(...args);
      // As a full disk does it: a part is written, then there is no more room.
      handle.writeFile = async (data) => {
        await handle.write(Buffer.from(String(data)).subarray(0, 2));
        throw refusal('ENOSPC');
      };
      return handle;
    });
    await expect(replaceFile(file, Buffer.from('新的内容'))).rejects.toThrow('ENOSPC');
    expect(readFileSync(file, 'utf8')).toBe('原来的内容');
    expect(readdirSync(folder.path)).toEqual(['讲话.txt']);
  });

  it('writes through a link of links', async () => {
    symlinkSync('讲话.txt', path.join(folder.path, 'one'));
    symlinkSync('one', path.join(folder.path, 'two'));
    await replaceFile(path.join(folder.path, 'two'), Buffer.from('新'));
    expect(readFileSync(file, 'utf8')).toBe('新');
    expect(readdirSync(folder.path)).toEqual(['one', 'two', '讲话.txt']);
  });
});

describe('a report for which the disk has no room', () => {
  it.each(FORMAT_NAMES)(
    'is told of in one line, and what lay there and the draft stay: %s',
    async (format) => {
      const report = folder.write('结果', '上次的结果');
      const { open } = fs;
      vi.spyOn(fs, 'open').mockImplementation(async (...args) => {
        const handle = await open(...args);
        if (args[1] === 'wx') handle.writeFile = () => Promise.reject(refusal('ENOSPC'));
        return handle;
      });
      folder.write('讲话.txt', STRAY);
      const ran = await run(folder, [
        ...['check', '--lang', 'zh', '--fail-on', 'never', '--format', format],
        ...['--output', '结果', '讲话.txt'],
      ]);
      expect(ran).toMatchObject({
        code: 2,
        stdout: '',
        stderr: '报告没能写进 结果：磁盘已满，文件未改动，请腾出空间后重试。\n',
      });
      expect(readFileSync(report, 'utf8')).toBe('上次的结果');
      expect(readFileSync(file, 'utf8')).toBe(STRAY);
      expect(readdirSync(folder.path).sort()).toEqual(['结果', '讲话.txt']);
    },
  );
});

describe('explainWriteError', () => {
  it.each(['EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'EROFS', 'EBUSY', 'EWHATEVER'])(
    'has a sentence for %s',
    (code) => {
      const { zh, en } = explainWriteError(refusal(code));
      expect(zh).toMatch(/^[^。]*未改动[^。]*。$/u);
      expect(en).toMatch(/not changed[^.]*\.$/u);
    },
  );
});
