import type { Edit } from '../../../server/src/core/finding.js';
import { edit, type Fault, type Planter } from '../fault.js';
import { count, isInsidePair, sentencesOf, type Line, type Source } from '../source.js';

const PER_TEXT = 6;
/** The limits of the two rules; a text that keeps them is clean. */
const PARAGRAPH_MAX = 400;
const SENTENCE_MAX = 100;

/** Paragraphs are joined until they are too long for one. */
export const joinedParagraphs: Planter = {
  kind: 'paragraphs run together',
  rule: 'paragraph-too-long',
  propose(source, random) {
    return random.some(
      source.lines.flatMap((_, index) => joinFrom(source, index)),
      PER_TEXT,
    );
  },
};

function joinFrom(source: Source, index: number): Fault[] {
  const edits: Edit[] = [];
  let length = 0;
  let previous: Line | undefined;
  for (const line of source.lines.slice(index, index + 8)) {
    const own = count(line.text);
    if (!line.prose || own > PARAGRAPH_MAX || opensSection(line)) return [];
    if (previous !== undefined) {
      const between = source.text.slice(previous.end, line.start);
      if (/\S/u.test(between)) return [];
      edits.push(edit(previous.end, line.start, ''));
    }
    length += own;
    previous = line;
    const first = source.lines[index];
    if (length > PARAGRAPH_MAX && edits.length > 0 && first !== undefined) {
      return [
        { variant: `${edits.length + 1} paragraphs`, edits, places: [{ start: first.start, end: line.end }] },
      ];
    }
  }
  return [];
}

function opensSection(line: Line): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百零]+[条章节])/u.test(
    line.text,
  );
}

/** Full stops become commas until the sentence is too long for one breath. */
export const joinedSentences: Planter = {
  kind: 'sentences run together',
  rule: 'sentence-too-long',
  propose(source, random) {
    return random.some(
      source.lines.flatMap((line) =>
        line.prose ? sentencesOf(line).flatMap((_, s) => mergeFrom(source, line, s)) : [],
      ),
      PER_TEXT,
    );
  },
};

function mergeFrom(source: Source, line: Line, index: number): Fault[] {
  const edits: Edit[] = [];
  let length = 0;
  const sentences = sentencesOf(line);
  const first = sentences[index];
  for (const sentence of sentences.slice(index, index + 6)) {
    const own = count(source.text.slice(sentence.start, sentence.end));
    // Half-width marks may end a sentence or stand in a name: leave them alone.
    const plain = !/[!?.]/u.test(source.text.slice(sentence.start, sentence.end));
    if (own > SENTENCE_MAX || first === undefined || !plain) return [];
    length += own;
    if (length > SENTENCE_MAX && edits.length > 0) {
      return [
        {
          variant: `${edits.length + 1} sentences`,
          edits,
          places: [{ start: first.start, end: sentence.end }],
        },
      ];
    }
    const stop = sentence.end - 1;
    if (source.text.charAt(stop) !== '。' || isInsidePair(line, stop)) return [];
    edits.push(edit(stop, stop + 1, '，'));
  }
  return [];
}
