import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { Draft, DraftFormat } from '../../../server/src/core/draft/model.js';
import {
  everyEntry,
  isSection,
  outlineOf,
  type OutlineEntry,
} from '../../../server/src/core/draft/outline.js';
import { contains } from '../../../server/src/core/text/span.js';
import { cases } from '../../arbitraries/cases.js';

/** Names of a tree, an entry with children as [name, children]. */
const tree = (entries: readonly OutlineEntry[]): unknown[] =>
  entries.map(({ name, children }) => (children.length === 0 ? name : [name, tree(children)]));

const outline = (text: string, format: DraftFormat = 'plain'): readonly OutlineEntry[] =>
  outlineOf(buildDraft(text, format));

/** The entry of this name, and the words of the draft that it covers. */
function covered(text: string, name: string, format: DraftFormat = 'plain'): string {
  const entry = [...everyEntry(outline(text, format))].find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return text.slice(entry.start, entry.end);
}

describe('sections', () => {
  it('nest by the levels of their ordinals', () => {
    const text = [
      '在全县修渠会议上的讲话',
      '同志们：',
      '一、认清形势',
      '形势很好。',
      '（一）看到成绩',
      '1.渠修得快',
      '今年修了三十里。',
      '（1）东渠',
      '东渠修了二十里。',
      '（二）看到差距',
      '差距不小。',
      '二、抓好落实',
      '要抓紧。',
    ].join('\n');
    expect(tree(outline(text))).toEqual([
      ['一、认清形势', [['（一）看到成绩', [['1.渠修得快', ['（1）东渠']]]], '（二）看到差距']],
      '二、抓好落实',
    ]);
    expect(covered(text, '（一）看到成绩')).toBe(
      '（一）看到成绩\n1.渠修得快\n今年修了三十里。\n（1）东渠\n东渠修了二十里。',
    );
  });

  it('are opened by the lead sentence of a paragraph that goes on', () => {
    const text =
      '一、抓紧修渠。\n工期很紧。\n（一）要抢工期。各村上足人手，月底完工。\n今天就动手。\n（二）要保质量。一锹一锹都要夯实。\n';
    expect(tree(outline(text))).toEqual([['一、抓紧修渠', ['（一）要抢工期', '（二）要保质量']]]);
    expect(covered(text, '（一）要抢工期')).toBe('（一）要抢工期。各村上足人手，月底完工。\n今天就动手。');
    const [section] = outline(text);
    expect(section?.children.map(({ kind }) => kind)).toEqual(['lead', 'lead']);
    expect(section?.children.map(({ label }) => text.slice(label.start, label.end))).toEqual([
      '（一）要抢工期。',
      '（二）要保质量。',
    ]);
  });

  it('are not opened by what only looks like an ordinal', () => {
    expect(outline('二、三季度增长较快，四季度要稳住。我们有信心。\n2026年是丰收年。我们高兴。\n')).toEqual(
      [],
    );
  });

  it('begin and end with ink', () => {
    const text = '\r\n　　一、修渠　\r\n\r\n　　今年修渠。　\r\n\r\n　　二、架桥\r\n　　明年架桥。\r\n\r\n';
    expect(covered(text, '一、修渠')).toBe('一、修渠　\r\n\r\n　　今年修渠。');
    expect(covered(text, '二、架桥')).toBe('二、架桥\r\n　　明年架桥。');
  });

  it('have names of one line and thirty characters, never empty', () => {
    const long = `一、${'抓紧把渠修到每一块田边上去'.repeat(3)}`;
    const [entry] = outline(`${long}\n修渠要紧。\n`);
    expect(entry?.name).toBe(`${long.slice(0, 29)}…`);
    expect(entry?.label).toEqual({ start: 0, end: long.length });
    expect(tree(outline('## `码`\n\n好。\n\n## 甲\n乙\n', 'markdown'))).toEqual(['甲']);
    expect(tree(outline('# ！\n\n修渠要紧。\n', 'markdown'))).toEqual(['！']);
    expect(tree(outline(`${long.slice(0, 30)}\n修渠要紧。\n`))).toEqual([long.slice(0, 30)]);
    expect(tree(outline(`${long.slice(0, 31)}\n修渠要紧。\n`))).toEqual([`${long.slice(0, 29)}…`]);
    expect(tree(outline('## `码` 修  渠！！\n\n修渠要紧。\n', 'markdown'))).toEqual(['修 渠']);
  });
});

describe('sections of Markdown', () => {
  it('nest by their number of #, whatever stands in them', () => {
    const text = '# **修渠**讲话\n\n## 一、形势\n\n好。\n\n#### 跳级\n\n## 二、任务\n\n紧。\n';
    expect(tree(outline(text, 'markdown'))).toEqual([['修渠讲话', [['一、形势', ['跳级']], '二、任务']]]);
    expect(covered(text, '修渠讲话', 'markdown')).toBe(text.slice(2).trimEnd().replace(/^\*\*/u, ''));
  });

  it('hold headings and lead sentences that only an ordinal marks', () => {
    const text =
      '# 讲话\n\n一、形势\n\n好。\n\n## 二、任务\n\n紧。\n\n（一）修渠\n\n快修。\n\n（二）架桥。快架。架牢。\n\n## 三、要求\n\n严。\n';
    expect(tree(outline(text, 'markdown'))).toEqual([
      ['讲话', ['一、形势', ['二、任务', ['（一）修渠', '（二）架桥']], '三、要求']],
    ]);
  });
});

describe('items', () => {
  it('are told from sections, and neither from cells of a table', () => {
    const kinds = (text: string, format: DraftFormat = 'plain') =>
      [...everyEntry(outline(text, format))].map((entry) => [entry.kind, isSection(entry)]);
    expect(kinds('一、任务\n（一）修渠。快修。修好。\n一要早。\n二要快。\n')).toEqual([
      ['heading', true],
      ['lead', true],
      ['item', false],
      ['item', false],
    ]);
    expect(kinds('- （一）修渠。快修。\n- （二）架桥。快架。\n', 'markdown')).toEqual([
      ['item', false],
      ['item', false],
    ]);
    expect(
      kinds('| 一是快 | 一、修渠。快修。 |\n| -- | -- |\n| 二是好 | 二、架桥。快架。 |\n', 'markdown'),
    ).toEqual([]);
  });

  it('stand each in a paragraph', () => {
    const text =
      '一、任务\n定下两件事。\n一要修渠。今年修。\n渠要修直。\n二要架桥。明年架。\n同志们，干吧！\n二、要求\n严。\n';
    expect(tree(outline(text))).toEqual([['一、任务', ['一要修渠', '二要架桥']], '二、要求']);
    expect(covered(text, '一要修渠')).toBe('一要修渠。今年修。\n渠要修直。');
    // Nothing shows that what follows the last one belongs to it.
    expect(covered(text, '二要架桥')).toBe('二要架桥。明年架。');
  });

  it('stand several in one paragraph', () => {
    const text = '成效有三。一是路通了，修了两百里；二是水清了；三是气顺了。成绩要肯定。\n';
    expect(tree(outline(text))).toEqual(['一是路通了', '二是水清了', '三是气顺了']);
    expect(covered(text, '一是路通了')).toBe('一是路通了，修了两百里；');
    expect(covered(text, '三是气顺了')).toBe('三是气顺了。');
  });

  it('reach to the end of the paragraph when they are of several sentences', () => {
    const text = '一是路通了。修了两百里。二是水清了。河里有鱼。\n成绩要肯定。\n';
    expect(covered(text, '一是路通了')).toBe('一是路通了。修了两百里。');
    expect(covered(text, '二是水清了')).toBe('二是水清了。河里有鱼。');
  });

  it('are named by the first clause that says something', () => {
    expect(tree(outline('第一，值班要在岗。人不离岗。\n第二，巡查要到位，不留死角。\n'))).toEqual([
      '第一，值班要在岗',
      '第二，巡查要到位',
    ]);
  });

  it('hold lists of their own', () => {
    const text = [
      '一要修渠。①东渠先修；②西渠后修。修完验收。',
      '二要架桥，分两步：',
      '第一，东桥。',
      '第二，西桥。',
      '同志们，干吧！',
    ].join('\n');
    expect(tree(outline(text))).toEqual([
      ['一要修渠', ['①东渠先修', '②西渠后修']],
      ['二要架桥', ['第一，东桥', '第二，西桥']],
    ]);
    expect(covered(text, '二要架桥')).toBe('二要架桥，分两步：\n第一，东桥。\n第二，西桥。');
  });

  it('hold the low headings that stand between them', () => {
    const text = '一是抓产业。\n1.种茶\n茶要种好。\n2.养蜂\n蜂要养好。\n二是抓治理。\n治理要细。\n';
    expect(tree(outline(text))).toEqual([['一是抓产业', ['1.种茶', '2.养蜂']], '二是抓治理']);
  });

  it('hold no heading behind the last of them, and none of Markdown', () => {
    expect(tree(outline('一是抓产业。\n二是抓治理。\n1.种茶\n茶要种好。\n'))).toEqual([
      '一是抓产业',
      '二是抓治理',
      '1.种茶',
    ]);
    const markdown = (heading: string): unknown[] =>
      tree(outline(`一是抓产业。\n\n${heading}\n\n茶要种好。\n\n二是抓治理。\n`, 'markdown'));
    expect(markdown('1、种茶')).toEqual([['一是抓产业', ['1、种茶']], '二是抓治理']);
    expect(markdown('#### 1、种茶')).toEqual(['一是抓产业', ['1、种茶', ['二是抓治理']]]);
  });

  it('hold what a colon announces at the end of the last, and nothing else', () => {
    const text = (last: string): string =>
      `一要修渠。\n渠要直。\n${last}\n首先，备料。\n其次，动工。\n散会。\n`;
    expect(covered(text('二要架桥，分两步： '), '二要架桥')).toBe(
      '二要架桥，分两步： \n首先，备料。\n其次，动工。',
    );
    expect(covered(text('二要架桥，分两步:'), '二要架桥')).toBe(
      '二要架桥，分两步:\n首先，备料。\n其次，动工。',
    );
    expect(covered(text('二要架桥：快架。'), '二要架桥')).toBe('二要架桥：快架。');
  });

  it('do not come of a lone ordinal, of two sides, or of headings', () => {
    expect(outline('一是修渠。别的以后再说。\n')).toEqual([]);
    expect(outline('一方面要快，另一方面要稳。\n')).toEqual([]);
    expect(tree(outline('1.修渠\n修。\n2.架桥\n架。\n'))).toEqual(['1.修渠', '2.架桥']);
  });
});

describe('figures', () => {
  it('are those of everything inside, as the whole draft is counted', () => {
    const text = '一、修渠\n今年 修渠。\n（一）东渠\n东渠先修。一是挖；二是填。\n二、架桥\n明年架桥。\n';
    const draft = buildDraft(text, 'plain');
    const [first, second] = outlineOf(draft);
    expect([first?.characters, second?.characters]).toEqual([4 + 5 + 5 + 13, 4 + 5]);
    expect((first?.characters ?? 0) + (second?.characters ?? 0)).toBe(draft.characters);
    expect(first?.children[0]?.children.map(({ characters }) => characters)).toEqual([4, 4]);
    expect(first?.paragraphs.map(({ index }) => index)).toEqual([0, 3]);
  });
});

describe('laws', () => {
  const holds = (draft: Draft): void => {
    const check = (entries: readonly OutlineEntry[], within: { start: number; end: number }): void => {
      let before = within.start;
      for (const entry of entries) {
        expect(entry.start).toBeGreaterThanOrEqual(before);
        expect(contains(within, entry)).toBe(true);
        expect(contains(entry, entry.label)).toBe(true);
        expect(entry.start).toBe(entry.label.start);
        expect(entry.name).not.toMatch(/^\s*$|[\r\n]/u);
        expect(Array.from(entry.name).length).toBeLessThanOrEqual(30);
        const inner = entry.children.reduce((sum, { characters }) => sum + characters, 0);
        expect(entry.characters).toBeGreaterThanOrEqual(inner);
        expect(entry.characters).toBeGreaterThan(0);
        check(entry.children, entry);
        before = entry.end;
      }
    };
    check(outlineOf(draft), { start: 0, end: draft.text.length });
  };

  const LINES = [
    '一、修渠',
    '二、架桥。快架。架牢。',
    '（一）东渠',
    '（二）西渠。先修。',
    '1.种茶',
    '（1）养蜂',
    '一是快；二是好。三是省。',
    '一要修渠。',
    '二要架桥，分两步：',
    '第一，东桥。①这；②那。',
    '第二，西桥。',
    '最后，验收。',
    '# 讲话',
    '### 二、任务',
    '- 一是修。',
    '> 三是架。',
    '',
    '今天开会。',
  ];

  it.each(['plain', 'markdown'] as const)('entries of %s nest, in order, without overlap', (format) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 24 }), (lines) => {
        holds(buildDraft(lines.join('\n'), format));
        holds(buildDraft(lines.join('\r\n\r\n'), format));
      }),
      cases(300),
    );
  });

  it('hold for the drafts of the gold set', () => {
    for (const name of readdirSync('test/drafts').filter((one) => /\.(?:txt|md)$/u.test(one))) {
      const text = readFileSync(`test/drafts/${name}`, 'utf8');
      holds(buildDraft(text, name.endsWith('.md') ? 'markdown' : 'plain'));
    }
  });
});

describe('the last member of a list in a paragraph', () => {
  it('ends with its sentence, unless one before has several', () => {
    expect(covered('好。一是路通了。二是水清了。成绩要肯定。', '二是水清了')).toBe('二是水清了。');
    expect(covered('一是路通了。修了路。\n都好。二是水清了。成绩要肯定。', '二是水清了')).toBe(
      '二是水清了。',
    );
    expect(covered('有两条：一是路通了。路好；二是水清了。成绩要肯定。', '二是水清了')).toBe('二是水清了。');
    expect(covered('好。一是路通了。路好。二是水清了。成绩要肯定。', '二是水清了')).toBe(
      '二是水清了。成绩要肯定。',
    );
  });

  it('holds no list that begins behind it', () => {
    expect(tree(outline('有两条，一是快；二是好。还要记住，第一，早；第二，细。\n'))).toEqual([
      '一是快',
      '二是好',
      '第一，早',
      '第二，细',
    ]);
  });

  it('begins and ends with ink', () => {
    expect(covered('有两条。　一是快；　二是好。\n', '一是快')).toBe('一是快；');
  });

  it('is not ended by a sentence that sums up before the list', () => {
    const list = '一是动手早。三月就开工了。二是人手足。全村都上了堤。';
    expect(covered(`这些办法好。${list}这些办法明年还要用。`, '二是人手足')).toBe(
      '二是人手足。全村都上了堤。',
    );
  });

  const list = '一是动手早。三月就开工了。二是人手足。全村都上了堤。';

  it('ends before the sentence that sums the list up', () => {
    expect(covered(`${list}这些办法，明年还要用。散会。`, '二是人手足')).toBe('二是人手足。全村都上了堤。');
    expect(covered(`${list}这两个特点，大家都看见了。`, '二是人手足')).toBe('二是人手足。全村都上了堤。');
  });

  it('else goes to the end of the paragraph', () => {
    expect(covered(`${list}这里的人都会修渠。`, '二是人手足')).toBe(
      '二是人手足。全村都上了堤。这里的人都会修渠。',
    );
  });
});
