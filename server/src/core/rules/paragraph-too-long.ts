import type { Draft, Paragraph, Sentence } from '../draft/model.js';
import { countCharacters } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';

/** Words that open a new thought at the start of a sentence: a listener expects a pause before them. */
const TURNS =
  /(?:另一方面|与此同时|同时|此外|另外|其次|再次|最后|当前|下一步|今后|总之|特别是|尤其|但是|关键是|要|必须)/uy;

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
      const places = divisions(paragraph);
      const strong = length > options.severe;
      const message = places.length === 0 ? (strong ? 'severe' : 'long') : strong ? 'severeAt' : 'longAt';
      const separator = paragraphSeparator(draft, paragraph);
      const edit = (place: Division) => {
        const at = paragraph.span(place.start, place.start).start;
        return { span: { start: at, end: at }, text: separator };
      };
      const all = places.map(edit);
      report({
        message,
        data: { length, max: options.max, places: listPlaces(places) },
        span: paragraph.span(firstInk(paragraph.text), paragraph.text.trimEnd().length),
        related: places.map((place) => ({
          span: paragraph.span(place.start, place.end),
          message: 'place',
        })),
        fixes: [
          ...(all.length > 1
            ? [{ title: 'divideAll', data: { count: all.length }, safe: false, edits: all } as const]
            : []),
          ...places.map(
            (place) =>
              ({ title: 'divide', data: { words: place.words }, safe: false, edits: [edit(place)] }) as const,
          ),
        ],
      });
    }
  },
});

/** A place before which a paragraph can be divided, in the paragraph's offsets, with the words that open it. */
interface Division extends Span {
  readonly words: string;
}

/** Pieces shorter than this are not worth a paragraph of their own. */
const MIN_PIECE = 40;

/** Where the paragraph's own ordinals open a sentence; without any, where a sentence turns to something new. */
function divisions(paragraph: Paragraph): Division[] {
  const { text, analysis } = paragraph;
  const marked = analysis.markers.filter((marker) => marker.place === 'sentence');
  const starts =
    marked.length > 0
      ? marked.map((marker) => marker.start)
      : analysis.sentences.slice(1).flatMap((sentence) => (turnsAt(text, sentence) ? [sentence.start] : []));
  const candidates = starts.length > 0 ? starts : middleSentence(paragraph);
  const places: Division[] = [];
  let from = 0;
  for (const start of candidates) {
    if (marked.length === 0 && countCharacters(text.slice(from, start)) < MIN_PIECE) continue;
    const words = openingWords(text, start, analysis.sentences);
    places.push({ start, end: start + words.length, words });
    from = start;
  }
  return places;
}

function turnsAt(text: string, sentence: Sentence): boolean {
  TURNS.lastIndex = sentence.start;
  return TURNS.test(text);
}

/** Without any sign, the sentence start nearest the middle. */
function middleSentence({ text, analysis }: Paragraph): number[] {
  const starts = analysis.sentences.slice(1).map((sentence) => sentence.start);
  if (starts.length === 0) return [];
  const middle = text.length / 2;
  return [
    starts.reduce((best, start) => (Math.abs(start - middle) < Math.abs(best - middle) ? start : best)),
  ];
}

/** The first few characters of what follows, up to its first mark, to name the place by. */
function openingWords(text: string, start: number, sentences: readonly Sentence[]): string {
  const sentence = sentences.find((candidate) => candidate.start <= start && start < candidate.end);
  const rest = text.slice(start, Math.min(sentence?.end ?? text.length, start + 8));
  return /^[^，。；：、！？]{2,}/u.exec(rest)?.[0] ?? rest;
}

function listPlaces(places: readonly Division[]): string {
  const shown = places.slice(0, 4).map((place) => `“${place.words}”`);
  // No 、 between quotations (GB/T 15834-2011 4.5.3.5).
  return shown.join('') + (places.length > shown.length ? '等处' : '');
}

/** What divides two paragraphs in this draft: its own line end, with a blank line and an indent where it has them. */
function paragraphSeparator({ text, format }: Draft, paragraph: Paragraph): string {
  const lineEnd = /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
  const start = paragraph.pieces[0]?.source ?? 0;
  const indent = /^\u3000*/u.exec(text.slice(start, start + 8))?.[0] ?? '';
  const blankLine = format === 'markdown' || /(?:\r\n|\n|\r)[ \t\u3000]*(?:\r\n|\n|\r)/u.test(text.trim());
  return (blankLine ? lineEnd + lineEnd : lineEnd) + indent;
}

function firstInk(text: string): number {
  return text.length - text.trimStart().length;
}
