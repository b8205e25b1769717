import type { Draft } from '../draft/model.js';
import type { Finding } from '../finding.js';
import { EMPTY_MODIFIERS } from '../lexicon/emptyModifiers.js';
import { nearDuplicate } from '../rules/near-duplicate.js';
import { repeatedPhrase } from '../rules/repeated-phrase.js';
import { isCounted } from '../text/wording.js';
import { differenceOf } from '../text/difference.js';
import type { Cut } from './cut.js';
import { paragraphRemoval, sentenceRemoval } from './removal.js';
import { sentenceAt, type PlannedSentence } from './sentences.js';

/** A sentence that stands in another place too, and that place. */
interface Copy {
  readonly kind: 'duplicate' | 'near-duplicate';
  readonly sentence: PlannedSentence;
  readonly kept: PlannedSentence;
}

/** Cuts of what stands elsewhere, and the sentences that must stay so that it does. */
export interface Duplicates {
  readonly cuts: readonly Cut[];
  readonly kept: ReadonlySet<PlannedSentence>;
}

const REASONS = {
  duplicate: {
    zh: '这句话前面已经原样说过。',
    en: 'This sentence has been said before, word for word.',
  },
  'near-duplicate': {
    zh: '这句话和前面的一句几乎一样。',
    en: 'This sentence is nearly the same as an earlier one.',
  },
  paragraph: {
    zh: '这一段前面已经说过。',
    en: 'This paragraph has been said before.',
  },
} as const;

/** The reasons of copies that are not sure. */
const JUDGED = {
  duplicate: {
    zh: '这句话前面已经原样说过；如果是有意的呼应，就留着。',
    en: 'This sentence has been said before, word for word; keep it if it is a refrain.',
  },
  'near-duplicate': {
    zh: '这句话和前面的一句几乎一样，但有几个字不同，留哪一句请您定。',
    en: 'This sentence is nearly the same as an earlier one, but some words differ; for you to say which stays.',
  },
  paragraph: {
    zh: '这一段前面几乎都说过，但有几个字不同，留哪一段请您定。',
    en: 'Nearly all of this paragraph has been said before, but some words differ; for you to say which stays.',
  },
} as const;

const SCORES = { duplicate: 1, 'near-duplicate': 0.9 } as const;

/**
 * The copies that the rules of repetition have found, but for the first of each. A paragraph of copies goes as a
 * whole; else a copy goes only when the sentences around it do without it.
 */
export function duplicateCuts(
  draft: Draft,
  findings: readonly Finding[],
  sentences: readonly PlannedSentence[],
): Duplicates {
  const copies = new Map<PlannedSentence, Copy>();
  for (const finding of findings) {
    const copy = copyOf(finding, sentences);
    const known = copy === undefined ? undefined : copies.get(copy.sentence);
    if (copy !== undefined && known?.kind !== 'duplicate') copies.set(copy.sentence, copy);
  }
  const cuts: Cut[] = [];
  const kept = new Set<PlannedSentence>();
  const gone = new Set<PlannedSentence>();
  const take = (cut: Cut, taken: readonly Copy[]): void => {
    cuts.push(cut);
    for (const copy of taken) {
      kept.add(copy.kept);
      gone.add(copy.sentence);
    }
  };
  for (const group of byParagraph(copies.values())) {
    const whole = wholeParagraph(draft, group);
    if (whole !== undefined) take(whole, group);
    else {
      for (const copy of group) {
        const { kind, sentence } = copy;
        const edit = sentence.free && sentence.loose ? sentenceRemoval(draft, sentence) : undefined;
        if (edit === undefined) continue;
        const { characters } = sentence.sentence;
        const places = [{ start: sentence.start, end: sentence.end }];
        const reason = isSureCopy(copy) ? REASONS[kind] : JUDGED[kind];
        take(
          { kind, sure: isSureCopy(copy), edits: [edit], places, characters, reason, score: SCORES[kind] },
          [copy],
        );
      }
    }
  }
  // The first of a chain of copies is never itself a copy, but the middle of one is: it goes, the first stays.
  for (const sentence of gone) kept.delete(sentence);
  return { cuts, kept };
}

/** Whether a copy can go unseen: it says nothing more than the sentence that stays, and is no refrain. */
function isSureCopy(copy: Copy): boolean {
  return addsNothing(copy) && !isRefrain(copy);
}

/** Whether all that a copy says stands in the sentence that stays, but for words that mean nothing by themselves. */
function addsNothing({ kind, sentence, kept }: Copy): boolean {
  if (kind === 'duplicate') return true;
  const [copy, original] = [countedOf(sentence.text), countedOf(kept.text)];
  const codes = Uint16Array.from(original + copy, (char) => char.charCodeAt(0));
  const { changes } = differenceOf(
    codes,
    { start: 0, end: original.length },
    { start: original.length, end: codes.length },
  );
  return changes.every(({ after }) => EMPTY_WORDS.test((original + copy).slice(after.start, after.end)));
}

/** Particles, and the modifiers that add nothing. */
const EMPTY_WORDS = new RegExp(`^(?:[的了着地得就也都还]|${EMPTY_MODIFIERS.join('|')})*$`, 'u');

/** Whether two sentences end paragraphs, or open them, both: what a speaker comes back to on purpose. */
function isRefrain({ kind, sentence, kept }: Copy): boolean {
  const isLast = ({ index, paragraph }: PlannedSentence): boolean =>
    index > 0 && index === paragraph.analysis.sentences.length - 1;
  const isFirst = ({ index, paragraph }: PlannedSentence): boolean =>
    index === 0 && paragraph.analysis.sentences.length > 1;
  return kind === 'duplicate' && ((isLast(sentence) && isLast(kept)) || (isFirst(sentence) && isFirst(kept)));
}

function copyOf(finding: Finding, sentences: readonly PlannedSentence[]): Copy | undefined {
  const exact = finding.rule === repeatedPhrase.id;
  if (!exact && finding.rule !== nearDuplicate.id) return undefined;
  const sentence = sentenceAt(sentences, finding.span.start);
  if (sentence === undefined || (exact && !fills(finding, sentence))) return undefined;
  const others = finding.related
    .map(({ span }) => sentenceAt(sentences, span.start))
    .filter((other) => other !== undefined && other.start < sentence.start);
  const kept = others.toSorted((a, b) => (a?.start ?? 0) - (b?.start ?? 0))[0];
  if (kept === undefined || (exact && countedOf(kept.text) !== countedOf(sentence.text))) return undefined;
  return { kind: exact ? 'duplicate' : 'near-duplicate', sentence, kept };
}

/** Whether the finding covers all the wording of its sentence. */
function fills({ span }: Finding, { start, end, text }: PlannedSentence): boolean {
  const from = span.start - start;
  const to = text.length - (end - span.end);
  return countedOf(text.slice(0, from)) === '' && countedOf(text.slice(to)) === '';
}

function countedOf(text: string): string {
  return Array.from(text)
    .filter((char) => isCounted(char.charCodeAt(0)))
    .join('');
}

function byParagraph(copies: Iterable<Copy>): Copy[][] {
  const groups = new Map<number, Copy[]>();
  for (const copy of copies) {
    const { index } = copy.sentence.paragraph;
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [copy]);
    else group.push(copy);
  }
  return [...groups.values()];
}

/** The cut of a paragraph that is nothing but copies of sentences of other paragraphs. */
function wholeParagraph(draft: Draft, group: readonly Copy[]): Cut | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const { paragraph } = first.sentence;
  const last = group.find(({ sentence }) => sentence.index === group.length - 1);
  if (group.length !== paragraph.analysis.sentences.length || last?.sentence.loose !== true) return undefined;
  if (paragraph.kind !== 'body' || !group.every(({ sentence }) => sentence.free)) return undefined;
  if (group.some(({ kept }) => kept.paragraph === paragraph)) return undefined;
  const edit = paragraphRemoval(draft, paragraph);
  if (edit === undefined) return undefined;
  const kind = group.every((copy) => copy.kind === 'duplicate') ? 'duplicate' : 'near-duplicate';
  const sure = group.every(addsNothing);
  const reasons = sure ? REASONS : JUDGED;
  return {
    kind,
    sure,
    edits: [edit],
    places: [paragraph.span(0, paragraph.text.length)],
    characters: paragraph.analysis.characters,
    reason: group.length > 1 ? reasons.paragraph : reasons[kind],
    score: SCORES[kind],
  };
}
