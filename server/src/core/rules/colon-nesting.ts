import type { Prose, Sentence } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import { OPAQUE } from '../text/characters.js';
import { isQuoted } from './punctuation/surroundings.js';
import { defineRule } from './rule.js';

/** The longest label: 时间：上午九点；地点：镇礼堂. */
const LABEL_MAX = 6;

/** Verbs whose colon governs all that is said. */
const ANNOUNCING = /(?:指出|强调|要求|提出|认为|表示)$/u;

/** Whom the speech addresses: the colon after it announces the speech. */
const SALUTATION = /(?:们|来宾|领导|代表|委员|朋友|先生|女士|同志|老师|同学)$/u;

/** A colon inside what another colon of the same sentence announces. */
export const colonNesting = defineRule({
  id: 'colon-nesting',
  title: { zh: '冒号套用', en: 'Nested colons' },
  reason: {
    zh: '冒号一管管到句末，一句里套两个，听的人分不清哪句话是谁说的。',
    en: 'A colon governs all up to the full stop; with two in a sentence listeners cannot tell who said what.',
  },
  norm: {
    level: 'national-standard-unchecked',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）关于冒号的规定（条款未核对）',
      en: 'General rules for punctuation (GB/T 15834-2011) on the colon (clause unchecked)',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    nested: {
      zh: '这一句里套了 {count} 个冒号，“{words}”已在前一个冒号管的范围里，请断成两句，或者把其中一个改成逗号。',
      en: 'This sentence has {count} colons, and “{words}” stands inside what the first one announces; make two sentences, or write a comma.',
    },
    outer: { zh: '前一个冒号在这里', en: 'The first colon is here' },
  },
  check({ draft, report }) {
    for (const paragraph of draft.paragraphs) {
      if (paragraph.kind === 'cell' || paragraph.kind === 'heading') continue;
      for (const colons of nestings(paragraph)) {
        const [outer, inner] = colons;
        if (outer === undefined || inner === undefined) continue;
        const place = (at: number) => ({ start: wordsBefore(paragraph.text, at), end: at + 1 });
        const { start, end } = place(inner);
        const first = place(outer);
        const data = { count: colons.length, words: paragraph.text.slice(start, end) };
        report({
          message: 'nested',
          data,
          span: paragraph.span(start, end),
          related: [{ span: paragraph.span(first.start, first.end), message: 'outer', data }],
        });
      }
    }
  },
});

/** By sentence that has several: its colons, of which the later stand inside what the first announces. */
const nestings = perParagraph((content): readonly (readonly number[])[] => {
  const { text, analysis } = content;
  if (text.indexOf('：') === text.lastIndexOf('：')) return [];
  return analysis.sentences
    .map((sentence) => nestedColons(content, sentence))
    .filter((colons) => colons.length > 1);
});

function nestedColons(paragraph: Prose, sentence: Sentence): number[] {
  const { text, analysis } = paragraph;
  const colons: number[] = [];
  // What stands for code may end with a mark of its own; and a colon that ends the paragraph announces what follows it.
  if (text.slice(sentence.start, sentence.end).includes(OPAQUE)) return colons;
  for (
    let at = text.indexOf('：', sentence.start);
    at >= 0 && at < sentence.end;
    at = text.indexOf('：', at + 1)
  ) {
    if (
      at === text.length - 1 ||
      isFigure(text, at) ||
      isQuoted(paragraph, at) ||
      isBracketed(text, sentence.start, at)
    )
      continue;
    if (isLabel(text, sentence.start, at)) continue;
    // What a colon quotes ends with the quotation: 甲说：“……”，乙说：“……”
    if (analysis.quotations.some(({ start }) => start === at + 1)) continue;
    colons.push(at);
  }
  return colons;
}

function isFigure(text: string, at: number): boolean {
  return (
    /[0-9０-９一二三四五六七八九十]/u.test(text.charAt(at - 1)) &&
    /[0-9０-９一二三四五六七八九十]/u.test(text.charAt(at + 1))
  );
}

function isBracketed(text: string, from: number, at: number): boolean {
  const before = text.slice(from, at);
  return before.lastIndexOf('（') > before.lastIndexOf('）');
}

/** A few words at the start of the sentence or of a member of a list: they head what follows and announce nothing. */
function isLabel(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - LABEL_MAX - 1), at);
  if (SALUTATION.test(before)) return true;
  if (ANNOUNCING.test(before)) return false;
  const pause = Math.max(...Array.from('，；。、）', (mark) => before.lastIndexOf(mark)));
  return pause < 0 ? at - from <= LABEL_MAX : '；、'.includes(before.charAt(pause));
}

/** Where the words that the colon closes begin: its clause, or of a long one the last word. */
function wordsBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) start--;
  return at - start <= 10 ? start : at - 2;
}
