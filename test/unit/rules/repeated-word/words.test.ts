import { describe, expect, it } from 'vitest';
import type { Segmenter, TaggedWord } from '../../../../server/src/core/draft/model.js';
import { findingsOf } from '../findings.js';

const RULE = 'repeated-word';

/** A segmenter that knows some words, `全面:d`, and takes every other character for a word of its own, a verb. */
function knowing(words: string, asked: string[] = []): Segmenter {
  const known = words
    .split(' ')
    .map((word) => word.split(':'))
    .sort(([a = ''], [b = '']) => b.length - a.length);
  const cut = (text: string): TaggedWord[] => {
    const found: TaggedWord[] = [];
    for (let at = 0; at < text.length; at = found.at(-1)?.end ?? text.length) {
      const [word = text.charAt(at), tag = 'v'] =
        known.find(([each = '']) => text.startsWith(each, at)) ?? [];
      found.push({ start: at, end: at + word.length, text: word, tag });
    }
    return found;
  };
  return {
    id: 'jieba',
    segment: (text) => {
      asked.push(text);
      return cut(text);
    },
    tag: cut,
  };
}

/** The same words without their parts of speech. */
const withoutTags = (segmenter: Segmenter): Segmenter => ({
  id: segmenter.id,
  segment: (text) => segmenter.segment(text),
});

const found = (text: string, segmenter: Segmenter): number => findingsOf(RULE, text, { segmenter }).length;

describe('a modifier and the word behind it', () => {
  const TEXT = '村里人全面整顿茶园，各家人全面整顿道路。';

  it.each([
    ['全面 整顿:v', 1],
    ['全面 整顿:vn', 1],
    ['全面 整顿:nz', 1],
    ['全面 整顿:nr', 1],
    ['全面 整顿:a', 1],
    ['全面 整顿:n', 0],
    ['全面 整顿:nt', 0],
    ['全面 整顿:ns', 0],
    ['全面 整顿:ng', 0],
    ['全面 整顿:m', 0],
    ['全面 整顿:u', 0],
    ['全面 整顿:w', 0],
    ['全面 整顿:uj', 0],
    ['全面 整顿:ujx', 0],
    ['全面整顿:v', 1],
    ['全面整:n 顿:v', 0],
  ] as const)('is one where words are %s', (words, times) => {
    expect(found(TEXT, knowing(words))).toBe(times);
  });

  it.each(
    '整治 规范 谋划 筹划 筹备 指导 总结 动员 布局 申报 领会 利用 关心 对标 抓实 编制 计划 组织 引导 培训 评估 救治'
      .split(' ')
      .map((verb) => [verb]),
  )('is one before %s, even if that is taken for a noun', (verb) => {
    const text = TEXT.replaceAll('整顿', verb);
    expect(found(text, knowing(`全面 ${verb}:n`))).toBe(1);
    expect(found(text, knowing(`全面 ${verb}工作:n`))).toBe(1);
    expect(found(text.replaceAll(verb, `大${verb}`), knowing(`全面 大${verb}:n`))).toBe(0);
  });

  it('is one before whatever follows an adverb, and before 地', () => {
    expect(found(TEXT.replaceAll('全面', '切实'), knowing('切实 整顿:n'))).toBe(1);
    expect(found(TEXT.replaceAll('全面', '全面地'), knowing('全面 地:uv 整顿:n'))).toBe(1);
    expect(found(TEXT.replaceAll('全面', '全面的'), knowing('全面 的:v 整顿:v'))).toBe(0);
  });

  it.each([
    ['村里人全面，各家人全面。', 0],
    ['我们全面，他们全面。', 0],
    ['村里人全面、各家人全面：', 0],
    ['我们要切实，他们也要切实。', 0],
  ])('is none without a word behind it: %s', (text, times) => {
    expect(found(text, knowing('全面 切实'))).toBe(times);
  });

  it('is believed at the head of a clause where nothing is known of the word behind it', () => {
    const words = withoutTags(knowing('全面 整顿'));
    expect(found('我们要全面整顿茶园，他们也要全面整顿道路。', words)).toBe(1);
    expect(found(TEXT, words)).toBe(0);
  });

  it('is believed at the head of a clause where a word is cut across it', () => {
    const across = knowing('面整');
    expect(found('我们要全面整顿茶园，他们也要全面整顿道路。', across)).toBe(1);
    expect(found(TEXT, across)).toBe(0);
    expect(found('我们要全面，他们也要全面。', knowing('全'))).toBe(0);
    expect(found('我们要全面的好，他们也要全面的好。', knowing('全'))).toBe(0);
    expect(found('我们要全面整顿茶园，他们也要全面整顿道路。', knowing('要全'))).toBe(0);
  });
});

describe('a verb and a noun', () => {
  it('are words of their own', () => {
    const verb = '要加强组织领导，使茶站的力量得到加强。';
    expect(found(verb, knowing('加强'))).toBe(1);
    expect(found(verb, knowing('加强组织'))).toBe(0);
    expect(found(verb, knowing('得到加强 加强'))).toBe(0);
    const noun = '学好茶站的工作规程，理顺各村采摘工作的次序，使全年工作有章可循。';
    expect(found(noun, knowing('工作'))).toBe(1);
    expect(found(noun, knowing('工作规程 工作'))).toBe(0);
    expect(found(noun, knowing('摘工 工作'))).toBe(0);
    expect(found(noun, knowing('工作有 工作'))).toBe(0);
  });

  it('have their object behind them', () => {
    const text = '要大力改善茶园的道路，添置车辆，持续改善茶园的水源。';
    expect(found(text, knowing('改善 茶园'))).toBe(1);
    expect(found(text, knowing('善茶 茶园'))).toBe(0);
  });
});

describe('what is asked of the segmenter', () => {
  const asked = (text: string): string[] => {
    const texts: string[] = [];
    findingsOf(RULE, text, { segmenter: knowing('全面 整顿', texts) });
    return texts;
  };

  it('is the stretch from one ， to the next, once', () => {
    expect(asked('天晴了，村里人全面整顿茶园，下雨了，各家人全面整顿道路，起风了。')).toEqual([
      '村里人全面整顿茶园，',
      '各家人全面整顿道路，',
    ]);
    expect(asked('村里人全面整顿1，000亩茶园，各家人全面整顿道路。')).toEqual([
      '村里人全面整顿1，000亩茶园，',
      '各家人全面整顿道路。',
    ]);
    expect(asked('村里人全面整顿1，亩茶园，各家人全面整顿，5里道路。')).toEqual([
      '村里人全面整顿1，',
      '各家人全面整顿，',
    ]);
    expect(asked('村里人全面整顿１，０００亩茶园；各家人全面整顿道路。')).toEqual([
      '村里人全面整顿１，０００亩茶园；各家人全面整顿道路。',
    ]);
  });

  it('is nothing where no word comes back', () => {
    expect(asked('村里人全面整顿茶园。各家人全面整顿道路。')).toEqual([]);
  });
});

describe('what stands in a sentence', () => {
  const words = knowing('全面 认真 整顿 切实');

  it.each([
    ['村里人说“全面整顿茶园”，各家人全面整顿道路。', 0],
    ['村里人说“全面”整顿茶园，各家人全面整顿道路。', 0],
    ['“村里人全面整顿茶园”，各家人全面整顿道路。', 0],
    ['村里人全面整顿“茶园”，各家人全面整顿道路。', 1],
    ['全面从严治党，各家人全面整顿道路。', 0],
    ['全面、从严治党，各家人全面整顿道路。', 0],
    ['全面从严整顿，各家人全面整顿道路。', 1],
    ['村里人全面整顿茶园。各家人全面整顿道路。', 0],
    ['天晴了。村里人全面整顿茶园，各家人全面整顿道路。村里人好。', 1],
    ['村里人全面整顿茶园，一是各家人全面整顿道路。', 0],
    ['一是村里人全面整顿茶园，各家人全面整顿道路。', 1],
    ['村里人全，面整顿茶园，各家人全面整顿道路。', 0],
  ] as const)('counts outside quotations and named terms: %s', (text, times) => {
    expect(found(text, words)).toBe(times);
  });

  it('is typed twice in a row only within one sentence and outside quotations', () => {
    const twice = (text: string) =>
      findingsOf(RULE, text, { segmenter: words }).map(({ span }) => span.start);
    expect(twice('村里人认真认真整顿茶园。')).toEqual([5]);
    expect(twice('村里人认真认真整顿茶园，认真认真整顿道路。')).toEqual([5, 14]);
    expect(twice('村里人“认真认真整顿”茶园。')).toEqual([]);
    expect(twice('认真认真。')).toEqual([2]);
  });

  it('leads a modifier without its ordinal and blanks', () => {
    const untagged = withoutTags(knowing('全面 整顿'));
    expect(found('一是全面整顿茶园，各家人也全面整顿道路。', untagged)).toBe(1);
    expect(found('　 全面整顿茶园，各家人也全面整顿道路。', untagged)).toBe(1);
    expect(found('村里人全面整顿茶园，各家人也全面整顿道路。', untagged)).toBe(0);
  });

  it('is looked at up to a hundred places of one word', () => {
    const many = Array.from(
      { length: 120 },
      (_, i) => `${'甲乙丙丁戊己庚'.charAt(i % 7)}${String(i)}人全面整顿`,
    );
    expect(found(`${many.join('，')}。`, words)).toBeLessThanOrEqual(100);
  });
});
