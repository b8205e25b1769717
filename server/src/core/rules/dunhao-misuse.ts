import type { Paragraph } from '../draft/model.js';
import { perParagraphAnd } from '../draft/perParagraph.js';
import type { Span } from '../text/span.js';
import { memberBefore } from './punctuation/surroundings.js';
import { defineRule } from './rule.js';

/** Words that open a new clause: the list that 、 joins is over before them. */
const CLAUSE_OPENERS = [
  '才能',
  '才会',
  '从而',
  '进而',
  '并且',
  '而且',
  '但是',
  '因此',
  '因而',
  '所以',
  '否则',
  '然而',
  '直至',
  '以致',
  '使得',
  '以便',
] as const;

/** A compound of two words that is one term: 通报表彰 is praise, while 通报 alone reads as a reprimand. */
const COMPOUNDS = ['通报、表彰', '通报、批评'] as const;

/** Two numbers side by side with a measure word of everyday estimates. 二、三季度 and 三、四年级 are two things. */
const ESTIMATE =
  /(?<![第0-9零一二三四五六七八九十百千万、两])([一二三四五六七八])、([二三四五六七八九])(?=[个天次位人里斤岁家户遍])/gu;

const DIGITS = '零一二三四五六七八九';

/** The pause mark of lists where a comma or nothing belongs. */
export const dunhaoMisuse = defineRule({
  id: 'dunhao-misuse',
  title: { zh: '顿号误用', en: 'Misplaced enumeration comma' },
  reason: {
    zh: '顿号后面念的人停得短，会把结果当成又一个并列项念过去。',
    en: 'A speaker pauses only briefly at 、 and reads the result as one more member of the list.',
  },
  norm: {
    level: 'national-standard-unchecked',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）关于顿号的规定（条款未核对）',
      en: 'General rules for punctuation (GB/T 15834-2011) on the enumeration comma (clause unchecked)',
    },
  },
  severity: 'warning',
  fix: 'suggested',
  needsWords: false,
  options: {
    before: {
      type: 'words',
      default: CLAUSE_OPENERS,
      description: {
        zh: '前面不该用顿号的词',
        en: 'Words that 、 does not stand before',
      },
    },
    compounds: {
      type: 'words',
      default: COMPOUNDS,
      description: {
        zh: '本是一个词、中间不该用顿号的说法，带着顿号写',
        en: 'Single terms that are wrongly divided, written with their 、',
      },
    },
  },
  messages: {
    clause: {
      zh: '“{word}”引出的是结果或转折，不是又一个并列项，它前面的顿号请改成逗号。',
      en: '“{word}” opens a new clause and is no further member of the list; write ， instead of 、 before it.',
    },
    compound: {
      zh: '“{joined}”是一个词，中间的顿号请删去。',
      en: '“{joined}” is one term; delete the 、 inside it.',
    },
    estimate: {
      zh: '“{joined}”表示大概的数目，中间不用顿号，请删去。',
      en: '“{joined}” is an estimate and takes no 、; delete it.',
    },
    comma: { zh: '把顿号改成逗号', en: 'Write ， instead of 、' },
    delete: { zh: '删去顿号', en: 'Delete 、' },
  },
  check({ draft, options, report }) {
    for (const paragraph of draft.paragraphs) {
      for (const { start, end } of clausesOpened(paragraph, options.before)) {
        const mark = paragraph.span(start, start + 1);
        report({
          message: 'clause',
          data: { word: paragraph.text.slice(start + 1, end) },
          span: paragraph.span(start, end),
          fixes: [{ title: 'comma', safe: false, edits: [{ span: mark, text: '，' }] }],
        });
      }
      for (const { at, whole, message } of joinedWords(paragraph, options.compounds)) {
        report({
          message,
          data: { joined: whole.replace('、', '') },
          span: paragraph.span(at, at + whole.length),
          fixes: [deletion(paragraph, at + whole.indexOf('、'))],
        });
      }
    }
  },
});

/** Each 、 before a word that opens a clause, with the word. */
const clausesOpened = perParagraphAnd(({ text }, openers: readonly string[]): readonly Span[] => {
  if (!text.includes('、')) return [];
  const pattern = patternOf(openers);
  if (pattern === undefined) return [];
  const found: Span[] = [];
  for (const { index, 1: word = '' } of text.matchAll(pattern))
    if (opensClause(text, index, word)) found.push({ start: index, end: index + 1 + word.length });
  return found;
});

/** That of the words which were looked for last: a draft has one list of them. */
let last: { readonly openers: readonly string[]; readonly pattern: RegExp | undefined } | undefined;

function patternOf(openers: readonly string[]): RegExp | undefined {
  if (last?.openers !== openers) {
    const words = alternatives(openers);
    last = { openers, pattern: words === '' ? undefined : new RegExp(`、(${words})`, 'gu') };
  }
  return last.pattern;
}

function alternatives(words: readonly string[]): string {
  return words
    .filter((word) => word !== '')
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'))
    .join('|');
}

/** What may follow 才能 where it is the noun: 品德、才能和作风; 聪明、才能出众. */
const AFTER_NOUN = /^(?:[，。、；：！？”’》）和与及或等的之者是]|出众|突出|特长|专长|智慧|学识|水平|素质|$)/u;

/** Words that are named rather than used (虽然、但是) and the noun 才能 open no clause. */
function opensClause(text: string, at: number, word: string): boolean {
  const rest = text.slice(at + 1 + word.length, at + 5 + word.length);
  if (!/^[\p{L}\p{N}“‘《]/u.test(rest)) return false;
  if (/^(?:等|之类|这[类些样两几])/u.test(rest)) return false;
  // A list of talents has short members; a condition is a clause.
  return word !== '才能' || (!AFTER_NOUN.test(rest) && memberBefore(text, at).length >= 4);
}

interface JoinedWord {
  readonly at: number;
  readonly whole: string;
  readonly message: 'compound' | 'estimate';
}

const joinedWords = perParagraphAnd(({ text }, compounds: readonly string[]): readonly JoinedWord[] => {
  const found: JoinedWord[] = [];
  if (!text.includes('、')) return found;
  for (const whole of compounds) {
    if (!whole.includes('、')) continue;
    for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + whole.length)) {
      found.push({ at, whole, message: 'compound' });
    }
  }
  for (const match of text.matchAll(ESTIMATE)) {
    const [whole, low = '', high = ''] = match;
    if (DIGITS.indexOf(high) === DIGITS.indexOf(low) + 1) {
      found.push({ at: match.index, whole, message: 'estimate' });
    }
  }
  return found;
});

function deletion(paragraph: Paragraph, at: number) {
  return {
    title: 'delete',
    safe: false,
    edits: [{ span: paragraph.span(at, at + 1), text: '' }],
  } as const;
}
