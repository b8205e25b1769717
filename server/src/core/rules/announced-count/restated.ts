import type { Draft } from '../../draft/model.js';
import { perParagraph } from '../../draft/perParagraph.js';
import { numberPhrasesIn, type Announcement, type Mismatch, type NumberPhrase } from './announcements.js';

/** How many paragraphs after an announcement its parts are taken up. */
const REACH = 12;

/**
 * Announcements that say the same thing with another number: “把准一个内涵、抓住两个关键” taken up as
 * 抓住三个关键，就是…; a slogan “三个一切、两个全面” repeated with one number changed.
 */
export function* checkRestated(
  draft: Draft,
  announcements: readonly (readonly Announcement[])[],
): Generator<Mismatch> {
  const compounds = announcements.map((own) => {
    const [first] = own;
    return own.length < 2 || first === undefined
      ? NONE
      : compoundedIn(first.paragraph).flatMap((index) => own[index] ?? []);
  });
  yield* slogans(compounds);
  for (const [index, own] of compounds.entries()) {
    for (const announced of own) {
      if (announced.label.length < 2) continue;
      for (const paragraph of draft.paragraphs.slice(index + 1, index + 1 + REACH)) {
        const taken = announcements[paragraph.index]?.[0];
        if (taken === undefined || !takesUp(announced, taken)) continue;
        if (taken.value === announced.value) break;
        const repeated = announcements[paragraph.index]?.find(
          (other) => other.start > taken.start && other.label === taken.label && other.unit === taken.unit,
        );
        // A third mention decides; without one the announcement is taken to be wrong.
        const wrong = repeated?.value === announced.value ? taken : announced;
        yield between(wrong, wrong === taken ? announced : taken);
        break;
      }
    }
  }
}

/** A paragraph that begins with the announced words: 抓住两个关键，就是…. */
function takesUp(announced: Announcement, taken: Announcement): boolean {
  return (
    announced.label === taken.label &&
    announced.unit === taken.unit &&
    announced.verb === taken.verb &&
    /^\p{Script=Han}{2}$/u.test(taken.verb) &&
    taken.paragraph.text.slice(0, taken.start).trim().length === 2
  );
}

/** A slogan of two or more labels said three times or more, once with a number that the others do not have. */
function* slogans(compounds: readonly (readonly Announcement[])[]): Generator<Mismatch> {
  const said = new Map<string, Announcement[][]>();
  for (const own of compounds) {
    for (const group of grouped(own)) {
      const key = group.map(({ unit, label }) => unit + label).join('、');
      const before = said.get(key);
      if (before === undefined) said.set(key, [group]);
      else before.push(group);
    }
  }
  for (const mentions of said.values()) {
    if (mentions.length < 3) continue;
    for (const [part] of (mentions[0] ?? []).entries()) {
      const byValue = new Map<number, Announcement[]>();
      for (const group of mentions) {
        const one = group[part];
        if (one !== undefined) byValue.set(one.value, [...(byValue.get(one.value) ?? []).slice(0, 1), one]);
      }
      const [few, many] = [...byValue.values()].sort((a, b) => a.length - b.length);
      const [wrong] = few ?? [];
      const [right] = many ?? [];
      if (byValue.size === 2 && few?.length === 1 && many?.length === 2 && wrong && right) {
        yield between(wrong, right);
      }
    }
  }
}

/** The announcements of a paragraph by the quotation that holds them. */
function grouped(own: readonly Announcement[]): Announcement[][] {
  const groups: Announcement[][] = [];
  for (const one of own) {
    const last = groups.at(-1)?.at(-1);
    if (inOneQuotation(one.paragraph.text, last, one)) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

const NONE: readonly Announcement[] = [];

/** The number phrases of a paragraph, by index, that stand in one quotation with the one before or behind. */
const compoundedIn = perParagraph((paragraph): readonly number[] => {
  const { text } = paragraph;
  const phrases = numberPhrasesIn(paragraph);
  return [...phrases.keys()].filter(
    (i) =>
      inOneQuotation(text, phrases[i - 1], phrases[i]) || inOneQuotation(text, phrases[i], phrases[i + 1]),
  );
});

/** Whether the second follows the first in one quotation: “三个一切、两个全面”. */
function inOneQuotation(
  text: string,
  first: NumberPhrase | undefined,
  second: NumberPhrase | undefined,
): boolean {
  if (first === undefined || second === undefined) return false;
  const between = text.slice(first.end, second.start);
  return /^[，、]\p{Script=Han}{0,4}$/u.test(between) || /^”[、，]?“$/u.test(between);
}

function between(wrong: Announcement, other: Announcement): Mismatch {
  return {
    announcement: wrong,
    count: other.value,
    direction: 'elsewhere',
    items: [other.paragraph.span(other.start, other.end)],
    names: [],
  };
}
