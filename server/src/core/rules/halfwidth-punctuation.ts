import type { Paragraph } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import type { Edit } from '../finding.js';
import { isHanAt } from '../text/characters.js';
import { overlaps, type Span } from '../text/span.js';
import { gather, type Place } from './punctuation/gather.js';
import { isChineseChar, isQuoted, isUnbroken } from './punctuation/surroundings.js';
import { defineRule } from './rule.js';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
};

/** Web addresses, in which every mark belongs to the address. Those of mail have points only, and none after Chinese. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s，。；：！？、“”（）《》\p{Script=Han}]+/giu;

/** Paragraphs with half-width marks from which on they are the draft's habit, to be named once. */
const HABIT = 8;

/** Marks of an English keyboard in Chinese text. */
export const halfwidthPunctuation = defineRule({
  id: 'halfwidth-punctuation',
  title: { zh: '半角标点', en: 'Half-width punctuation' },
  reason: {
    zh: '中文里夹着英文标点，印出来大小不一，一看就是没有校对。',
    en: 'English marks among Chinese ones print in another size and show that nobody proofread.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '排版惯例：中文句子用全角标点',
      en: 'Typesetting practice: full-width marks in Chinese sentences',
    },
  },
  severity: 'warning',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    one: {
      zh: '中文里的“{mark}”是半角标点，请改成全角的“{full}”。',
      en: '“{mark}” is a half-width mark in Chinese text; write “{full}”.',
    },
    many: {
      zh: '这一段有 {count} 处半角标点，第一处是“{mark}”，请都改成全角的。',
      en: 'This paragraph has half-width marks at {count} places, the first is “{mark}”; make them full-width.',
    },
    draft: {
      zh: '全文有 {count} 处半角标点，第一处是“{mark}”，请都改成全角的。',
      en: 'The draft has half-width marks at {count} places, the first is “{mark}”; make them full-width.',
    },
    point: {
      zh: '句子中间的“.”像是半角的句号，请改成“。”；是外国人名中间的点，请改成“·”。',
      en: 'This “.” looks like a full stop; write “。”, or “·” inside a foreign name.',
    },
    fixPoint: { zh: '改成“。”', en: 'Write “。”' },
    here: { zh: '这里也是半角标点', en: 'Another half-width mark' },
    fix: { zh: '改成全角标点', en: 'Use full-width marks' },
  },
  check({ draft, report }) {
    const found: Place[][] = [];
    for (const paragraph of draft.paragraphs) {
      if (!hasHalfWidth(paragraph)) continue;
      const points = pointsIn(paragraph);
      const point = gather(points, { message: 'point', related: 'here', fix: 'fixPoint' });
      if (point !== undefined) report(point);
      const places = findPlaces(paragraph);
      if (places.length > 0) found.push(places);
    }
    const groups = found.length > HABIT ? [found.flat()] : found;
    for (const places of groups) {
      const first = places[0];
      if (first === undefined) continue;
      const data = {
        mark: draft.text.slice(first.span.start, first.span.end),
        full: first.edits[0]?.text ?? '',
      };
      const message = groups.length < found.length ? 'draft' : places.length === 1 ? 'one' : 'many';
      const finding = gather(places, { message, data, related: 'here', fix: 'fix', safe: true });
      if (finding !== undefined) report(finding);
    }
  },
});

const hasHalfWidth = perParagraph(({ text }) => /[,;:!?.()"]/u.test(text));

/** The half-width marks of a paragraph in order; both marks of a pair are one place. */
function findPlaces(paragraph: Paragraph): Place[] {
  const { text } = paragraph;
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found = [...marksOf(paragraph), ...ellipsesOf(text), ...bracketsOf(text), ...quotesOf(paragraph)];
  return found
    .filter(({ at }) => !addresses.some((address) => overlaps(address, { start: at, end: at + 1 })))
    .sort((a, b) => a.at - b.at)
    .map(({ at, length, edits }) => ({
      span: paragraph.span(at, at + length),
      edits: edits.map(({ span, text: full }) => ({
        span: paragraph.span(span.start, span.end),
        text: full,
      })),
    }));
}

/** A mark at `at`, with its edits in the paragraph's offsets. */
interface Mark {
  readonly at: number;
  readonly length: number;
  readonly edits: readonly Edit[];
}

/** , ; : ! ? after Chinese, and a full stop at the paragraph's end. Blanks around them go with the mark. */
function* marksOf(paragraph: Paragraph): Generator<Mark> {
  const { text } = paragraph;
  for (const match of text.matchAll(/[,;:!?.]/gu)) {
    const at = match.index;
    const mark = match[0];
    const before = blanksBefore(text, at);
    const after = blanksAfter(text, at + 1);
    if (!(mark === '.' ? isFullStop(text, at) : isInChinese(text, before, after))) continue;
    if (mark === '?' && !isQuestion(text, at)) continue;
    if (/^[:;]-?[)(DP]/u.test(text.slice(at, at + 3))) continue;
    // A colon or mark that begins a smiley or a definition list stands alone.
    if (before < at && after < text.length && !isHanAt(text, after)) continue;
    const whole = isUnbroken(paragraph, before, after);
    const span = whole ? { start: before, end: after } : one(at);
    yield { at, length: 1, edits: [{ span, text: FULL_WIDTH[mark] ?? mark }] };
  }
}

/** The offset where the blanks that end at `at` begin. */
function blanksBefore(text: string, at: number): number {
  let from = at;
  while (/[ \u00A0]/u.test(text.charAt(from - 1))) from--;
  return from;
}

/** The offset where the blanks that begin at `at` end. */
function blanksAfter(text: string, at: number): number {
  let to = at;
  while (/[ \u00A0]/u.test(text.charAt(to))) to++;
  return to;
}

function isInChinese(text: string, left: number, right: number): boolean {
  const before = text.charAt(left - 1);
  const after = text.charAt(right);
  if (/[,;:!?.]/u.test(after) || /[,;:!?.]/u.test(before)) return false;
  if (isHanAt(text, left - 1) || /[”’）》」』】]/u.test(before)) return true;
  // A figure or a single Latin word in a Chinese sentence: 增长5%,达到; 用GPS,更准.
  if (!isHanAt(text, right) || !/[0-9A-Za-z%％]/u.test(before)) return false;
  return /\p{Script=Han}[0-9A-Za-z.%％-]*$/u.test(text.slice(Math.max(0, left - 20), left));
}

/** A lost rare character also shows as a question mark: between words, only what asks something is a question. */
function isQuestion(text: string, at: number): boolean {
  if (/^[?\s”’）]*$/u.test(text.slice(at))) return true;
  return /[吗呢么谁哪几何]|是否|怎样|多少|如何|是不是|有没有|能不能|岂|难道|那里会/u.test(
    text.slice(Math.max(0, at - 30), at),
  );
}

/** A full stop after Chinese at the end of the paragraph; elsewhere it may be the dot of a foreign name. */
function isFullStop(text: string, at: number): boolean {
  return isHanAt(text, at - 1) && at > 4 && /^[\s”’）)]*$/u.test(text.slice(at + 1));
}

/** Characters that foreign names are written with: a point between two of them may be a name's. */
const NAME_CHARS = new Set(
  '阿艾安奥巴贝比宾波伯布查茨达戴丹道德迪蒂丁顿多厄恩尔法菲费芬弗夫福盖戈格哈海汉翰赫亨华怀霍基吉加杰卡凯坎康考科克肯库拉莱兰劳勒雷里利丽莉林琳隆卢鲁路伦罗洛马玛迈曼梅门蒙米莫姆穆纳娜内尼诺欧帕佩皮珀普奇乔切琼萨塞桑沙莎舍圣史斯司丝苏索塔泰坦汤特提图托瓦万威韦维文沃乌西希夏谢休雅亚扬叶伊英尤约扎詹珍朱兹佐',
);

/** Points between two sentences of one paragraph; the writer decides, since a name may look like it. */
function pointsIn(paragraph: Paragraph): Place[] {
  const { text, kind } = paragraph;
  if (kind === 'heading' || kind === 'cell') return [];
  const places: Place[] = [];
  for (const match of text.matchAll(/(?<=\p{Script=Han}{4})\.(?=\p{Script=Han}{2})/gu)) {
    const at = match.index;
    if (NAME_CHARS.has(text.charAt(at - 1)) && NAME_CHARS.has(text.charAt(at + 1))) continue;
    const span = paragraph.span(at, at + 1);
    places.push({ span, edits: [{ span, text: '。' }] });
  }
  return places;
}

/** Dots for an ellipsis after Chinese; those that lead to a page number are layout. */
function* ellipsesOf(text: string): Generator<Mark> {
  for (const match of text.matchAll(
    /(?<=\p{Script=Han})\.{3}(?:\.{3})?(?=[\p{Script=Han}，。；：！？”’）]|$)/gu,
  )) {
    const at = match.index;
    const length = match[0].length;
    yield { at, length, edits: [{ span: { start: at, end: at + length }, text: '……' }] };
  }
}

/** Pairs of brackets around Chinese of which one or both are half-width. Brackets around figures are left alone. */
function* bracketsOf(text: string): Generator<Mark> {
  const open: number[] = [];
  for (const match of text.matchAll(/[()（）]/gu)) {
    const at = match.index;
    if (/[(（]/u.test(match[0])) {
      open.push(at);
      continue;
    }
    const from = open.pop();
    if (from === undefined) continue;
    const half = [from, at].filter((place) => /[()]/u.test(text.charAt(place)));
    const first = half[0];
    if (first === undefined || !isChinesePair(text, from, at)) continue;
    yield {
      at: first,
      length: 1,
      edits: half.map((place) => ({ span: one(place), text: FULL_WIDTH[text.charAt(place)] ?? '' })),
    };
  }
}

function isChinesePair(text: string, from: number, to: number): boolean {
  const content = text.slice(from + 1, to);
  if (!/\p{Script=Han}/u.test(content) || /[A-Za-z]{2,} [A-Za-z]{2,}/u.test(content)) return false;
  // Technical writing sets a blank outside half-width brackets on purpose.
  const before = text.charAt(from - 1);
  const after = text.charAt(to + 1);
  if (/\s/u.test(before) || /\s/u.test(after)) return false;
  return before === '' || isChineseChar(before) || isChineseChar(after);
}

/** Straight double quotation marks around Chinese, when the paragraph has them in pairs and no curly pair encloses them. */
function* quotesOf(paragraph: Paragraph): Generator<Mark> {
  const { text } = paragraph;
  const quotes = [...text.matchAll(/"/gu)].map(({ index }) => index);
  if (quotes.length % 2 !== 0) return;
  for (let i = 0; i < quotes.length; i += 2) {
    const from = quotes[i] ?? 0;
    const to = quotes[i + 1] ?? 0;
    const content = text.slice(from + 1, to);
    if (!/\p{Script=Han}/u.test(content) || content.trim() !== content || isQuoted(paragraph, from)) continue;
    yield {
      at: from,
      length: 1,
      edits: [
        { span: one(from), text: '“' },
        { span: one(to), text: '”' },
      ],
    };
  }
}

function one(at: number): Span {
  return { start: at, end: at + 1 };
}
