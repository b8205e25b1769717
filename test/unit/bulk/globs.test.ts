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
    ['x'.repeat(70_000), '/guide/a.txt', false],
  ])('%s means %s: %s', (glob, file, meant) => {
    expect(matchesGlobs(file, [glob], '/guide')).toBe(meant);
  });
});
