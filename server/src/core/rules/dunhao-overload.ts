import type { Sentence } from '../draft/model.js';
import { perParagraphAnd } from '../draft/perParagraph.js';
import { NAMED_TERMS } from '../lexicon/fixedTerms.js';
import { codesOf } from '../text/codes.js';
import { compileMatcher, type Matcher } from '../text/matcher.js';
import { defineRule } from './rule.js';

const DUNHAO = '、'.charCodeAt(0);

let namedTerms: Matcher | undefined;

/** Clauses with lists that make a sentence overloaded. */
const MIN_LISTS = 3;

/** A sentence of so many lists that nobody gets through it in one breath. */
export const dunhaoOverload = defineRule({
  id: 'dunhao-overload',
  title: { zh: '顿号过多', en: 'Too many enumeration commas' },
  reason: {
    zh: '一句里一串接一串地并列，念的人没有换气的地方，听的人一个也记不住。',
    en: 'List after list in one sentence leaves the speaker no breath and the listeners nothing to remember.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：一句的并列项不宜过多',
      en: 'Advice: not too many listed members in a sentence',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    maxPerSentence: {
      type: 'integer',
      default: 7,
      minimum: 2,
      maximum: 100,
      description: {
        zh: '一句话里最多几个顿号',
        en: 'The most 、 in a sentence',
      },
    },
  },
  messages: {
    many: {
      zh: '这句话里有 {count} 个顿号，超过 {max} 个，念着换不过气，请断开或者少举几项。',
      en: 'This sentence has {count} enumeration commas, over {max}; divide it or name fewer things.',
    },
    here: { zh: '第 {at} 个顿号', en: 'Enumeration comma {at}' },
  },
  check({ draft, options, words, report }) {
    const max = options.maxPerSentence;
    for (const paragraph of draft.paragraphs) {
      if (paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
      for (const { sentence, marks } of overloadsIn(paragraph, max, words.fixedTerms)) {
        const count = marks.length;
        const first = marks[0] ?? sentence.start;
        report({
          message: 'many',
          data: { count, max },
          span: paragraph.span(sentence.start, first + 1),
          related: marks.slice(1).map((at, i) => ({
            span: paragraph.span(at, at + 1),
            message: 'here',
            data: { at: i + 2 },
          })),
        });
      }
    }
  },
});

/** The sentences with list upon list of more than `max` 、, which stand at `marks`. */
const overloadsIn = perParagraphAnd(({ text, analysis }, max: number, own: readonly string[]) => {
  const found: { readonly sentence: Sentence; readonly marks: readonly number[] }[] = [];
  for (const sentence of analysis.sentences) {
    if (countMarks(text, sentence) <= max) continue;
    const lists = findLists(text, sentence, own);
    const marks = lists.flat();
    // One long list of names is easily read; it is list upon list that takes the breath away.
    if (marks.length > max && lists.length >= MIN_LISTS) found.push({ sentence, marks });
  }
  return found;
});

function countMarks(text: string, { start, end }: Sentence): number {
  let count = 0;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === DUNHAO) count++;
  return count;
}

/**
 * The offsets of the 、 of each clause that has some. In a string of fixed terms (马克思列宁主义、毛泽东思想、…) the
 * writer has no choice, and speakers know it by heart.
 */
function findLists(text: string, { clauses }: Sentence, own: readonly string[]): number[][] {
  const lists: number[][] = [];
  namedTerms ??= compileMatcher(NAMED_TERMS);
  for (const { start, end } of clauses) {
    const clause = text.slice(start, end);
    const afterTerms = new Set<number>();
    namedTerms.match(codesOf(clause), (_, termEnd) => afterTerms.add(termEnd));
    const marks: number[] = [];
    for (let at = clause.indexOf('、'); at >= 0; at = clause.indexOf('、', at + 1)) {
      const isAfterTerm = afterTerms.has(at) || own.some((term) => term !== '' && clause.endsWith(term, at));
      if (!isAfterTerm) marks.push(start + at);
    }
    if (marks.length > 0) lists.push(marks);
  }
  return lists;
}
