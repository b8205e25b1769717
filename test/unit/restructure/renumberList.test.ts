import { describe, expect, it } from 'vitest';
import { restructured, titleOf } from './restructured.js';

describe('renumbering a list', () => {
  it.each([
    ['一、修路\n二、架桥\n四|、通水\n五、通电\n', '一、修路\n二、架桥\n三、通水\n四、通电\n'],
    ['（一）修路\n（一|）架桥\n（二）通水\n', '（一）修路\n（二）架桥\n（三）通水\n'],
    ['1.修|路\n2.架桥\n4.通水\n', '1.修路\n2.架桥\n3.通水\n'],
    ['①修路；②架桥；④通|水。', '①修路；②架桥；③通水。'],
    ['要做好：一是修路；三是架桥；|四是通水。', '要做好：一是修路；二是架桥；三是通水。'],
    ['第一，修路。|第三，架桥。第四，通水。', '第一，修路。第二，架桥。第三，通水。'],
    ['首先，修路。再次，架桥|。', '首先，修路。其次，架桥。'],
    ['二是修路；三是|架桥。', '一是修路；二是架桥。'],
    ['三是修路；五是|架桥。', '三是修路；四是架桥。'],
    ['首先，修路。再次，架桥。|最后，通水。', '首先，修路。其次，架桥。最后，通水。'],
  ])('%j becomes %j', (text, after) => {
    expect(restructured('renumberList', text)).toBe(after);
  });

  it('says how many places it changes', () => {
    expect(titleOf('renumberList', '一、修路\n二、架桥\n四|、通水\n五、通电\n')).toBe(
      '重排这组序号（改 2 处）',
    );
  });

  it('means the list around the caret where the nearest is in order', () => {
    const text = '一、修路\n一是快；二是|好。\n三、架桥\n';
    expect(restructured('renumberList', text)).toBe('一、修路\n一是快；二是好。\n二、架桥\n');
  });

  it('means the innermost list that the caret is in', () => {
    const text = '一、修路\n一是快；三是|好。\n三、架桥\n';
    expect(restructured('renumberList', text)).toBe('一、修路\n一是快；二是好。\n三、架桥\n');
  });

  it('takes the paragraph under a heading for a part of it', () => {
    expect(restructured('renumberList', '一、修路\n快些修。\n三、架桥\n早些|架。\n')).toBe(
      '一、修路\n快些修。\n二、架桥\n早些架。\n',
    );
  });

  it('means the list above or below the caret only when it is asked for', () => {
    const text = '三件事：\n一是快。\n三是好。\n大家辛苦了。\n';
    for (const words of ['三件', '辛苦']) {
      const marked = text.replace(words, `|${words}`);
      expect(restructured('renumberList', marked)).toBe(text.replace('三是', '二是'));
      expect(restructured('renumberList', marked, { onlyHere: true })).toMatch(/没有序号/u);
    }
  });

  it.each([
    ['没有序号', '路修|到了村口。', /没有序号/u],
    ['已经连贯', '一是修路；二是|架桥。', /连贯/u],
    ['对举', '一方面要修路，另一方面|要架桥。', /连贯/u],
    ['再没有词可用', '首先，修路。其次，架桥。再次，通水。|再次，通电。', /写不到第 4 项/u],
    ['空稿', '', /没有序号/u],
  ])('says why there is nothing to renumber: %s', (_, text, reason) => {
    expect(restructured('renumberList', text)).toMatch(reason);
  });

  it('leaves a list alone that counts with two kinds of ordinals', () => {
    const text = '第一，修路。路要修宽。其次，架桥。第三，|通水。第四，装灯。';
    expect(restructured('renumberList', text)).toMatch(/混用了“其次/u);
    expect(restructured('renumberList', text.replace('其次，架桥。', ''))).toContain(
      '第二，通水。第三，装灯。',
    );
  });

  it('leaves a lone ordinal alone, whose first may stand elsewhere', () => {
    expect(restructured('renumberList', '附件：1.修路清单\n2.架桥|清单')).toMatch(/连贯/u);
  });
});
