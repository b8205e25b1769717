import { seriesOf } from '../../draft/enumerations.js';
import type { Draft, Paragraph, Prose } from '../../draft/model.js';
import { perParagraphAnd } from '../../draft/perParagraph.js';
import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import { KNOWN_LABELS } from '../../lexicon/knownLabels.js';
import { byCode } from '../../text/characters.js';
import { numeralValue } from '../../text/numerals.js';
import type { Span } from '../../text/span.js';

/** A numeral label: 四大战略. Offsets are the paragraph's. */
interface NumeralLabel extends Span {
  readonly text: string;
  readonly value: number;
}

/** A numeral label at one place of the draft. */
export interface Label extends NumeralLabel {
  readonly paragraph: Paragraph;
}

/** Longer quotations are somebody's words. */
const QUOTED_MAX = 24;

/** A label, or a label with the verb before it: 四大战略, 推动四大战略. */
const LABEL = /^(?:[^一二两三四五六七八九十]{2})?([二两三四五六七八九十]{1,2})(\p{Script=Han}{1,7})$/u;

const isNumeral = byCode((char) => /[二两三四五六七八九十]/u.test(char));

/** Outside quotation marks only what can hardly be anything else, behind one of these verbs. */
const VERBS: ReadonlySet<string> = new Set(
  '实施 推进 推动 落实 围绕 聚焦 深化 抓好 做好 践行 坚持'.split(' '),
);
const BARE =
  /([二两三四五六七八九十])((?:大(?:战略|工程|行动|攻坚|战役|会战|板块|突破|提升)|篇(?:大)?文章|张清单|比[二两三四五六七八九十]不比))(?=[，。；、“”的]|要求|部署|$)/uy;

/** What follows a numeral that counts or dates: 三天, 五月, 十二届, 三中全会. */
const COUNTS =
  /^(?:[年月日天时点分岁人名元万亿千百次届中级等期胎孩线环楼层米里路号班周倍成代股方边侧通星胞连角维轮色者则本台寸尺斤两口只头块季章州岸省市县区镇村]|小时|公里|十|[个大项条类种位](?:月|人|$)|[二两三四五六七八九十]|五(?:规划|时期|期间)?$)/u;

/** From ten on a numeral counts prizes and events. */
const VALUE_MAX = 9;

/** The numeral labels of a draft, in order; those that everybody knows are left out. */
export function labelsOf(draft: Draft, own: readonly string[]): Label[] {
  return draft.paragraphs.flatMap((paragraph) =>
    labelsIn(paragraph, own).map((label): Label => ({ paragraph, ...label })),
  );
}

const NONE: readonly NumeralLabel[] = [];

const labelsIn = perParagraphAnd((paragraph, own: readonly string[]): readonly NumeralLabel[] => {
  const labels = new Map<number, NumeralLabel>();
  const add = (start: number, numeral: string, rest: string): void => {
    if (rest.length < 2 || labels.has(start)) return;
    const value = numeralValue(numeral);
    const text = numeral + rest;
    if (value === undefined || value > VALUE_MAX || COUNTS.test(rest) || isKnown(text, own)) return;
    labels.set(start, { text, value, start, end: start + text.length });
  };
  addQuoted(paragraph, add);
  addBare(paragraph.text, add);
  return labels.size === 0 ? NONE : [...labels.values()].sort((a, b) => a.start - b.start);
});

type Add = (start: number, numeral: string, rest: string) => void;

function addQuoted({ text, analysis }: Prose, add: Add): void {
  for (const { start, end, open } of analysis.quotations) {
    if (open === '《' || end - start > QUOTED_MAX || !hasNumeral(text, start + 1, end - 1)) continue;
    let at = start + 1;
    for (const part of text.slice(start + 1, end - 1).split(/[、，]/u)) {
      const match = LABEL.exec(part);
      if (match !== null) {
        const [, numeral = '', rest = ''] = match;
        add(at + part.length - numeral.length - rest.length, numeral, rest);
      }
      at += part.length + 1;
    }
  }
}

function addBare(text: string, add: Add): void {
  for (let at = 2; at < text.length; at++) {
    if (!isNumeral(text.charCodeAt(at)) || !VERBS.has(text.slice(at - 2, at))) continue;
    BARE.lastIndex = at;
    const match = BARE.exec(text);
    if (match !== null) add(at, match[1] ?? '', match[2] ?? '');
  }
}

function hasNumeral(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isNumeral(text.charCodeAt(at))) return true;
  return false;
}

function isKnown(label: string, own: readonly string[]): boolean {
  if (KNOWN_LABELS.has(label) || own.some((term) => term.includes(label))) return true;
  fixedLabels ??= new Set(FIXED_TERMS.flatMap(labelsWithin));
  return fixedLabels.has(label);
}

/** All that could be a label in a fixed term. */
let fixedLabels: ReadonlySet<string> | undefined;

function labelsWithin(term: string): string[] {
  const labels: string[] = [];
  for (let start = 0; start < term.length; start++) {
    if (!isNumeral(term.charCodeAt(start))) continue;
    for (let end = start + 1; end <= term.length; end++) labels.push(term.slice(start, end));
  }
  return labels;
}

/** So much of what follows a label may spell it out. */
const WINDOW = 160;

/** What leads from a label to what it means. */
const EXPLAINS =
  /^[”’]?[，,]?(?:具体)?(?:即|就是|是指|指的是|也就是|包括|分别|主要是|具体是|：|:|——|—|－－|（|\(|这[二两三四五六七八九十])/u;

/** What may stand between a label and the end of the sentence that announces it. */
const ANNOUNCES = /^[^。！？：:；]{0,6}[。：:]/u;

/**
 * Whether the draft spells the label out at this place: by 即 or a colon, by a list before or after it that has as
 * many members, or by taking up its words as often as it says. Doubt counts as spelt out.
 */
export function isSpeltOut(draft: Draft, label: Label): boolean {
  const { paragraph, start, end, value, text: words } = label;
  const { text } = paragraph;
  const after = text.slice(end, end + WINDOW);
  if (
    EXPLAINS.test(after) ||
    /(?:所谓|什么是|以下|如下|下面|上述|以上)[^。]{0,4}$/u.test(text.slice(Math.max(0, start - 8), start))
  )
    return true;
  const sentence = paragraph.analysis.sentences.find((candidate) => candidate.end > start);
  const before = text.slice(sentence?.start ?? 0, start);
  const rest = text.slice(end, sentence?.end ?? end);
  if (listedBefore(before, value) || (rest.match(/[、；]/gu)?.length ?? 0) >= value - 1) return true;
  if (isTakenUp(draft, label, coreOf(words))) return true;
  return ANNOUNCES.test(after) && hasSeries(draft, label);
}

/** A list that the label sums up stands right before it, or is closed by 等 or 这: 修路、引水、建校这三件大事. */
function listedBefore(before: string, value: number): boolean {
  const closed = /[等这][“‘]?$/u.test(before);
  const list = closed ? before : (before.split(/[，。；：]/u).at(-1) ?? '');
  return (list.match(closed ? /[、，；]/gu : /、/gu)?.length ?? 0) >= value - 1;
}

/** So many paragraphs behind that of a label may take its words up. */
const REACH = 3;

/**
 * Whether what follows the label has the words that its members share as often as it says, or one of the two
 * characters at the end of a clause.
 */
function isTakenUp({ paragraphs }: Draft, { paragraph, end, value }: Label, core: string): boolean {
  let whole = 0;
  let halves = 0;
  for (let index = paragraph.index; index <= paragraph.index + REACH; index++) {
    const text = paragraphs[index]?.text ?? '';
    const from = index === paragraph.index ? end : 0;
    whole += occurrencesOf(core, text, from);
    if (core.length === 2) halves += clausesEndingWithHalf(core, text, from);
    if (whole >= value || halves >= value) return true;
  }
  return false;
}

function occurrencesOf(words: string, text: string, from: number): number {
  let count = 0;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + words.length)) count++;
  return count;
}

const endsClause = byCode((char) => /[，。；、！]/u.test(char));
const isHan = byCode((char) => /\p{Script=Han}/u.test(char));

/** How often a clause ends with the first of two characters and another, or with another and the second. */
function clausesEndingWithHalf(core: string, text: string, from: number): number {
  const first = core.charCodeAt(0);
  const second = core.charCodeAt(1);
  let count = 0;
  for (let at = from + 2; at < text.length; at++) {
    if (!endsClause(text.charCodeAt(at))) continue;
    const [before, last] = [text.charCodeAt(at - 2), text.charCodeAt(at - 1)];
    if ((before === first && isHan(last)) || (last === second && isHan(before))) count++;
  }
  return count;
}

/** What the members of the label have in common: 到位 of 四个到位, 比 of 五比五不比. */
function coreOf(words: string): string {
  const core = words.replace(/^[二两三四五六七八九]+[个大项条篇张]?/u, '');
  return /[一二两三四五六七八九十不]/u.test(core) ? core.charAt(0) : core.slice(-2);
}

function hasSeries(draft: Draft, { paragraph, end, value }: Label): boolean {
  return seriesOf(draft).some(({ members }) => {
    const first = members[0];
    if (first === undefined || members.length !== value) return false;
    if (first.paragraph === paragraph) return first.marker.start >= end;
    return first.paragraph.index === paragraph.index + 1;
  });
}
