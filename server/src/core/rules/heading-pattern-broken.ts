import { sectionHeadings, siblings, type SectionHeading } from './headings/sections.js';
import { defineRule, type Report } from './rule.js';

/** Headings of one pattern that make the one without it stand out. */
const MIN_ALIKE = 3;

/** Characters by which headings are compared at their start and end: a word of two characters. */
const WORD = 2;

type Message = 'start' | 'end';

/** Parallel headings of which one breaks the pattern. */
export const headingPatternBroken = defineRule({
  id: 'heading-pattern-broken',
  title: { zh: '小标题句式不齐', en: 'Heading out of pattern' },
  reason: {
    zh: '同级的小标题句式整齐，听的人一听就知道讲到第几条；有一个不一样，就像漏了一拍。',
    en: 'Headings of one pattern tell listeners where they are; one of another pattern sounds like a missed beat.',
  },
  norm: {
    level: 'advice',
    source: { zh: '写作建议：同级小标题句式一致', en: 'Advice: headings of one level have one pattern' },
  },
  severity: 'hint',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    start: {
      zh: '同级的 {total} 个小标题里，{count} 个以“{word}”开头，只有这一个不是，看看要不要改成一样的句式。',
      en: '{count} of the {total} headings of this level begin with “{word}”, only this one does not; consider the same pattern.',
    },
    end: {
      zh: '同级的 {total} 个小标题里，{count} 个以“{word}”结尾，只有这一个不是，看看要不要改成一样的句式。',
      en: '{count} of the {total} headings of this level end with “{word}”, only this one does not; consider the same pattern.',
    },
  },
  check({ draft, report }) {
    for (const group of siblings(sectionHeadings(draft))) {
      const found = oddOne(group, 'start') ?? oddOne(group, 'end');
      if (found !== undefined) report(found);
    }
  },
});

function oddOne(group: readonly SectionHeading[], side: 'start' | 'end'): Report<Message> | undefined {
  if (group.length <= MIN_ALIKE) return undefined;
  const words = group.map((heading) => wordAt(heading, side));
  // All but one share the word, so that one of any two has it.
  const word = words[0] === words[1] || words[0] === words[2] ? words[0] : words[1];
  const odd = group.filter((_, i) => words[i] !== word);
  const [only] = odd;
  if (word === undefined || !/^\p{Script=Han}{2}$/u.test(word) || only === undefined || odd.length > 1) {
    return undefined;
  }
  const data = { word, count: group.length - 1, total: group.length };
  return {
    message: side,
    data,
    span: spanAt(only, side),
  };
}

function wordAt(heading: SectionHeading, side: 'start' | 'end'): string {
  const { start, end } = rangeAt(heading, side);
  return heading.paragraph.text.slice(start, end);
}

function spanAt(heading: SectionHeading, side: 'start' | 'end') {
  const { start, end } = rangeAt(heading, side);
  return heading.paragraph.span(start, end);
}

/** The first or last two characters of the heading's words, a mark at the end left out. */
function rangeAt({ paragraph: { text }, start, end }: SectionHeading, side: 'start' | 'end') {
  if (side === 'start') return { start, end: Math.min(end, start + WORD) };
  const last = /[。，；：！？]$/u.test(text.slice(start, end)) ? end - 1 : end;
  return { start: Math.max(start, last - WORD), end: last };
}
