import { byCode } from '../text/characters.js';
import { numeralValue } from '../text/numerals.js';
import type { Span } from '../text/span.js';

/**
 * The kinds of ordinals a draft counts with. The first four are headings' levels 1 to 4 (GB/T 15834-2011 B.3.8).
 *
 * hanDot 一、 · hanParen （一） · arabicDot 1. · arabicParen （1） · circled ① · di 第一， · qi 其一， ·
 * shi 一是 · yao 一要 · verb 一抓, 一靠, 一看 · shouxian 首先/其次/再次/最后 · side 一方面/另一方面
 */
export type MarkerFamily =
  | 'hanDot'
  | 'hanParen'
  | 'arabicDot'
  | 'arabicParen'
  | 'circled'
  | 'di'
  | 'qi'
  | 'shi'
  | 'yao'
  | 'verb'
  | 'shouxian'
  | 'side';

/** Where in its paragraph a marker stands; later ones are weaker evidence of a list. */
export type MarkerPlace = 'paragraph' | 'sentence' | 'clause';

/** An ordinal that opens a member of a list. Offsets are the paragraph's; the span covers the ordinal and its mark. */
export interface Marker extends Span {
  readonly family: MarkerFamily;
  /** 1-based. 最后 has the value {@link LAST}: it ends a list of any length. */
  readonly value: number;
  readonly place: MarkerPlace;
  /** The span of the numeral alone, for a fix that renumbers. Equal to the marker's where there is none. */
  readonly numeral: Span;
}

/** The value of 最后, which may follow any member. */
export const LAST = Number.POSITIVE_INFINITY;

const NUM = '(?<num>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})';

/** Tried in this order at each start; the first that matches names the family. */
const PATTERNS: readonly { family: MarkerFamily; at: readonly MarkerPlace[]; pattern: RegExp }[] = [
  {
    family: 'hanParen',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /[（(](?<num>[一二三四五六七八九十]{1,3})[）)]、?/uy,
  },
  {
    family: 'arabicParen',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /[（(](?<num>[0-9０-９]{1,2})[）)]、?/uy,
  },
  {
    family: 'arabicDot',
    at: ['paragraph', 'sentence'],
    pattern: /(?<num>[0-9０-９]{1,2})(?:[.．](?![0-9０-９])|、)/uy,
  },
  { family: 'circled', at: ['paragraph', 'sentence', 'clause'], pattern: /(?<num>[①②③④⑤⑥⑦⑧⑨⑩])/uy },
  {
    family: 'di',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: new RegExp(`第${NUM}(?:[，,、：]|(?=(?:个|点|条|项)?(?:是|要|就是)))`, 'uy'),
  },
  {
    family: 'qi',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /其(?<num>[一二三四五六七八九十])(?:[，,、：]|是)/uy,
  },
  {
    family: 'shi',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /(?<num>[一二三四五六七八九十]{1,3})(?:则)?是(?!\k<num>)/uy,
  },
  {
    family: 'yao',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /(?<num>[一二三四五六七八九十]{1,3})要(?![素义塞])/uy,
  },
  {
    family: 'verb',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /(?<num>[一二三四五六七八九])(?:抓|靠|看|讲|强|促|建|查|学|比|严|防)(?=\p{L})/uy,
  },
  {
    family: 'hanDot',
    at: ['paragraph'],
    pattern: /(?<num>[一二三四五六七八九十]{1,3})(?:、|[.．](?=[ \u00A0]?\p{L}))/uy,
  },
  {
    family: 'shouxian',
    at: ['paragraph', 'sentence', 'clause'],
    pattern: /(?<word>首先|其次|再次|再者|最后)[，,是要]/uy,
  },
  { family: 'side', at: ['paragraph', 'sentence', 'clause'], pattern: /(?<word>一方面|另一方面)/uy },
];

const WORD_VALUES: Readonly<Record<string, number>> = {
  首先: 1,
  其次: 2,
  再次: 3,
  再者: 3,
  最后: LAST,
  一方面: 1,
  另一方面: 2,
};

/** What an ordinal begins with: nearly all clauses begin with something else. */
const OPENING = byCode((char) => /[（(0-9０-９①-⑩第其一二三四五六七八九十首再最另]/u.test(char));

/** The ordinal that stands at `at` in a paragraph's text, if one does. */
export function markerAt(text: string, at: number, place: MarkerPlace): Marker | undefined {
  if (!OPENING(text.charCodeAt(at))) return undefined;
  for (const { family, at: places, pattern } of PATTERNS) {
    if (!places.includes(place)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const { num, word } = match.groups ?? {};
    const value = num === undefined ? WORD_VALUES[word ?? ''] : markerValue(num);
    if (value === undefined) continue;
    const numeralStart = at + match[0].indexOf(num ?? match[0]);
    return {
      family,
      value,
      place,
      start: at,
      end: at + match[0].length,
      numeral: { start: numeralStart, end: numeralStart + (num ?? match[0]).length },
    };
  }
  return undefined;
}

function markerValue(numeral: string): number | undefined {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(numeral);
  return circled >= 0 ? circled + 1 : numeralValue(numeral);
}
