import { describe, expect, it } from 'vitest';
import { typedLength } from '../../../client/src/structures/typedPrefix.js';

describe('typedLength', () => {
  it.each([
    ['我们要做好各项工作。kcgx', 'kcgx', 4],
    ['我们要做好各项工作k', 'kcgx', 1],
    ['同志们，KC', 'kc', 2],
    ['bs4', 'bs4', 3],
    ['今天的会议开场', '开场', 2],
    ['开场贯彻', '开场贯彻', 4],
    ['我们要部署任', '部署任务', 3],
  ])('finds in %s what was typed of %s', (before, prefix, length) => {
    expect(typedLength(before, prefix)).toBe(length);
  });

  it.each([
    ['我们要做好各项工作。', 'kcgx'],
    ['', 'kc'],
    ['请看 app', 'p'],
    ['abkc', 'kc'],
    ['kcgxa', 'kcgx'],
    ['存在的问题', '问题通报'],
    ['突出重', '重点工作'],
    ['会议开', '开场'],
  ])('finds nothing in %s of %s', (before, prefix) => {
    expect(typedLength(before, prefix)).toBe(0);
  });
});
