import { sectionHeadings, type SectionHeading } from './headings/sections.js';
import { gather } from './punctuation/gather.js';
import { defineRule } from './rule.js';

/** Headings that cannot be taken in at a glance. */
export const headingTooLong = defineRule({
  id: 'heading-too-long',
  title: { zh: '标题过长', en: 'Heading too long' },
  reason: {
    zh: '小标题是让人一眼看清、一遍记住的，三十字以上，念完了还不知道重点在哪里。',
    en: 'A heading is to be taken in at a glance; with over thirty characters nobody can tell its point.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：小标题不超过三十字（公开发表的报告，二十个里有十九个不到三十字）',
      en: 'Advice: at most thirty characters a heading; nineteen in twenty of published reports keep to it',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    max: {
      type: 'integer',
      default: 30,
      minimum: 10,
      maximum: 100,
      description: {
        zh: '小标题最多多少字（含序号和标点）',
        en: 'The most characters of a heading, ordinal and marks included',
      },
    },
  },
  messages: {
    one: {
      zh: '这个小标题有 {length} 字，超过 {max} 字，请把要点留下，其余的放到正文里。',
      en: 'This heading has {length} characters, over {max}; keep its point and move the rest to the text.',
    },
    many: {
      zh: '全文有 {count} 个小标题超过 {max} 字，最长的 {length} 字，请把要点留下，其余的放到正文里。',
      en: '{count} headings have over {max} characters, the longest {length}; keep their point and move the rest to the text.',
    },
    here: { zh: '这个小标题也超过 {max} 字', en: 'Another heading over {max} characters' },
  },
  check({ draft, options: { max }, report }) {
    const long = sectionHeadings(draft)
      .filter((heading) => !isTitle(heading))
      .filter(({ characters }) => characters > max);
    const longest = long.reduce((most, { characters }) => Math.max(most, characters), 0);
    const found = gather(
      long.map(({ paragraph, end }) => ({
        span: paragraph.span(firstLetter(paragraph.text), end),
        edits: [],
      })),
      { message: long.length === 1 ? 'one' : 'many', data: { max, length: longest }, related: 'here' },
    );
    if (found !== undefined) report(found);
  },
});

/** The title of the whole draft names a meeting and has to be as long as its name. */
function isTitle({ paragraph, numbered }: SectionHeading): boolean {
  return !numbered && paragraph.level === 1;
}

function firstLetter(text: string): number {
  return text.length - text.trimStart().length;
}
