import { hanNumeral } from '../text/numerals.js';
import { countWord, type Block } from './block.js';
import type { SpeechPlan, Theme } from './speechPlan.js';

/** The most characters of opening and close, and their parts of a short speech. */
const OPENING = { part: 0.1, most: 300 } as const;
const CLOSING = { part: 0.08, most: 200 } as const;

/** A section of more characters than this has items, and of more than that sections of its own. */
const ONE_PARAGRAPH = 300;
const WITH_ITEMS = 900;

/** Characters of an item, and of a section within a section, where there is no reason for more or fewer. */
const ITEM = 200;
const SUBSECTION = 450;

/** The part of a section that stands before its items, and before sections of its own. */
const BEFORE_ITEMS = 0.25;
const BEFORE_SUBSECTIONS = 0.1;

/** Characters of a paragraph of a speech without numbered points. */
const PARAGRAPH = 250;

/** The lines of a speech with numbered points, or with none for 0. `total` is the characters of the whole. */
export function speechBlocks(plan: SpeechPlan, points: number, total: number): readonly Block[] {
  const opening = Math.min(total * OPENING.part, OPENING.most);
  const closing = Math.min(total * CLOSING.part, CLOSING.most);
  const rest = total - opening - closing;
  const announcement = points === 0 ? '' : plan.announcement.replace('{n}', countWord(points));
  return [
    { text: plan.title, heading: 1 },
    { text: `{${plan.salutations.join('|')}}：` },
    { text: plan.opening + announcement, share: opening },
    ...(points === 0 ? unnumbered(plan, rest) : numbered(plan, rest, points)),
    { text: plan.closing, share: closing },
  ];
}

function numbered(plan: SpeechPlan, total: number, points: number): readonly Block[] {
  return sharedOut(plan, total, points).flatMap(([theme, share], index): readonly Block[] => [
    { text: `${hanNumeral(index + 1)}、【小标题：${theme.heading}】`, heading: 2 },
    ...sectionOf(theme, share),
  ]);
}

/** Paragraphs in the order of the themes, more of them the longer the speech. */
function unnumbered(plan: SpeechPlan, total: number): readonly Block[] {
  const count = Math.min(6, Math.max(2, Math.round(total / PARAGRAPH)));
  return sharedOut(plan, total, count).flatMap(([theme, share]) =>
    share <= ONE_PARAGRAPH ? [leadOf(theme, share)] : withItems(theme, share),
  );
}

/** The themes of a speech of so many points, each with its share. */
function sharedOut(
  { themes }: SpeechPlan,
  total: number,
  count: number,
): readonly (readonly [Theme, number])[] {
  const chosen = themes.filter(({ from }) => from <= count);
  const weights = chosen.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return chosen.map((theme) => [theme, (total * (theme.weight ?? 1)) / weights]);
}

function sectionOf(theme: Theme, share: number): readonly Block[] {
  if (share <= ONE_PARAGRAPH) return [leadOf(theme, share)];
  return share <= WITH_ITEMS ? withItems(theme, share) : withSubsections(theme, share);
}

function leadOf({ lead, content }: Theme, share: number): Block {
  return { text: `${lead}【${content}，约 {budget} 字】。`, share };
}

/** 一是…二是… or 一要…二要…, a paragraph each. */
function withItems(theme: Theme, share: number): readonly Block[] {
  const rest = share * (1 - BEFORE_ITEMS);
  const count = between(2, rest / ITEM, 4);
  const text =
    theme.items === 'facts'
      ? '是【哪一条】。【事实，约 {budget} 字】。'
      : '要【做什么】。【怎么做，约 {budget} 字】。';
  return [
    leadOf(theme, share * BEFORE_ITEMS),
    ...Array.from({ length: count }, (_, index) => ({
      text: hanNumeral(index + 1) + text,
      share: rest / count,
    })),
  ];
}

/** How the paragraphs of a section's sections begin, in their order. */
const BEGINNINGS = {
  facts: ['先看', '再看', '还要看', '也要看', '最后看'],
  tasks: ['首先要', '其次要', '同时要', '还要', '最后要'],
} as const;

/** （一）（二）, each with a paragraph, behind a paragraph about the whole. */
function withSubsections(theme: Theme, share: number): readonly Block[] {
  const beginnings = BEGINNINGS[theme.items];
  const rest = share * (1 - BEFORE_SUBSECTIONS);
  const count = between(2, rest / SUBSECTION, beginnings.length);
  const field = theme.items === 'facts' ? '事实' : '怎么做';
  return [
    leadOf(theme, share * BEFORE_SUBSECTIONS),
    ...Array.from({ length: count }, (_, index): readonly Block[] => [
      { text: `（${hanNumeral(index + 1)}）【小标题】`, heading: 3 },
      { text: `${beginnings[index] ?? ''}【${field}，约 {budget} 字】。`, share: rest / count },
    ]).flat(),
  ];
}

function between(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(wanted)));
}
