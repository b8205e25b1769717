import type { Draft } from '../draft/model.js';
import { hanNumeral } from '../text/numerals.js';
import { isFixedTerm, numberPhrasesIn, type Announcement } from './announced-count/announcements.js';
import { gather } from './punctuation/gather.js';
import { defineRule } from './rule.js';

/** Points of a list that anybody counts aloud; more are statistics. */
const MOST = 20;

/** From how many counts in Chinese numerals on the draft has a habit. */
const HABIT = 3;

/** 三个方面 all through a draft, and then 3个问题. */
export const numberStyleMixed = defineRule({
  id: 'number-style-mixed',
  title: { zh: '数字写法不一', en: 'Mixed numerals' },
  reason: {
    zh: '同样是报几点，前面写“四点”，后面写“3个”，印出来不整齐，也看得出是几份稿子拼的。',
    en: 'Four points in Chinese numerals here and 3 points in Arabic ones there show that the draft was patched together.',
  },
  norm: {
    level: 'national-standard-unchecked',
    source: {
      zh: '《出版物上数字用法》（GB/T 15835—2011）关于同类数字写法一致的规定（条款未核对）',
      en: 'General rules for writing numerals (GB/T 15835-2011) on one form for one kind (clause unchecked)',
    },
  },
  severity: 'information',
  fix: 'suggested',
  needsWords: false,
  options: {
    measure: {
      type: 'words',
      default: ['个', '点', '项', '条', '方面'],
      description: { zh: '查哪些量词前面的数目', en: 'The measure words whose numbers are compared' },
    },
  },
  messages: {
    mixed: {
      zh: '全文报数目有 {han} 处用汉字，这里的“{words}”用了阿拉伯数字，请统一写成“{right}”。',
      en: 'Announced numbers are in Chinese numerals at {han} places; write “{right}” here instead of “{words}”.',
    },
    here: { zh: '这里也用了阿拉伯数字', en: 'Arabic numerals here too' },
    fix: { zh: '改成汉字数字', en: 'Use Chinese numerals' },
  },
  check({ draft, options, report }) {
    const counts = announcedCounts(draft, options.measure);
    const arabic = counts.filter((count) => !isHan(count) && !isStatistic(count));
    const han = counts.length - counts.filter((count) => !isHan(count)).length;
    const [first] = arabic;
    if (first === undefined || han < HABIT || han < counts.length - han) return;
    const data = {
      han,
      words: first.paragraph.text.slice(first.start, first.end),
      right: spoken(first) + first.paragraph.text.slice(first.numeral.end, first.end),
    };
    const places = arabic.map((count) => {
      const { paragraph, numeral } = count;
      return {
        span: paragraph.span(count.start, count.end),
        edits: [{ span: paragraph.span(numeral.start, numeral.end), text: spoken(count) }],
      };
    });
    const found = gather(places, { message: 'mixed', data, related: 'here', fix: 'fix' });
    if (found !== undefined) report(found);
  },
});

function announcedCounts(draft: Draft, units: readonly string[]): Announcement[] {
  return draft.paragraphs.flatMap((paragraph) =>
    numberPhrasesIn(paragraph)
      .filter(
        (phrase) =>
          phrase.plain &&
          phrase.value <= MOST &&
          units.includes(phrase.unit) &&
          !isFixedTerm(paragraph.text, phrase),
      )
      .map((phrase) => ({ paragraph, ...phrase })),
  );
}

function isHan({ paragraph, numeral }: Announcement): boolean {
  return /\p{Script=Han}/u.test(paragraph.text.charAt(numeral.start));
}

/** A figure among figures is a statistic, and statistics are in Arabic numerals. */
function isStatistic({ paragraph, start, end }: Announcement): boolean {
  const sentence = paragraph.analysis.sentences.find((each) => each.start <= start && start < each.end);
  if (sentence === undefined) return true;
  const { text } = paragraph;
  return /[0-9０-９]/u.test(text.slice(sentence.start, start) + text.slice(end, sentence.end));
}

function spoken({ value }: Announcement): string {
  return value === 2 ? '两' : hanNumeral(value);
}
