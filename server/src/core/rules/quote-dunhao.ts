import { perParagraph } from '../draft/perParagraph.js';
import { gather, type Place } from './punctuation/gather.js';
import { defineRule } from './rule.js';

/** 、 between two quotations or two titles that stand side by side. */
const BETWEEN = /(?<=[”’])、(?=[“‘])|(?<=》)、(?=《)/gu;

/**
 * 、 between adjacent quotations or titles, which the standard usually does without. Official writing mostly keeps
 * it, and on purpose, so the rule waits to be asked for.
 */
export const quoteDunhao = defineRule({
  id: 'quote-dunhao',
  title: { zh: '引号、书名号间顿号', en: '、 between quotations or titles' },
  reason: {
    zh: '引号和书名号本身已经把几项分开，中间通常不再用顿号；机关文稿多半仍旧保留，要查才打开。',
    en: 'Quotation and title marks part the items by themselves; official drafts mostly keep the 、, so ask for this rule.',
  },
  norm: {
    level: 'national-standard',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）4.5.3.5',
      en: 'General rules for punctuation (GB/T 15834-2011), 4.5.3.5',
    },
  },
  severity: 'off',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    between: {
      zh: '相邻的引号或书名号之间通常不用顿号，全文有 {count} 处，可以删去。',
      en: 'Adjacent quotations or titles usually take no 、 between them; {count} could be deleted.',
    },
    here: { zh: '这里也是', en: 'Another one' },
    remove: { zh: '删去这 {count} 个顿号', en: 'Delete these {count} marks' },
  },
  check({ draft, report }) {
    const places: Place[] = [];
    for (const paragraph of draft.paragraphs) {
      for (const index of marksBetween(paragraph)) {
        const span = paragraph.span(index, index + 1);
        places.push({ span, edits: [{ span, text: '' }] });
      }
    }
    const found = gather(places, { message: 'between', related: 'here', fix: 'remove' });
    if (found !== undefined) report(found);
  },
});

const marksBetween = perParagraph(({ text }): readonly number[] =>
  Array.from(text.matchAll(BETWEEN), ({ index }) => index),
);
