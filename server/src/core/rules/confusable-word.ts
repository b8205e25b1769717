import { perParagraphAnd } from '../draft/perParagraph.js';
import type { GuideWords } from '../guide.js';
import { knownConfusables, type ConfusableWord } from '../lexicon/confusableWords.js';
import { compilePhrases, type PhraseTable } from '../text/phrases.js';
import { contains, type Span } from '../text/span.js';
import {
  FixedPlaces,
  isMentioned,
  isPeriodProse,
  isStatute,
  isTitled,
  replacement,
} from './lexical/place.js';
import { defineRule } from './rule.js';

/** A wrong character, an outdated form, or a word taken for another. */
export const confusableWord = defineRule({
  id: 'confusable-word',
  title: { zh: '易错字词', en: 'Confusable word' },
  reason: {
    zh: '“部署”写成“布署”、“截至”写成“截止”，印发出去就是硬伤，拼音输入时最容易选错。',
    en: 'A wrong homophone picked from the input method is an embarrassment once the text is printed.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：用字以《现代汉语词典》为准，异形词参考《第一批异形词整理表》，“作出”“截至”等从公文通行写法',
      en: 'Advice: the forms of the Dictionary of Modern Chinese, the table of variant words, and official usage',
    },
  },
  severity: 'warning',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    wrong: { zh: '“{wrong}”有错字，应为“{right}”，请改正。', en: '“{wrong}” is misspelt; write “{right}”.' },
    variant: {
      zh: '“{wrong}”是旧的写法，现在通行“{right}”，请统一。',
      en: '“{wrong}” is an outdated form; write “{right}”.',
    },
    context: {
      zh: '这里的“{wrong}”应为“{right}”，请核对。',
      en: '“{wrong}” is not the word for this place; “{right}” is meant.',
    },
    house: {
      zh: '“{wrong}”不合本单位的写法，请写作“{right}”。',
      en: '“{wrong}” is not how this house writes it; write “{right}”.',
    },
    replace: { zh: '改为“{right}”', en: 'Write “{right}”' },
  },
  check({ draft, words, report }) {
    const statute = isStatute(draft);
    let period: boolean | undefined;
    for (const paragraph of draft.paragraphs) {
      for (const hit of hitsIn(paragraph, words)) {
        const { wrong, right, kind } = hit;
        if (kind === 'variant' && (period ??= isPeriodProse(draft))) continue;
        // Statutes write 做出决定 as a matter of course.
        if (statute && wrong === '做出' && kind !== 'house') continue;
        const edit = replacement(paragraph, hit, right);
        report({
          message: kind,
          data: { wrong, right },
          span: paragraph.span(hit.start, hit.end),
          fixes:
            edit === undefined
              ? []
              : [{ title: 'replace', data: { right }, safe: kind === 'wrong', edits: [edit] }],
        });
      }
    }
  },
});

/** A form that is not right where it stands, whatever the rest of the draft is. */
interface Hit extends Span {
  readonly wrong: string;
  readonly right: string;
  readonly kind: ConfusableWord['kind'];
}

const hitsIn = perParagraphAnd((content, words: GuideWords): readonly Hit[] => {
  const hits = tableFor(words).find(content);
  if (hits.length === 0) return [];
  const fixed = new FixedPlaces(words.fixedTerms).find(content.text);
  return hits.flatMap(({ start, end, phrase: { wrong, rights, kind } }) => {
    const hit = { start, end, wrong, right: rights[0] ?? '', kind };
    if (kind === 'house') return hit;
    if (isMentioned(content, hit) || fixed.some((place) => contains(place, hit))) return [];
    return kind !== 'wrong' && isTitled(content, hit) ? [] : hit;
  });
});

let known: { readonly words: ConfusableWord[]; readonly table: PhraseTable<ConfusableWord> } | undefined;

/** The known forms with the writer's own, who has the last word on a form that both name. */
function tableFor({ confusableWords }: GuideWords): PhraseTable<ConfusableWord> {
  if (known === undefined) {
    const words = knownConfusables();
    known = { words, table: compilePhrases(words) };
  }
  const own = Object.entries(confusableWords);
  if (own.length === 0) return known.table;
  const cached = houseTables.get(confusableWords);
  if (cached !== undefined) return cached;
  const house = own.map(([wrong, right]): ConfusableWord => ({
    wrong,
    rights: [right],
    before: undefined,
    after: undefined,
    kind: 'house',
  }));
  // A form that is its own right form is never found: so a writer takes a known one back.
  const table = compilePhrases([
    ...house,
    ...known.words.filter(({ wrong }) => !Object.hasOwn(confusableWords, wrong)),
  ]);
  houseTables.set(confusableWords, table);
  return table;
}

/** Compiled once for each set of settings, not at every keystroke. */
const houseTables = new WeakMap<GuideWords['confusableWords'], PhraseTable<ConfusableWord>>();
