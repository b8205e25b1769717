import { describe, expect, it } from 'vitest';
import { matchesGlobs } from '../../../server/src/bulk/globs.js';

describe('globs of a guide file', () => {
  it.each([
    ['*.md', '/guide/a.md', true],
    ['*.md', '/guide/sub/deep/A.MD', true],
    ['*.md', '/guide/a.txt', false],
    ['致辞/*.txt', '/guide/致辞/a.txt', true],
    ['致辞/*.txt', '/guide/sub/致辞/a.txt', false],
    ['**/致辞/*.txt', '/guide/sub/致辞/a.txt', true],
    ['致辞/', '/guide/致辞/2026/a.txt', true],
    ['./致辞/**', '/guide/致辞/a.txt', true],
    ['/致辞/**', '/guide/致辞/a.txt', true],
    ['{致辞,贺信}/**', '/guide/贺信/a.txt', true],
    ['**', '/guide/.hidden/a.txt', true],
    ['**', '/other/a.txt', false],
    ['../other/*.txt', '/other/a.txt', false],
    ['会议（一）/**', '/guide/会议（一）/a.txt', true],
    ['caf\u00e9/**', '/guide/cafe\u0301/a.txt', true],
    ['[', '/guide/a.txt', false],
    ['[', '/guide/[', true],
    ['[ab].txt', '/guide/B.txt', true],
    ['[!ab].txt', '/guide/b.txt', false],
    ['[一-十].txt', '/guide/七.txt', true],
    ['第?稿.txt', '/guide/第𠮷稿.txt', true],
    ['第?稿.txt', '/guide/第/稿.txt', false],
    ['*/a.txt', '/guide/x/y/a.txt', false],
    ['**/会议/**/a.txt', '/guide/会议/a.txt', true],
    ['**/会议/**/a.txt', '/guide/x/会议/y/z/a.txt', true],
    ['{会议/{一,二},致辞}/*.{md,txt}', '/guide/会议/二/a.md', true],
    ['{会议/{一,二},致辞}/*.{md,txt}', '/guide/会议/三/a.md', false],
    ['{a}.txt', '/guide/{a}.txt', true],
    ['\\*.txt', '/guide/a.txt', false],
    ['\\*.txt', '/guide/*.txt', true],
    ['讲话(定稿).txt', '/guide/讲话(定稿).txt', true],
    ['x'.repeat(70_000), '/guide/a.txt', false],
  ])('%s means %s: %s', (glob, file, meant) => {
    expect(matchesGlobs(file, [glob], '/guide')).toBe(meant);
  });
});
