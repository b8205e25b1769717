import { perParagraph } from '../draft/perParagraph.js';
import { byCode } from '../text/characters.js';
import type { Span } from '../text/span.js';
import { defineRule } from './rule.js';

/** What follows a masked name: 省委**同志, ××县. */
const NAMED =
  '(?:同志|书记|县长|市长|省长|镇长|乡长|主任|局长|部长|校长|院长|经理|董事长|主席|先生|女士|老师|[省市县区乡镇村])';

/** What follows a masked name or figure. */
const MASKED = `(?:${NAMED}|[州盟旗局厅部年月日号人])`;

/** Forms that nobody means to read aloud. Each is tried on the paragraphs that hold one of its signs. */
const PATTERNS: readonly { readonly signs: string; readonly pattern: RegExp }[] = [
  // ×× and single × where a figure or a name belongs: ××县, ×月×日, 3×5 is arithmetic.
  { signs: '×', pattern: /×{2,}/gu },
  { signs: '×', pattern: new RegExp(`(?<![0-9.)）\\]×])×(?=${MASKED})`, 'gu') },
  // XX next to Chinese, not inside a Latin word: XX市, 20XX年, 第XX次; X月X日.
  {
    signs: 'XxＸｘ',
    pattern: /(?<=[\p{Script=Han}，。、：；“（《0-9]|^)[XxＸｘ]{2,}(?=[\p{Script=Han}，。、：；”）》]|$)/gu,
  },
  { signs: 'XＸ', pattern: /(?<![A-Za-zＸ])[XＸ](?=[年月日])/gu },
  { signs: '某', pattern: /某某(?:某)?/gu },
  // A blank to fill in; a line of nothing else is a rule between parts and left out below.
  { signs: '_＿', pattern: /[_＿]{3,}/gu },
  { signs: '□△', pattern: /[□△]{2,}(?!【)/gu },
  { signs: '○', pattern: new RegExp(`(?<![零一二三四五六七八九〇○])○{2,}(?=${MASKED})`, 'gu') },
  {
    signs: '（(【[',
    pattern:
      /[（(【[](?:此处)?(?:待|需)[^，。；：）)】\]]{0,6}?(?:补|定|核|填|查|完善|更新|确认)[^）)】\]]{0,12}[）)】\]]/gu,
  },
  { signs: '【', pattern: /【[^【】\n]{0,30}】/gu },
  { signs: 'T', pattern: /\b(?:TODO|TBD)\b/gu },
];

const MASKING = '*＊';

/** By sign, a bit for each pattern that it belongs to; {@link MASKING} has the bit behind them. */
const SIGNS = new Map<number, number>();
for (const [index, signs] of [...PATTERNS.map((each) => each.signs), MASKING].entries()) {
  for (const sign of signs)
    SIGNS.set(sign.charCodeAt(0), (SIGNS.get(sign.charCodeAt(0)) ?? 0) | (1 << index));
}

const isSign = byCode((char) => SIGNS.has(char.charCodeAt(0)));

/** A line that only divides parts: ****** or ______. */
const DIVIDER = /^[\s*＊_＿\-—=·.]+$/u;

/** A name, a figure or a snippet's field that was never filled in. */
export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  title: { zh: '占位符未替换', en: 'Placeholder left' },
  reason: {
    zh: '占位的“**”“××”一旦上了台，念的人只能停下来，场面很难堪。',
    en: 'When a masked name reaches the rostrum, the speaker has to stop, and everyone notices.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '公文校核的通行做法：姓名、职务、数据必须补齐',
      en: 'Common practice of proofreading: names, posts and figures must be complete',
    },
  },
  severity: 'error',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    left: {
      zh: '这里的“{text}”是占位符，还没有换成真正的内容，请补上。',
      en: '“{text}” is a placeholder that was never filled in; put the real name or figure here.',
    },
  },
  check({ draft, report }) {
    for (const paragraph of draft.paragraphs) {
      for (const span of placeholdersIn(paragraph)) {
        report({
          message: 'left',
          data: { text: paragraph.text.slice(span.start, span.end) },
          span: paragraph.span(span.start, span.end),
        });
      }
    }
  },
});

const placeholdersIn = perParagraph(({ text }): readonly Span[] => {
  if (DIVIDER.test(text)) return [];
  const signs = signsIn(text);
  if (signs === 0) return [];
  const found: Span[] = holds(signs, PATTERNS.length) ? findMaskingAsterisks(text) : [];
  for (const [index, { pattern }] of PATTERNS.entries()) {
    if (!holds(signs, index)) continue;
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (match[0].startsWith('【') && isLabel(text, span)) continue;
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  }
  return found.sort((a, b) => a.start - b.start);
});

/** The bits of the patterns whose signs stand in a text. */
function signsIn(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSign(code)) signs |= SIGNS.get(code) ?? 0;
  }
  return signs;
}

function holds(signs: number, index: number): boolean {
  return ((signs >> index) & 1) === 1;
}

/** Words that head a part of a draft when they stand in 【】 at the start of a line. */
const LABEL =
  /^(?:典型)?(?:案例|点评|导语|编者按|背景|链接|提示|提要|摘要|开场|正文|结尾|结语|备注|说明|问题|做法|问|答|主持词|第.{1,4}(?:部分|环节|项))[一二三四五六七八九十0-9]{0,2}$/u;

/** 【】 that is meant to be there: a note on a rare character, a dateline, the label of a part. */
function isLabel(text: string, span: Span): boolean {
  const content = text.slice(span.start + 1, span.end - 1);
  if (/[“”]|^(?:音|注|按)|(?:电|讯|摄)$/u.test(content)) return true;
  return text.slice(0, span.start).trim() === '' && LABEL.test(content);
}

/** Runs of two or more asterisks that mask something, those of bold text pasted from Markdown left out. */
function findMaskingAsterisks(text: string): Span[] {
  const runs = [...text.matchAll(/[*＊]{2,}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const masks: Span[] = [];
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i];
    const close = runs[i + 1];
    if (open === undefined) break;
    if (close !== undefined && isBold(text, open, close)) i++;
    else masks.push(open);
  }
  return masks;
}

/** Whether two runs of asterisks enclose a whole line, clause or phrase rather than standing for two names. */
function isBold(text: string, open: Span, close: Span): boolean {
  if (open.end - open.start !== close.end - close.start) return false;
  const content = text.slice(open.end, close.start);
  const before = text.charAt(open.start - 1);
  const after = text.charAt(close.end);
  if (content.trim() !== content || !/\p{Script=Han}{2}/u.test(content)) return false;
  if (new RegExp(`^${NAMED}`, 'u').test(content)) return false;
  const wholeClause =
    /^$|[\s，。：；！？、“（]/u.test(before) &&
    (/^$|[\s，。：；！？、”）]/u.test(after) || /[。：！？；]$/u.test(content));
  return wholeClause || !/[，。：；！？]/u.test(content);
}
