import type { MarkerFamily } from '../draft/markers.js';
import type { Draft, Paragraph, Prose } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import { sumOver } from '../draft/sumOver.js';
import { isHanCode } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';

/** A run of blanks of any width; tabs and line ends are layout and not looked at. */
const BLANK_RUN = /[ \u00A0\u1680\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]+/gu;

const ZERO_WIDTH = /[\u200B\u2060\uFEFF]/u;

/** Ordinals that a blank may follow; 一是 and 第一， are words of their sentence. A blank after ① is beside no Chinese. */
const SET_APART: ReadonlySet<MarkerFamily> = new Set(['hanDot', 'hanParen', 'arabicDot', 'arabicParen']);

const CHINESE_MARK = /[，。、；：！？“”‘’（）《》〈〉【】「」『』—…·]/u;

/** A blank that was left behind by copying: read as a pause, or shown as a hole in the line. */
export const straySpace = defineRule({
  id: 'stray-space',
  title: { zh: '多余空格', en: 'Stray space' },
  reason: {
    zh: '从网页和旧稿里粘来的空格在屏幕上看不出来，印出来却是一个个窟窿，还会让人念错停顿。',
    en: 'Blanks pasted from web pages and old drafts are hard to see, print as holes and make a speaker pause wrongly.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '排版惯例：汉字与汉字之间、汉字与标点之间不空格，汉字与数字之间全文统一',
      en: 'Typesetting practice: no blank between Chinese characters or marks, one style with figures throughout',
    },
  },
  severity: 'warning',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    blank: { zh: '这里多了空格，请删去。', en: 'There is a stray blank here; delete it.' },
    noBreak: {
      zh: '这里多了从网页或旧稿带来的不换行空格，屏幕上看不出来，请删去。',
      en: 'There is a stray no-break space here, pasted from elsewhere and hard to see; delete it.',
    },
    wide: { zh: '这里多了全角空格，请删去。', en: 'There is a stray full-width space here; delete it.' },
    invisible: {
      zh: '这里有一个看不见的零宽字符，请删去。',
      en: 'There is an invisible zero-width character here; delete it.',
    },
    leading: {
      zh: '段首多了一个空格，请删去；首行缩进要用两个全角空格。',
      en: 'The paragraph begins with a stray blank; delete it, or indent with two full-width spaces.',
    },
    delete: { zh: '删去这里的空格', en: 'Delete the blank' },
  },
  check({ draft, report }) {
    let style: FigureStyle | undefined;
    const figures = (): FigureStyle => (style ??= figureStyle(draft));
    const singleIndent = draft.format === 'plain' ? prefersSingleIndent(draft) : true;
    for (const paragraph of draft.paragraphs) {
      for (const { start, end, message, unless } of blanksIn(paragraph)) {
        if (unless === 'indent' ? singleIndent : unless !== undefined && figures()[unless]) continue;
        if (isBesideSyntax(paragraph, start, end)) continue;
        const span = paragraph.span(start, end);
        report({
          message,
          span,
          fixes: [{ title: 'delete', safe: true, edits: [{ span, text: '' }] }],
        });
      }
    }
  },
});

/** A run of blanks that was left behind, unless the draft sets such blanks throughout. */
interface Blank extends Span {
  readonly message: 'leading' | ReturnType<typeof kindOf>;
  readonly unless: 'indent' | keyof FigureStyle | undefined;
}

const blanksIn = perParagraph((content): readonly Blank[] => {
  const { text, kind } = content;
  if (kind === 'cell') return [];
  const found: Blank[] = [];
  for (const match of text.matchAll(BLANK_RUN)) {
    const run = match[0];
    const start = match.index;
    const end = start + run.length;
    if (end === text.length) continue;
    if (start === 0) {
      if (isStrayIndent(run)) found.push({ start, end, message: 'leading', unless: 'indent' });
      continue;
    }
    const stray = strayBetween(content, start, end);
    if (stray !== undefined) found.push({ start, end, message: kindOf(run), unless: stray.unless });
  }
  return found;
});

function kindOf(run: string): 'blank' | 'noBreak' | 'wide' | 'invisible' {
  if (ZERO_WIDTH.test(run)) return 'invisible';
  if (run.includes('\u00A0')) return 'noBreak';
  return run.includes('\u3000') ? 'wide' : 'blank';
}

/** Two or more blanks, or full-width ones, indent a line; one alone was left behind. */
function isStrayIndent(run: string): boolean {
  return run.length === 1 && run !== '\u3000';
}

/** A draft whose lines mostly begin with one blank is set that way. */
function prefersSingleIndent(draft: Draft): boolean {
  const single = singleIndentsOf(draft);
  return single > 1 && single * 2 >= draft.paragraphs.length;
}

const singleIndentsOf = sumOver(({ text }) => Number(/^[ \u00A0](?![ \u00A0\u3000])/u.test(text)));

/** By edge of a figure or Latin word: whether this draft sets a blank between it and Chinese on purpose. */
interface FigureStyle {
  readonly left: boolean;
  readonly right: boolean;
}

/**
 * Some drafts space one edge only (增加 3000万), so each is judged by itself. A few blanks among many edges
 * without one were left behind; from a fifth on they are somebody's habit.
 */
function figureStyle(draft: Draft): FigureStyle {
  const left = spacedLeft(draft);
  const right = spacedRight(draft);
  const [closeLeft, closeRight] = [tightLeft(draft), tightRight(draft)];
  const few = left + right >= closeLeft + closeRight;
  return {
    left: left < 3 ? few : left * 5 >= closeLeft,
    right: right < 3 ? few : right * 5 >= closeRight,
  };
}

const edgesLike = (pattern: RegExp): ((draft: Draft) => number) =>
  sumOver(({ text }) => text.match(pattern)?.length ?? 0);
const spacedLeft = edgesLike(/\p{Script=Han}[ \u00A0](?=[0-9A-Za-z])/gu);
const spacedRight = edgesLike(/[0-9A-Za-z][ \u00A0](?=\p{Script=Han})/gu);
const tightLeft = edgesLike(/\p{Script=Han}(?=[0-9A-Za-z])/gu);
const tightRight = edgesLike(/[0-9A-Za-z](?=\p{Script=Han})/gu);

/** Whether blanks inside a paragraph are stray, and by which habit of a draft they would not be. */
function strayBetween(content: Prose, start: number, end: number): Pick<Blank, 'unless'> | undefined {
  const { text } = content;
  const always = { unless: undefined };
  if (isLayout(content, start, end)) return undefined;
  if (ZERO_WIDTH.test(text.slice(start, end))) return always;
  const left = behindQuote(text, start - 1, -1);
  const right = behindQuote(text, end, 1);
  if (isFigure(right) && !isFigure(left))
    return isHanCode(left.charCodeAt(0)) ? { unless: 'left' } : undefined;
  if (isFigure(left) && !isFigure(right))
    return isHanCode(right.charCodeAt(0)) ? { unless: 'right' } : undefined;
  if (!isChinese(left) || !isChinese(right) || isPair(text, start, end)) return undefined;
  return left === '—' || right === '—' ? { unless: 'left' } : always;
}

/** The character at `at`; of a quotation mark beside the blank, what it encloses: “OK” is spaced as OK is. */
function behindQuote(text: string, at: number, step: 1 | -1): string {
  const char = text.charAt(at);
  if (!/[“”]/u.test(char)) return char;
  const inner = text.charAt(at + step);
  return /[0-9A-Za-z!?.]/u.test(inner) ? inner : char;
}

/** Without a blank beside them, closing ** after a mark are not read as Markdown: writers put it there for that. */
function isBesideSyntax({ pieces }: Paragraph, start: number, end: number): boolean {
  return start > 0 && pieces.some(({ at }) => at > 0 && (at === start || at === end));
}

/** Blanks that are set on purpose: in headings and titles, after an ordinal, in names. */
function isLayout({ text, kind, analysis }: Prose, start: number, end: number): boolean {
  if (kind === 'heading' || !/[，。；：！？]/u.test(text)) return true;
  // 主持人：县委副书记␣周␣岩: a label and what it names, set like a line of a form.
  if (/^[^，。；：！？]{1,12}：[^，。；：！？]*$/u.test(text)) return true;
  if (analysis.markers.some((marker) => marker.end === start && SET_APART.has(marker.family))) return true;
  if (/^\s*[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]?$/u.test(text.slice(0, start))) return true;
  if (/^\s*第[零〇一二三四五六七八九十百千0-9]+[编章节条款]$/u.test(text.slice(0, start))) return true;
  return isSpacedName(text, start, end);
}

/** A name of two characters set as wide as those of three, in a list of names: 张  三、李  四. */
function isSpacedName(text: string, start: number, end: number): boolean {
  const left = /(?<edge>^|[、，：；。（])\p{Script=Han}$/u.exec(text.slice(Math.max(0, start - 2), start));
  const right = /^\p{Script=Han}(?<edge>$|[、，：；。）])/u.exec(text.slice(end, end + 2));
  if (left === null || right === null) return false;
  // 。例 如， and ，太 早， are words of a sentence.
  return [left, right].some(({ groups }) => !/[，；。]/u.test(groups?.['edge'] ?? ''));
}

/** The most characters of one line of a slogan or a couplet. */
const LONGEST_LINE = 12;

/** Two lines of a slogan or a couplet side by side: as long as each other, with marks or nothing around them. */
function isPair(text: string, start: number, end: number): boolean {
  // As far as it matters: a line may be as long as a book.
  const reach = LONGEST_LINE + 1;
  const left = /[\p{Script=Han}]*$/u.exec(text.slice(Math.max(0, start - reach), start))?.[0].length ?? 0;
  const right = /^[\p{Script=Han}]*/u.exec(text.slice(end, end + reach))?.[0].length ?? 0;
  return (
    left === right &&
    left >= 4 &&
    left <= LONGEST_LINE &&
    /^$|[“”‘’《》（）：]/u.test(text.charAt(start - left - 1)) &&
    /^$|[“”‘’《》（）。！]/u.test(text.charAt(end + right))
  );
}

function isFigure(char: string): boolean {
  return /[0-9０-９]/u.test(char);
}

function isChinese(char: string): boolean {
  return isHanCode(char.charCodeAt(0)) || CHINESE_MARK.test(char);
}
