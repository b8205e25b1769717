import { seriesOf, type Member, type Series } from '../draft/enumerations.js';
import type { MarkerFamily } from '../draft/markers.js';
import type { Draft } from '../draft/model.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';

/** Ordinals that serve paragraphs and the items inside a paragraph alike. */
const FAMILIES: readonly MarkerFamily[] = ['shi', 'yao', 'di'];

/** Further places that a finding names. */
const MAX_RELATED = 12;

/** 一是 for paragraphs and, in the same section, 一是 again for the items inside a paragraph. */
export const ordinalLevelMixed = defineRule({
  id: 'ordinal-level-mixed',
  title: { zh: '序次层级混用', en: 'One ordinal for two levels' },
  reason: {
    zh: '段首用“一是”，段里又用“一是”，听的人分不清讲到了大的第几条还是小的第几条。',
    en: 'With 一是 for paragraphs and 一是 inside them, listeners cannot tell the points from their parts.',
  },
  norm: {
    level: 'national-standard',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）附录B.3 序次语的层次',
      en: 'General rules for punctuation (GB/T 15834-2011), annex B.3, on levels of ordinals',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    mixed: {
      zh: '同一部分里，段首已经用了“{outer}”，段里又用“{inner}”，两层分不开，请把其中一层换成别的序号。',
      en: '“{outer}” already opens paragraphs of this section and “{inner}” counts inside one; use other ordinals for one level.',
    },
    outer: { zh: '这里的“{outer}”用在段首', en: 'Here “{outer}” opens a paragraph' },
    also: { zh: '这里的“{inner}”也用在段里', en: 'Here too “{inner}” counts inside a paragraph' },
  },
  check({ draft, report }) {
    for (const family of FAMILIES) {
      const lists = seriesOf(draft).filter((series) => series.family === family && series.members.length > 1);
      const outer = lists.filter((list) => list.members.every(({ marker }) => marker.place === 'paragraph'));
      const inner = lists.filter((list) => list.members.every(({ marker }) => marker.place !== 'paragraph'));
      const clash = findClash(draft, outer, inner);
      if (clash === undefined) continue;
      const data = { outer: nameOf(clash.outer), inner: nameOf(clash.inner) };
      const others = inner.flatMap(({ members: [first] }) =>
        first === undefined || first === clash.inner ? [] : [first],
      );
      report({
        message: 'mixed',
        data,
        span: spanOf(clash.inner),
        related: [
          { span: spanOf(clash.outer), message: 'outer', data },
          ...others.slice(0, MAX_RELATED).map((member) => ({
            span: spanOf(member),
            message: 'also' as const,
            data: { ...data, inner: nameOf(member) },
          })),
        ],
      });
    }
  },
});

/** The first list inside a paragraph that stands in one section with a list of paragraphs. */
function findClash(
  draft: Draft,
  outer: readonly Series[],
  inner: readonly Series[],
): { readonly outer: Member; readonly inner: Member } | undefined {
  if (outer.length === 0 || inner.length === 0) return undefined;
  const sections = sectionOf(draft);
  for (const {
    members: [first],
  } of inner) {
    if (first === undefined) continue;
    const section = sections[first.paragraph.index];
    for (const {
      members: [head],
    } of outer) {
      if (head !== undefined && sections[head.paragraph.index] === section)
        return { outer: head, inner: first };
    }
  }
  return undefined;
}

/** By paragraph: the index of the heading that it stands under, -1 before the first. */
function sectionOf({ paragraphs }: Draft): number[] {
  let section = -1;
  return paragraphs.map(({ kind, index }) => (section = kind === 'heading' ? index : section));
}

function nameOf({ paragraph, marker }: Member): string {
  return paragraph.text.slice(marker.start, marker.end).replace(/[，、：]$/u, '');
}

function spanOf(member: Member): Span {
  const { paragraph, marker } = member;
  return paragraph.span(marker.start, marker.start + nameOf(member).length);
}
