import { perParagraphAnd } from '../draft/perParagraph.js';
import type { GuideWords } from '../guide.js';
import { pleonasms } from '../lexicon/pleonasms.js';
import { compilePhrases, type Phrase, type PhraseHit, type PhraseTable } from '../text/phrases.js';
import { contains } from '../text/span.js';
import { FixedPlaces, isMentioned, isTitled, replacement } from './lexical/place.js';
import { defineRule } from './rule.js';

/** Words that say the same thing twice. */
export const pleonasm = defineRule({
  id: 'pleonasm',
  title: { zh: '语义重复', en: 'Pleonasm' },
  reason: {
    zh: '“目的是为了”“超过三百户以上”，一个意思说了两遍，删去一半更有力。',
    en: 'Half of “more than three hundred and above” says it all; the other half only weakens it.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：删去语义重复的字词，通行的病句辨析材料都有列举',
      en: 'Advice: strike out what says the same again, as guides to usage list it',
    },
  },
  severity: 'warning',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    twice: {
      zh: '“{wrong}”一个意思说了两遍，用“{right}”就够了。',
      en: '“{wrong}” says one thing twice; “{right}” is enough.',
    },
    bound: {
      zh: '前面已经限定了数目，这里的“{wrong}”重复，请删去一个。',
      en: 'The figure has been bounded before; strike out “{wrong}” or the word in front.',
    },
    replace: { zh: '改为“{right}”', en: 'Write “{right}”' },
    delete: { zh: '删去“{wrong}”', en: 'Strike out “{wrong}”' },
  },
  check({ draft, words, report }) {
    for (const paragraph of draft.paragraphs) {
      for (const hit of hitsIn(paragraph, words)) {
        const { wrong, rights } = hit.phrase;
        const bound = rights[0] === '';
        report({
          message: bound ? 'bound' : 'twice',
          data: { wrong, right: rights.join('”或“') },
          span: paragraph.span(hit.start, hit.end),
          fixes: rights.flatMap((right) => {
            const edit = replacement(paragraph, hit, right);
            if (edit === undefined) return [];
            const title = bound ? ('delete' as const) : ('replace' as const);
            return [{ title, data: { wrong, right }, safe: false, edits: [edit] }];
          }),
        });
      }
    }
  },
});

let table: PhraseTable<Phrase> | undefined;

const hitsIn = perParagraphAnd((content, words: GuideWords): readonly PhraseHit<Phrase>[] => {
  table ??= compilePhrases(pleonasms());
  const hits = table.find(content);
  if (hits.length === 0) return hits;
  const fixed = new FixedPlaces(words.fixedTerms).find(content.text);
  return hits.filter(
    (hit) =>
      !isMentioned(content, hit) && !isTitled(content, hit) && !fixed.some((place) => contains(place, hit)),
  );
});
