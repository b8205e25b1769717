import type { Draft, Paragraph } from '../draft/model.js';
import { formalitiesOf } from '../draft/formalities.js';
import type { Finding } from '../finding.js';
import { countHan } from '../text/characters.js';
import type { Cut } from './cut.js';
import { sentenceRemoval } from './removal.js';
import type { PlannedSentence } from './sentences.js';
import { slackSentences } from './slack.js';

/** A part of a draft that is weighed against its fellows. */
interface Part {
  /** The heading's words; absent for a part without one. */
  readonly title: string | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly characters: number;
}

/** Fewer parts have no proportions. */
const FEWEST = 3;

/** A part is over its share when it is so many times as long as the average one. */
const OVER = 1.1;

/** Nobody looks through more sentences than this; the loosest of the draft are offered. */
const MOST = 80;

/** Longer titles are shortened in a reason. */
const TITLE_MAX = 16;

/**
 * In each part that is clearly longer than the draft's parts on the average, the sentences that share least with the rest
 * of it, as many as bring it down to that length. The parts are the sections under the highest headings, or without
 * such headings the paragraphs of several sentences.
 */
export function overShareCuts(
  draft: Draft,
  findings: readonly Finding[],
  sentences: readonly PlannedSentence[],
  kept: ReadonlySet<PlannedSentence>,
): Cut[] {
  const parts = partsOf(draft);
  const slack = slackSentences(sentences, findings);
  if (parts.length < FEWEST) return [];
  const fair = parts.reduce((sum, { characters }) => sum + characters, 0) / parts.length;
  return parts
    .filter(({ characters }) => characters > OVER * fair)
    .flatMap((part) =>
      cutsOf(draft, part, fair, sentences, (sentence) => slack.has(sentence) && !kept.has(sentence)),
    )
    .sort((a, b) => b.score - a.score || (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0))
    .slice(0, MOST);
}

function cutsOf(
  draft: Draft,
  part: Part,
  fair: number,
  sentences: readonly PlannedSentence[],
  mayGo: (sentence: PlannedSentence) => boolean,
): Cut[] {
  const own = new Set(part.paragraphs);
  const inside = sentences.filter(({ paragraph }) => own.has(paragraph));
  const connections = connectionsOf(inside, part.title ?? '');
  const candidates = inside
    .map((sentence, at) => ({ sentence, connection: connections[at] ?? 1 }))
    .filter(({ sentence }) => mayGo(sentence))
    .sort((a, b) => a.connection - b.connection || a.sentence.start - b.sentence.start);
  const cuts: Cut[] = [];
  let left = part.characters - fair;
  for (const { sentence, connection } of candidates) {
    if (left <= 0) break;
    const edit = sentenceRemoval(draft, sentence);
    if (edit === undefined) continue;
    const { characters } = sentence.sentence;
    left -= characters;
    cuts.push({
      kind: 'over-share',
      sure: false,
      edits: [edit],
      places: [{ start: sentence.start, end: sentence.end }],
      characters,
      reason: reasonOf(part, fair),
      score: 1 - connection,
    });
  }
  return cuts;
}

function reasonOf({ title, characters }: Part, fair: number): Cut['reason'] {
  const share = `${String(Math.round((characters / fair - 1) * 100))}%`;
  return title === undefined
    ? {
        zh: `这一段比各段平均长 ${share}，这句话和上下文联系不多，删不删请您定。`,
        en: `This paragraph is ${share} longer than the average one, and this sentence has little to do with the rest; for you to judge.`,
      }
    : {
        zh: `“${title}”这一部分比各部分平均长 ${share}，这句话和上下文联系不多，删不删请您定。`,
        en: `“${title}” is ${share} longer than the average part, and this sentence has little to do with the rest; for you to judge.`,
      };
}

/** The sections under the headings of the highest level, else the paragraphs of the body. */
function partsOf(draft: Draft): Part[] {
  const { bodyStart, leaveStart } = formalitiesOf(draft);
  const body = draft.paragraphs.slice(bodyStart, leaveStart);
  const headings = body.filter(({ kind }) => kind === 'heading');
  const highest = Math.min(...headings.map(({ level }) => level));
  const first = headings.filter(({ level }) => level === highest);
  if (first.length < FEWEST) {
    return body
      .filter(({ kind, analysis }) => (kind === 'body' || kind === 'item') && analysis.sentences.length > 1)
      .map((paragraph) => partOf(undefined, [paragraph]));
  }
  return first.map((heading, at) => {
    const end = first[at + 1]?.index ?? leaveStart;
    return partOf(titleOf(heading), draft.paragraphs.slice(heading.index, end));
  });
}

function partOf(title: string | undefined, paragraphs: readonly Paragraph[]): Part {
  const characters = paragraphs.reduce((sum, { analysis }) => sum + analysis.characters, 0);
  return { title, paragraphs, characters };
}

function titleOf({ text, analysis }: Paragraph): string {
  const marker = analysis.markers[0];
  const words = text.slice(marker?.place === 'paragraph' ? marker.end : 0).trim();
  return words.length <= TITLE_MAX ? words : `${words.slice(0, TITLE_MAX - 1)}…`;
}

/** Of each sentence, how much of its wording (pairs of Han characters) other sentences of the part hold too, 0 to 1. */
function connectionsOf(sentences: readonly PlannedSentence[], title: string): number[] {
  const holders = new Map<string, number>();
  const pairs = sentences.map(({ text }) => pairsOf(text));
  for (const own of pairs) for (const pair of own) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  const headed = pairsOf(title);
  return pairs.map((own) => {
    let shared = 0;
    for (const pair of own) if ((holders.get(pair) ?? 0) > 1 || headed.has(pair)) shared++;
    return own.size === 0 ? 1 : shared / own.size;
  });
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (countHan(pair) === 2) pairs.add(pair);
  }
  return pairs;
}
