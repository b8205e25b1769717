import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/core/finding.js';
import { edit, plant, type Fault } from '../evaluate/fault.js';
import { isMet, scoreGold, type Gold, type GoldEntry } from '../evaluate/gold.js';
import { isFound } from '../evaluate/plant.js';
import { planters } from '../evaluate/planters/index.js';
import { Random } from '../evaluate/random.js';
import { findSeries } from '../evaluate/series.js';
import { makeSource, type Source } from '../evaluate/source.js';

function finding(
  rule: string,
  start: number,
  end: number,
  related: readonly [number, number][] = [],
): Finding {
  return {
    rule,
    severity: 'warning',
    message: 'm',
    span: { start, end },
    related: related.map(([from, to]) => ({ span: { start: from, end: to }, message: 'm' })),
    fixes: [],
  };
}

function plain(...lines: string[]): Source {
  return makeSource('draft.txt', 'test', 'plain', lines.join('\n'));
}

/** What each fault of a kind makes of the text. */
function planted(kind: string, source: Source): { fault: Fault; text: string; places: string[] }[] {
  const planter = planters.find((candidate) => candidate.kind === kind);
  return (planter?.propose(source, new Random(7)) ?? []).map((fault) => {
    const { text, places } = plant(source, fault);
    return { fault, text, places: places.map(({ start, end }) => text.slice(start, end)) };
  });
}

describe('gold', () => {
  const gold: Gold = {
    draftPath: 'd.txt',
    format: 'plain',
    text: '\u00A0同志们：\n甲乙丙丁，甲乙。\n',
    entries: [],
  };
  const entry = (line: number, startText: string, rule = 'r'): GoldEntry => ({
    line,
    startText,
    rule,
    verdict: 'must-flag',
    why: '',
  });

  it('is met by a finding that shares one character with the words, and not by its neighbour', () => {
    expect(isMet(gold, entry(2, '丙丁'), [finding('r', 9, 12)])).toBe(true);
    expect(isMet(gold, entry(2, '丙丁'), [finding('r', 6, 8)])).toBe(false);
    expect(isMet(gold, entry(2, '丙丁'), [finding('other', 8, 10)])).toBe(false);
  });

  it('is met by a related place, and by a blank that begins the words', () => {
    expect(isMet(gold, entry(2, '丙丁'), [finding('r', 0, 1, [[8, 9]])])).toBe(true);
    expect(isMet(gold, entry(1, '\u00A0同志们'), [finding('r', 0, 1)])).toBe(true);
  });

  it('means the first occurrence on the line, and refuses words that do not stand there', () => {
    expect(isMet(gold, entry(2, '甲乙'), [finding('r', 6, 8)])).toBe(true);
    expect(isMet(gold, entry(2, '甲乙'), [finding('r', 11, 13)])).toBe(false);
    expect(() => isMet(gold, entry(1, '甲乙'), [])).toThrow(/does not stand there/u);
  });

  it('takes a finding anywhere for the two rules that judge the whole draft', () => {
    expect(isMet(gold, entry(2, '丙丁', 'overused-word'), [finding('overused-word', 0, 1)])).toBe(true);
  });

  it('counts what was found, what was wrongly said and what nobody judged', () => {
    const judged: Gold = {
      ...gold,
      entries: [entry(2, '丙丁'), { ...entry(1, '同志们'), verdict: 'must-not-flag' }],
    };
    const [score] = scoreGold(judged, [finding('r', 8, 9), finding('r', 1, 2), finding('r', 12, 13)], ['r']);
    expect(score?.mustFound).toHaveLength(1);
    expect(score?.wrong).toHaveLength(1);
    expect(score?.unjudged.map(({ span }) => span.start)).toEqual([12]);
  });
});

describe('a planted fault is found', () => {
  const source = plain('甲乙丙丁戊己。');
  const fault: Fault = { variant: '', edits: [edit(2, 4, 'XXXXX')], places: [{ start: 2, end: 4 }] };

  it('by something new that overlaps its place in the planted text', () => {
    const after = plant(source, fault);
    expect(after.text).toBe('甲乙XXXXX戊己。');
    expect(isFound(source.text, [], after, [finding('r', 6, 7)])).toBe(true);
    expect(isFound(source.text, [], after, [finding('r', 7, 8)])).toBe(false);
    expect(isFound(source.text, [], after, [finding('r', 8, 9, [[3, 4]])])).toBe(true);
  });

  it('not by what was said of the clean text already, moved as the edit moved it', () => {
    const wide: Fault = { ...fault, places: [{ start: 0, end: 7 }] };
    const after = plant(source, wide);
    expect(isFound(source.text, [finding('r', 4, 6)], after, [finding('r', 7, 9)])).toBe(false);
    expect(isFound(source.text, [finding('r', 4, 6)], after, [finding('r', 7, 10)])).toBe(true);
    // The same span with other words in it is a new finding.
    expect(isFound(source.text, [finding('r', 0, 7)], after, [finding('r', 0, 10)])).toBe(true);
  });

  it('at a place that an insertion made', () => {
    const inserted: Fault = { variant: '', edits: [edit(3, 3, '　')], places: [{ start: 3, end: 3 }] };
    const after = plant(source, inserted);
    expect(after.places).toEqual([{ start: 3, end: 4 }]);
    expect(isFound(source.text, [finding('r', 3, 4)], after, [finding('r', 4, 5)])).toBe(false);
  });
});

describe('series', () => {
  it('are taken only when complete and unmistakable', () => {
    expect(findSeries(plain('一、甲', '正文', '二、乙', '三、丙')).map(({ family }) => family)).toEqual([
      '一、',
    ]);
    expect(findSeries(plain('一、甲', '三、丙', '四、丁'))).toEqual([]);
    expect(findSeries(plain('要点：一是甲；二是乙；三是丙。'))).toMatchObject([
      { shape: 'inline', family: '一是' },
    ]);
    expect(findSeries(plain('一是甲。其中一是子，二是丑。', '二是乙。', '三是丙。'))).toEqual([]);
  });

  it('end at a higher heading and begin again', () => {
    const found = findSeries(
      plain('一、甲', '（一）子', '（二）丑', '（三）寅', '二、乙', '（一）卯', '（二）辰'),
    );
    expect(found.map(({ family, members }) => [family, members.length])).toEqual([['（一）', 3]]);
  });
});

describe('planters', () => {
  const body = '这一段写得足够长，有好几个分句，足以算作正文里的一句话，供植入错误的程序使用，不再多说。';

  it('change an announced count both ways and keep its script', () => {
    const source = plain('下面，我讲三点意见。', '一、甲', body, '二、乙', body, '三、丙', body);
    expect(planted('announced count changed', source).map(({ text }) => text.slice(0, 10))).toEqual([
      '下面，我讲四点意见。',
      '下面，我讲两点意见。',
    ]);
    expect(
      planted('announced count changed', plain('抓好3个方面：一是甲；二是乙；三是丙。'))[0]?.text,
    ).toMatch(/^抓好4个/u);
  });

  it('leave alone a number that may not mean the list', () => {
    expect(planted('announced count changed', plain('做到“两个维护”：一是甲；二是乙；三是丙。'))).toEqual([]);
    expect(planted('announced count changed', plain('抓好四个方面：一是甲；二是乙；三是丙。'))).toEqual([]);
  });

  it('put in true announcements as controls', () => {
    const source = plain('要下大力气来抓。一是甲；二是乙；三是丙。');
    const found = planted('announced count changed', source);
    expect(found.map(({ fault }) => fault.control === true)).toEqual([true, false, false]);
    expect(found[0]?.text).toContain('以下三个方面工作：一是甲');
    expect(found[1]?.places).toEqual(expect.arrayContaining(['重点是做好以下四个方面工作：', '三是丙。']));
  });

  it('lose and double ordinals inside a series only', () => {
    const source = plain('一、甲', '二、乙', '三、丙');
    expect(planted('ordinal lost', source).map(({ text }) => text)).toEqual([
      '一、甲\n乙\n三、丙',
      '一、甲\n三、丙',
    ]);
    expect(planted('ordinal doubled', source)[0]?.text).toMatch(
      /^一、甲\n(?:一、乙\n三、丙|二、乙\n二、丙)$/u,
    );
  });

  it('delete one mark of a pair, and none that a quotation over paragraphs may do without', () => {
    const pair = plain(`${body}要坚持“质量第一”的方针。`);
    expect(planted('mark lost', pair).map(({ text }) => text.slice(-10))).toEqual(
      expect.arrayContaining(
        ['坚持质量第一”的方针。', '坚持“质量第一的方针。'].map((text) => text.slice(-10)),
      ),
    );
    const running = plain(`“${body}”`, `“${body}”`);
    expect(planted('mark lost', running).map(({ fault }) => fault.variant)).toEqual(
      expect.arrayContaining(['“ opening', '“ closing']),
    );
    expect(planted('mark lost', running).some(({ text }) => text.startsWith(`“${body}\n`))).toBe(false);
  });

  it('join paragraphs and sentences just over the limit', () => {
    const paragraph = body.repeat(5);
    for (const { text, places } of planted(
      'paragraphs run together',
      plain(paragraph, paragraph, paragraph),
    )) {
      expect(text.split('\n')).toHaveLength(2);
      expect(places[0]).toHaveLength(paragraph.length * 2);
    }
    const [sentence] = planted('sentences run together', plain(body.repeat(3)));
    expect(sentence?.places[0]).toBe(`${body.slice(0, -1)}，${body.slice(0, -1)}，${body}`);
  });

  it('double a modifier once, never in a list and never to a third', () => {
    const source = plain(`要切实加强领导，推进各项工作，让群众放心满意。${body}`);
    expect(planted('modifier doubled', source).map(({ text }) => text.slice(0, 16))).toEqual([
      '要切实加强领导，切实推进各项工作',
    ]);
    const full = plain(`要切实加强领导，切实改进作风，推进各项工作，让群众放心。${body}`);
    expect(planted('modifier doubled', full)).toEqual([]);
    expect(planted('modifier doubled', plain(`一是切实加强领导，推进各项工作。${body}`))).toEqual([]);
  });

  it('plant nothing into code, tables or front matter', () => {
    const markdown = makeSource(
      'a.md',
      'test',
      'markdown',
      `---\ntitle: ${body}\n---\n\n\`\`\`\n${body}\n\`\`\`\n\n| ${body} |\n`,
    );
    for (const planter of planters) expect(planter.propose(markdown, new Random(1))).toEqual([]);
  });

  it('are the same for the same seed', () => {
    const source = plain(...Array.from({ length: 12 }, (_, index) => `第${index}节，${body}`));
    for (const planter of planters) {
      expect(planter.propose(source, new Random(3))).toEqual(planter.propose(source, new Random(3)));
    }
  });
});
