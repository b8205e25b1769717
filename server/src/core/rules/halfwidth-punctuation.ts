import type { Paragraph } from '../draft/model.js';
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

/** Web and mail addresses and paths, in which every mark belongs to the address. */
const ADDRESS =
  /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s，。；：！？、“”（）《》\p{Script=Han}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

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
    stop: {
      zh: '两个汉字中间的“.”像是打错的句号，请改成“。”；如果是外国人名，请改成“·”。',
      en: '“.” between two Chinese characters looks like a full stop; write “。”, or “·” in a foreign name.',
    },
    here: { zh: '这里也是半角标点', en: 'Another half-width mark' },
    fix: { zh: '改成全角标点', en: 'Use full-width marks' },
    stopFix: { zh: '改成句号', en: 'Write a full stop' },
  },
  check({ draft, report }) {
    for (const paragraph of draft.paragraphs) {
      if (!/[,;:!?.()"]/u.test(paragraph.text)) continue;
      for (const at of innerStops(paragraph.text)) {
        const span = paragraph.span(at, at + 1);
        // A guess, if a good one: the writer may have meant a comma.
        report({
          message: 'stop',
          span,
          fixes: [{ title: 'stopFix', safe: false, edits: [{ span, text: '。' }] }],
        });
      }
      const places = findPlaces(paragraph);
      const first = places[0];
      if (first === undefined) continue;
      const data = {
        mark: draft.text.slice(first.span.start, first.span.end),
        full: first.edits[0]?.text ?? '',
      };
      const message = places.length === 1 ? 'one' : 'many';
      const found = gather(places, { message, data, related: 'here', fix: 'fix', safe: true });
      if (found !== undefined) report(found);
    }
  },
});

/** The half-width marks of a paragraph in order; both marks of a pair are one place. */
function findPlaces(paragraph: Paragraph): Place[] {
  const { text } = paragraph;
  const addresses = [...text.matchAll(ADDRESS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found = [
    ...marksOf(paragraph),
    ...ellipsesOf(text),
    ...bracketsOf(paragraph),
    ...quotesOf(paragraph),
  ];
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
  return /[吗呢么谁哪几何]|是否|怎样|多少|如何|是不是|有没有|能不能/u.test(
    text.slice(Math.max(0, at - 30), at),
  );
}

/** A full stop after Chinese at the end of the paragraph; elsewhere it may be the dot of a foreign name. */
function isFullStop(text: string, at: number): boolean {
  return isHanAt(text, at - 1) && at > 4 && /^[\s”’）)]*$/u.test(text.slice(at + 1));
}

/** What foreign names are written with: between two of these a dot belongs to a name (卡尔.马克思). */
const NAME_SYLLABLES = new Set(
  '阿埃艾安奥巴白班邦包贝本比彼波伯勃博布查达戴丹道德登迪蒂丁杜多恩尔法范菲费芬夫弗福富盖冈高戈格古哈海汉翰赫亨华霍基吉加贾杰金卡凯坎康考柯科克肯库拉莱兰劳雷里利丽林琳伦罗洛马玛麦曼梅蒙米密莫穆纳娜奈南内尼宁纽努诺欧帕珀佩皮普奇乔切琼让若瑞萨塞森莎舍申沈施史斯丝苏索塔泰坦汤特滕提廷图托瓦威维韦温文沃乌伍西希夏肖谢辛休雅亚扬耶叶伊英尤约泽扎詹朱兹娅妮黛茨',
);

/** A clause of so many Han characters and figures stands before a full stop, and words behind it. */
const BEFORE_STOP = /[\p{Script=Han}0-9%％”’）》]{5}$/u;
const AFTER_STOP = /^[\p{Script=Han}“《]{3}/u;

/** A dot inside the paragraph that ends a sentence of it: between two Han characters, and in no foreign name. */
function* innerStops(text: string): Generator<number> {
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (!isHanAt(text, at - 1) || !isHanAt(text, at + 1)) continue;
    if (NAME_SYLLABLES.has(before) && NAME_SYLLABLES.has(after)) continue;
    if (BEFORE_STOP.test(text.slice(Math.max(0, at - 5), at)) && AFTER_STOP.test(text.slice(at + 1, at + 4)))
      yield at;
  }
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
function* bracketsOf(paragraph: Paragraph): Generator<Mark> {
  const { text } = paragraph;
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
    yield { at: first, length: 1, edits: half.map((place) => bracketEdit(paragraph, place)) };
  }
}

/** The blank outside a half-width bracket goes with it: the full-width one has its own. */
function bracketEdit(paragraph: Paragraph, at: number): Edit {
  const { text } = paragraph;
  const mark = text.charAt(at);
  const start = mark === '(' ? blanksBefore(text, at) : at;
  const end = mark === ')' ? blanksAfter(text, at + 1) : at + 1;
  const alone = start === 0 || end === text.length || !isUnbroken(paragraph, start, end);
  return { span: alone ? one(at) : { start, end }, text: FULL_WIDTH[mark] ?? mark };
}

function isChinesePair(text: string, from: number, to: number): boolean {
  const content = text.slice(from + 1, to);
  if (!/\p{Script=Han}/u.test(content) || /[A-Za-z]{2,} [A-Za-z]{2,}/u.test(content)) return false;
  const before = text.charAt(blanksBefore(text, from) - 1);
  return before === '' || isChineseChar(before) || isChineseChar(text.charAt(blanksAfter(text, to + 1)));
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
