import { divideAt, divisionsOf, nameOf, type Division } from '../draft/divisions.js';
import { perParagraphAnd } from '../draft/perParagraph.js';
import { defineRule } from './rule.js';

/** A paragraph that cannot be followed by ear, with the places where it could be divided. */
export const paragraphTooLong = defineRule({
  id: 'paragraph-too-long',
  title: { zh: '段落过长', en: 'Paragraph too long' },
  reason: {
    zh: '听的人没有稿子可看，一段几百字不停顿，就不知道讲到了哪里。',
    en: 'Listeners have no page to look at; a paragraph without a pause leaves them lost.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：一段以七行以内为宜；默认上限取自已发布的报告中段落长度的第九十二百分位',
      en: 'Advice: a paragraph of at most seven lines; the default is the 92nd percentile of published reports',
    },
  },
  severity: 'warning',
  fix: 'suggested',
  needsWords: false,
  options: {
    max: {
      type: 'integer',
      default: 400,
      minimum: 50,
      maximum: 5000,
      description: {
        zh: '一段最多多少字（含标点）',
        en: 'The most characters of a paragraph, marks included',
      },
    },
    severe: {
      type: 'integer',
      default: 600,
      minimum: 50,
      maximum: 5000,
      description: {
        zh: '超过多少字时，提示里说“务必分段”',
        en: 'The length from which the message is put more strongly',
      },
    },
  },
  messages: {
    long: {
      zh: '本段 {length} 字，超过 {max} 字，听众难以跟上，请分段。',
      en: 'This paragraph has {length} characters, over {max}; divide it so that listeners can follow.',
    },
    longAt: {
      zh: '本段 {length} 字，超过 {max} 字，听众难以跟上，可以在{places}前分段。',
      en: 'This paragraph has {length} characters, over {max}; it could be divided before {places}.',
    },
    severe: {
      zh: '本段长达 {length} 字，超过 {max} 字太多，听众无法跟上，请务必分段。',
      en: 'This paragraph has {length} characters, far over {max}; nobody can follow it by ear, so divide it.',
    },
    severeAt: {
      zh: '本段长达 {length} 字，超过 {max} 字太多，听众无法跟上，务必在{places}前分段。',
      en: 'This paragraph has {length} characters, far over {max}; divide it before {places}.',
    },
    place: { zh: '可以在这里分段', en: 'The paragraph could be divided here' },
    divide: { zh: '在“{words}”前分段', en: 'Divide before “{words}”' },
    divideAll: { zh: '在这 {count} 处全部分段', en: 'Divide at all {count} places' },
  },
  check({ draft, options, report }) {
    for (const paragraph of draft.paragraphs) {
      const length = paragraph.analysis.characters;
      if (length <= options.max || paragraph.kind === 'cell') continue;
      const { places, names, listed } = placesIn(paragraph, options.max);
      const strong = length > options.severe;
      const message = places.length === 0 ? (strong ? 'severe' : 'long') : strong ? 'severeAt' : 'longAt';
      const all = places.map((place) => divideAt(draft, paragraph, place));
      report({
        message,
        data: { length, max: options.max, places: listed },
        span: paragraph.span(firstInk(paragraph.text), paragraph.text.trimEnd().length),
        related: places.map((place) => ({
          span: paragraph.span(place.start, place.end),
          message: 'place',
        })),
        fixes: [
          ...(all.length > 1
            ? [{ title: 'divideAll', data: { count: all.length }, safe: false, edits: all } as const]
            : []),
          ...all.map(
            (edit, at) =>
              ({ title: 'divide', data: { words: names[at] ?? '' }, safe: false, edits: [edit] }) as const,
          ),
        ],
      });
    }
  },
});

const placesIn = perParagraphAnd((content, most: number) => {
  const places = divisionsOf(content, most);
  return { places, names: places.map((place) => nameOf(content, place)), listed: listPlaces(places) };
});

function listPlaces(places: readonly Division[]): string {
  const shown = places.slice(0, 4).map((place) => `“${place.words}”`);
  // No 、 between quotations (GB/T 15834-2011 4.5.3.5).
  return shown.join('') + (places.length > shown.length ? '等处' : '');
}

function firstInk(text: string): number {
  return text.length - text.trimStart().length;
}
