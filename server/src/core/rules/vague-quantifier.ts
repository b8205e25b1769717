import { perParagraphAnd } from '../draft/perParagraph.js';
import { gather, type Place } from './punctuation/gather.js';
import { defineRule } from './rule.js';

/** What makes one of the words part of another (有关部门 is a name for somebody, 一定要 a command). */
const OTHERWISE = /^(?:有关(?:部门|单位|方面|规定|法律|人员)|一定(?:要|会|能|得|不)|明显(?:不足|低于|高于))/u;

/** A degree without a measure. True of much good prose too, so the rule waits to be asked for. */
export const vagueQuantifier = defineRule({
  id: 'vague-quantifier',
  title: { zh: '模糊量词', en: 'Vague quantity' },
  reason: {
    zh: '“较好”“大量”听上去说了，其实没说；有数字就报数字，没有数字就说一件事。',
    en: 'Words like “较好” sound like a statement and are none; give the figure, or tell one case.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：反对空话，提倡短、实、新',
      en: 'Advice: against empty talk, for the short, the solid and the new',
    },
  },
  severity: 'off',
  fix: 'none',
  needsWords: false,
  options: {
    words: {
      type: 'words',
      default: ['有关', '较好', '较高', '一些', '一定', '大量', '若干', '明显'],
      description: { zh: '哪些词算模糊的量', en: 'The words that count as vague' },
    },
  },
  messages: {
    vague: {
      zh: '“{word}”这样没有分量的词全文有 {count} 处，有数字的换成数字，没有的举一件事。',
      en: 'There are {count} vague words like “{word}” in this draft; give a figure, or tell one case.',
    },
    here: { zh: '这里也是', en: 'Another one' },
  },
  check({ draft, options, report }) {
    const places: Place[] = [];
    let word = '';
    for (const paragraph of draft.paragraphs) {
      for (const [start, found] of vagueIn(paragraph, options.words)) {
        word ||= found;
        places.push({ span: paragraph.span(start, start + found.length), edits: [] });
      }
    }
    const gathered = gather(places, { message: 'vague', related: 'here', data: { word } });
    if (gathered !== undefined) report(gathered);
  },
});

const vagueIn = perParagraphAnd(({ text }, words: readonly string[]) =>
  wordsIn(text, words).filter(([start]) => !OTHERWISE.test(text.slice(start, start + 6))),
);

/** Where the words stand in a text, in order. */
function wordsIn(text: string, words: readonly string[]): (readonly [start: number, word: string])[] {
  const found: (readonly [number, string])[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, word]);
  }
  return found.sort(([a], [b]) => a - b);
}
