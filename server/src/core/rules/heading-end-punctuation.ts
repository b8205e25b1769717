import { sectionHeadings, siblings, type SectionHeading } from './headings/sections.js';
import { gather } from './punctuation/gather.js';
import { defineRule } from './rule.js';

/** Marks that end no heading; ？ ！ and …… may. */
const END = /[。，；：、]$/u;

/** A mark at the end of a heading. */
export const headingEndPunctuation = defineRule({
  id: 'heading-end-punctuation',
  title: { zh: '标题末尾标点', en: 'Mark at the end of a heading' },
  reason: {
    zh: '小标题独占一行，换行就是停顿，末尾再加句号是多余的。',
    en: 'A heading has a line of its own, and the line’s end is pause enough.',
  },
  norm: {
    level: 'national-standard',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）附录B.4 文章标题的标点用法',
      en: 'General rules for punctuation (GB/T 15834-2011), annex B.4, on marks in titles',
    },
  },
  severity: 'information',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    mark: {
      zh: '小标题末尾不用“{mark}”，请删去（全文 {count} 处）。',
      en: 'A heading does not end with “{mark}”; delete it ({count} in all).',
    },
    here: { zh: '这个小标题末尾也有标点', en: 'Another heading with a mark at its end' },
    fix: { zh: '删去小标题末尾的标点', en: 'Delete the mark at the end of the heading' },
  },
  check({ draft, report }) {
    const headings = sectionHeadings(draft);
    const bare = new Set(
      siblings(headings)
        .filter((group) => group.filter((heading) => END.test(wordsOf(heading))).length * 2 < group.length)
        .flat(),
    );
    const places = headings
      .filter((heading) => END.test(wordsOf(heading)) && isHeadingIndeed(heading, bare))
      .map(({ paragraph, end }) => {
        const span = paragraph.span(end - 1, end);
        return { span, edits: [{ span, text: '' }] };
      });
    const [first] = places;
    if (first === undefined) return;
    const data = { mark: draft.text.slice(first.span.start, first.span.end) };
    const found = gather(places, { message: 'mark', data, related: 'here', fix: 'fix', safe: true });
    if (found !== undefined) report(found);
  },
});

function wordsOf({ paragraph, start, end }: SectionHeading): string {
  return paragraph.text.slice(start, end);
}

/**
 * Short paragraphs that begin with an ordinal look like headings. A Markdown heading is one; so is a line whose
 * like-numbered neighbours have no mark, and a short line of one clause with 一、 or （一）.
 */
function isHeadingIndeed(heading: SectionHeading, bare: ReadonlySet<SectionHeading>): boolean {
  const { paragraph, numbered } = heading;
  if (!numbered || bare.has(heading)) return true;
  const words = wordsOf(heading);
  return (
    paragraph.level <= 2 && words.length <= 20 && !/[，；：。](?=.)/u.test(words) && !words.endsWith('；')
  );
}
