import { seriesOf } from '../../draft/enumerations.js';
import type { Draft, Paragraph } from '../../draft/model.js';
import { FIXED_TERMS } from '../../lexicon/fixedTerms.js';
import { KNOWN_LABELS } from '../../lexicon/knownLabels.js';
import { numeralValue } from '../../text/numerals.js';

/** A numeral label at one place of the draft: 四大战略. Offsets are the paragraph's. */
export interface Label {
  readonly text: string;
  readonly value: number;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

/** Longer quotations are somebody's words. */
const QUOTED_MAX = 24;

/** A label, or a label with the verb before it: 四大战略, 推动四大战略. */
const LABEL = /^(?:[^一二两三四五六七八九十]{2})?([二两三四五六七八九十]{1,2})(\p{Script=Han}{1,7})$/u;

/** Outside quotation marks only what can hardly be anything else. */
const BARE =
  /(?:实施|推进|推动|落实|围绕|聚焦|深化|抓好|做好|践行|坚持)([二两三四五六七八九十])((?:大(?:战略|工程|行动|攻坚|战役|会战|板块|突破|提升)|篇(?:大)?文章|张清单|比[二两三四五六七八九十]不比))(?=[，。；、“”的]|要求|部署|$)/gu;

/** One behind the other: a label stands in one of them or in none. */
const ALL_TERMS = FIXED_TERMS.join('\n');

/** What follows a numeral that counts or dates: 三天, 五月, 十二届, 三中全会. */
const COUNTS =
  /^(?:[年月日天时点分岁人名元万亿千百次届中级等期胎孩线环楼层米里路号班周倍成代股方边侧通星胞连角维轮色者则本台寸尺斤两口只头块季章州岸省市县区镇村]|小时|公里|十|[个大项条类种位](?:月|人|$)|[二两三四五六七八九十]|五(?:规划|时期|期间)?$)/u;

/** From ten on a numeral counts prizes and events. */
const VALUE_MAX = 9;

/** The numeral labels of a draft, in order; those that everybody knows are left out. */
export function labelsOf(draft: Draft, own: readonly string[]): Label[] {
  const labels: Label[] = [];
  for (const paragraph of draft.paragraphs) {
    const { text, analysis } = paragraph;
    const add = (start: number, numeral: string, rest: string): void => {
      const value = numeralValue(numeral);
      const label = numeral + rest;
      if (value === undefined || value > VALUE_MAX || rest.length < 2) return;
      if (COUNTS.test(rest) || isKnown(label, own)) return;
      if (labels.some((other) => other.paragraph === paragraph && other.start === start)) return;
      labels.push({ text: label, value, paragraph, start, end: start + label.length });
    };
    for (const { start, end, open } of analysis.quotations) {
      if (open === '《' || end - start > QUOTED_MAX) continue;
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
    for (const { index, 0: whole, 1: numeral = '', 2: rest = '' } of text.matchAll(BARE))
      add(index + whole.length - numeral.length - rest.length, numeral, rest);
  }
  return labels.sort((a, b) => a.paragraph.index - b.paragraph.index || a.start - b.start);
}

function isKnown(label: string, own: readonly string[]): boolean {
  if (KNOWN_LABELS.has(label) || own.some((term) => term.includes(label))) return true;
  return ALL_TERMS.includes(label);
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
  if (takenUp(followingText(draft, label), coreOf(words)) >= value) return true;
  return ANNOUNCES.test(after) && hasSeries(draft, label);
}

/** A list that the label sums up stands right before it, or is closed by 等 or 这: 修路、引水、建校这三件大事. */
function listedBefore(before: string, value: number): boolean {
  const closed = /[等这][“‘]?$/u.test(before);
  const list = closed ? before : (before.split(/[，。；：]/u).at(-1) ?? '');
  return (list.match(closed ? /[、，；]/gu : /、/gu)?.length ?? 0) >= value - 1;
}

/** How often the text takes up the words that the members share, or one of the two at the end of a clause. */
function takenUp(text: string, core: string): number {
  const whole = text.split(core).length - 1;
  if (core.length < 2) return whole;
  const ends = new RegExp(
    `(?:${core.charAt(0)}\\p{Script=Han}|\\p{Script=Han}${core.charAt(1)})[，。；、！]`,
    'gu',
  );
  return Math.max(whole, text.match(ends)?.length ?? 0);
}

/** What the members of the label have in common: 到位 of 四个到位, 比 of 五比五不比. */
function coreOf(words: string): string {
  const core = words.replace(/^[二两三四五六七八九]+[个大项条篇张]?/u, '');
  return /[一二两三四五六七八九十不]/u.test(core) ? core.charAt(0) : core.slice(-2);
}

function followingText({ paragraphs }: Draft, { paragraph, end }: Label): string {
  const next = [1, 2, 3].map((step) => paragraphs[paragraph.index + step]?.text ?? '');
  return paragraph.text.slice(end) + next.join('\n');
}

function hasSeries(draft: Draft, { paragraph, end, value }: Label): boolean {
  return seriesOf(draft).some(({ members }) => {
    const first = members[0];
    if (first === undefined || members.length !== value) return false;
    if (first.paragraph === paragraph) return first.marker.start >= end;
    return first.paragraph.index === paragraph.index + 1;
  });
}
