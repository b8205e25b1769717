import { describe, expect, it } from 'vitest';
import { groupsFor, groupsOf, type Grouping } from '../../../client/src/structures/grouping.js';
import type { Structure } from '../../../client/src/structures/structure.js';

function structure(name: string, more: Partial<Structure> = {}): Structure {
  return { name, description: '', prefixes: [], body: name, text: name, occasions: [], ...more };
}

const structures = {
  own: [structure('青石开场', { part: 'opening', occasions: ['safety'] }), structure('青石口号')],
  shipped: [
    structure('称谓', { part: 'opening' }),
    structure('开场', { part: 'opening', occasions: ['mobilisation', 'safety'] }),
    structure('事故警示', { part: 'problems', occasions: ['safety'] }),
  ],
};

/** The Chinese titles with the names below them, and `*` for a group that is meant as a whole. */
function listed(grouping: Grouping, typed = ''): [string, ...string[]][] {
  return groupsFor(groupsOf(structures, grouping), typed).map(({ title, whole, structures: below }) => [
    `${title.zh}${whole ? '*' : ''}`,
    ...below.map(({ name }) => name),
  ]);
}

describe('structures in a list', () => {
  it('stand by part in the order of a speech, the own first, without empty groups', () => {
    expect(listed('part')).toEqual([
      ['我们自己的', '青石开场', '青石口号'],
      ['开场', '青石开场', '称谓', '开场'],
      ['查摆问题', '事故警示'],
    ]);
  });

  it('stand by occasion below each that they suit, those for all last', () => {
    expect(listed('occasion')).toEqual([
      ['我们自己的', '青石开场', '青石口号'],
      ['部署动员会', '开场'],
      ['安全生产会', '青石开场', '开场', '事故警示'],
      ['各种场合', '称谓'],
    ]);
  });

  it('stand once while something is looked for', () => {
    expect(listed('occasion', '故')).toEqual([
      ['我们自己的', '青石开场', '青石口号'],
      ['部署动员会', '开场'],
      ['安全生产会', '事故警示'],
      ['各种场合', '称谓'],
    ]);
  });

  it.each(['安全', 'Safety'])('stand first and whole below a title that %s is in', (typed) => {
    expect(listed('occasion', typed)).toEqual([
      ['安全生产会*', '青石开场', '开场', '事故警示'],
      ['我们自己的', '青石口号'],
      ['各种场合', '称谓'],
    ]);
  });
});
