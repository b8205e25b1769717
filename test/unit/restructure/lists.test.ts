import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeOf, restructured, titleOf } from './restructured.js';
import { cases } from '../../arbitraries/cases.js';

describe('giving each point a paragraph of its own', () => {
  it.each([
    ['要抓好三件事：一是修路；二是|架桥；三是通水。', '要抓好三件事：\n一是修路。\n二是架桥。\n三是通水。'],
    ['一是修路，二是架|桥。', '一是修路。\n二是架桥。'],
    ['　　今年要这样做，一是修路；二是架|桥。', '　　今年要这样做：\n　　一是修路。\n　　二是架桥。'],
    [
      '今年要做两件事。一是修路。路要修宽。二是架桥。|桥要架稳。',
      '今年要做两件事。\n一是修路。路要修宽。\n二是架桥。桥要架稳。',
    ],
    ['一要修路；二|要架桥。这两件事都不能拖。', '一要修路。\n二要架桥。\n这两件事都不能拖。'],
    ['第一，修路；|第二，架桥。', '第一，修路。\n第二，架桥。'],
    ['①修路；②|架桥。', '①修路。\n②架桥。'],
    ['前言。\r\n\r\n一是修路；　二是|架桥。', '前言。\r\n\r\n一是修路。\r\n\r\n二是架桥。'],
  ])('%j becomes %j', (text, after) => {
    expect(restructured('splitList', text)).toBe(after);
  });

  it('gives what sums the points up a paragraph of its own', () => {
    const text = '一是修路。路要修宽。二是|架桥。桥要架稳。这两件事，年底以前都要办完。';
    expect(restructured('splitList', text)).toBe(
      '一是修路。路要修宽。\n二是架桥。桥要架稳。\n这两件事，年底以前都要办完。',
    );
  });

  it('does not let a list run together with the one around it', () => {
    const text = '一是修路。\n二是架桥，要过两关：一是选址；二是|验收。\n三是通水。';
    expect(restructured('splitList', text)).toMatch(/外面一层也是“一是”/u);
    expect(restructured('splitList', text.replace('一是选址；二是', '（1）选址；（2）'))).toContain(
      '\n（2）',
    );
  });

  it('says of how many points it speaks', () => {
    expect(titleOf('splitList', '一是修路；二是|架桥。')).toBe('让这 2 条各成一段');
  });

  it('divides the outer list, not the one inside a point', () => {
    const text = '一是修路，（1）修宽、（2）修直；二是|架桥。';
    expect(restructured('splitList', text)).toBe('一是修路，（1）修宽、（2）修直。\n二是架桥。');
  });

  it.each([
    ['没有条目', '路修|到了村口。', /没有/u],
    ['只有一条', '一是修|路。', /没有/u],
    ['条目已经各成一段', '一是修路。\n二是|架桥。', /没有/u],
    ['在引号里', '“一是修路；二是|架桥。”他这样说。', /引号/u],
    ['在括号里', '一是修路（连同村道；二是|架桥）。', /引号/u],
    ['空行', '一是修路；二是架桥。\n|\n完。', /光标不在段落里/u],
  ])('says why it does nothing: %s', (_, text, reason) => {
    expect(restructured('splitList', text)).toMatch(reason);
  });

  it('leaves Markdown’s own syntax alone', () => {
    const trial = { format: 'markdown' } as const;
    expect(restructured('splitList', '- 一是修路；二是|架桥。', trial)).toMatch(/Markdown/u);
    expect(restructured('splitList', '**一是修路；二是|架桥。**', trial)).toMatch(/Markdown/u);
    expect(restructured('splitList', '**一是修路**；二是|架桥。', trial)).toBe(
      '**一是修路**。\n\n二是架桥。',
    );
  });
});

describe('joining points into one paragraph', () => {
  it.each([
    [
      '要抓好三件事：\n一是修路。\n二是|架桥。\n三是通水。\n',
      '要抓好三件事：一是修路；二是架桥；三是通水。\n',
    ],
    ['今年要做两件事。\n一是修路。\n二是|架桥。', '今年要做两件事。一是修路；二是架桥。'],
    ['今年风调雨顺。\n一是修路。\n二是|架桥。', '今年风调雨顺。\n一是修路；二是架桥。'],
    ['一是修路。路要修宽。\n二是|架桥。', '一是修路。路要修宽。二是架桥。'],
    ['　　一是修路；\n　　二是架桥|。', '　　一是修路；二是架桥。'],
    ['一是修路\n二是架桥|', '一是修路；二是架桥'],
    ['一是修路！\n二是|架桥。', '一是修路！二是架桥。'],
    ['一是修路。\r\n\r\n二是|架桥。', '一是修路；二是架桥。'],
    ['要做好|以下工作：\n一是修路。\n二是架桥。', '要做好以下工作：一是修路；二是架桥。'],
  ])('%j becomes %j', (text, after) => {
    expect(restructured('joinList', text)).toBe(after);
  });

  it('is not offered in a menu where the paragraph would be too long', () => {
    const text = `一是修路。${'路要修宽。'.repeat(30)}\n二是|架桥。${'桥要架稳。'.repeat(30)}`;
    expect(restructured('joinList', text, { onlyHere: true, most: 200 })).toMatch(/太长/u);
    expect(restructured('joinList', text, { most: 200 })).not.toContain('\n');
  });

  it('says of how many points it speaks', () => {
    expect(titleOf('joinList', '一是修路。\n二是|架桥。')).toBe('把这 2 条并成一段');
  });

  it.each([
    ['没有条目', '路修|到了村口。', /没有/u],
    ['条目在一段里', '一是修路；二是|架桥。', /没有/u],
    ['小标题', '一、修路\n二、架|桥\n', /小标题/u],
    ['带括号的小标题', '（一）修路。路要修宽。\n（二）架|桥。桥要架稳。\n', /小标题/u],
    ['条目在上面', '一是修路。\n二是架桥。\n大家|辛苦了。', /没有/u],
    ['中间有别的段落', '一是修路。\n路要修宽。\n二是架|桥。', /夹着/u],
  ])('says why it does nothing: %s', (_, text, reason) => {
    expect(restructured('joinList', text)).toMatch(reason);
  });

  it('leaves Markdown’s own syntax alone', () => {
    const trial = { format: 'markdown' } as const;
    expect(restructured('joinList', '- 一是修路。\n- 二是|架桥。\n', trial)).toMatch(/Markdown/u);
    expect(restructured('joinList', '一是**修路。**\n\n二是|架桥。\n', trial)).toMatch(/Markdown/u);
  });
});

const clause = fc.constantFrom(
  '把路修到村口',
  '把水引到田边，把灯装到门前',
  '坚持“阳光村务”，事事公开',
  '学好《河湖条例》',
);
const lead = fc.constantFrom('', '要抓好以下工作：', '下面讲几点意见。', '今年的任务很重。要抓好以下工作：');
const family = fc.constantFrom(
  ...[
    (n: number) => `${'一二三四五六'.charAt(n)}是`,
    (n: number) => `${'一二三四五六'.charAt(n)}要`,
    (n: number) => `第${'一二三四五六'.charAt(n)}，`,
    (n: number) => '①②③④⑤⑥'.charAt(n),
  ],
);
const clauses = fc.array(clause, { minLength: 2, maxLength: 5 });
/** Points of one sentence divided by semicolons, and points of several sentences. */
const list = fc.tuple(lead, family, clauses, fc.boolean()).map(([opening, ordinal, points, long]) => {
  const items = points.map((point, i) => ordinal(i) + point);
  return `${opening}${long ? items.map((item) => `${item}。这件事不能拖。`).join('') : `${items.join('；')}。`}`;
});
const indent = fc.constantFrom('', '　　', '  ');
const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n');

describe('a list that is well formed', () => {
  it('is itself again when it is split and joined', () => {
    fc.assert(
      fc.property(list, indent, lineEnd, (text, margin, end) => {
        const whole = `开头的话。${end}${margin}${text}${end}${margin}结尾的话。${end}`;
        const at = whole.indexOf(text) + text.length - 1;
        const split = restructured('splitList', `${whole.slice(0, at)}|${whole.slice(at)}`);
        expect(split).not.toBe(whole);
        const back = split.lastIndexOf('。', split.indexOf('结尾的话'));
        expect(restructured('joinList', `${split.slice(0, back)}|${split.slice(back)}`)).toBe(whole);
      }),
      cases(300),
    );
  });
});

const anything = fc
  .array(
    fc.constantFrom(
      ...[
        '一是',
        '二是',
        '三是',
        '第一，',
        '第二，',
        '（一）',
        '1.',
        '①',
        '②',
        '首先，',
        '其次，',
        '一、',
        '二、',
      ],
      ...[
        '\n',
        '\r\n',
        '\n\n',
        '　　',
        ' ',
        '；',
        '。',
        '，',
        '：',
        '“',
        '”',
        '（',
        '）',
        '**',
        '- ',
        '> ',
        '`',
        '# ',
      ],
      ...['讲三点意见', '修好路', '架好桥，通好水', '以下工作', '\u{20BB7}', '👍'],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  it.each(['divideParagraph', 'splitList', 'joinList', 'renumberList', 'fixAnnouncedCount'] as const)(
    'loses and gains nothing but marks, blanks and numerals by %s',
    (id) => {
      const kept = (text: string): string =>
        text.replace(/[\s；;。，,：一二三四五六七八九十两0-9０-９①-⑩]|首先|其次|再次/gu, '');
      fc.assert(
        fc.property(anything, fc.nat(200), fc.constantFrom('plain', 'markdown'), (text, at, format) => {
          const caret = Math.min(at, text.length);
          const marked = `${text.slice(0, caret)}|${text.slice(caret)}`;
          const outcome = outcomeOf(id, marked, { format });
          if ('reason' in outcome) return;
          expect(outcome.changes.length).toBeGreaterThan(0);
          outcome.changes.forEach(({ span }, i) => {
            expect(span.start).toBeGreaterThanOrEqual(outcome.changes[i - 1]?.span.end ?? 0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
          });
          expect(kept(restructured(id, marked, { format }))).toBe(kept(text));
        }),
        cases(400),
      );
    },
  );
});
