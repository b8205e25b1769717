import { edit, type Planter } from '../fault.js';
import { countHan, sentencesOf } from '../source.js';

const PER_TEXT = 8;
/** Han characters of a sentence worth pasting, and those of it that must stand outside quotation marks. */
const SHORTEST = 25;
const SHORTEST_UNQUOTED = 20;
/** Paragraphs between a sentence and its copy. */
const APART = 4;

/** A sentence is copied to the end of another paragraph far away. */
export const pastedSentence: Planter = {
  kind: 'sentence pasted elsewhere',
  rule: 'repeated-phrase',
  propose(source, random) {
    // Opening and closing may echo each other.
    const lines = source.lines.slice(2, -2).filter((line) => line.prose && line.text.endsWith('。'));
    const sentences = lines.flatMap((line, index) =>
      sentencesOf(line).map((span) => ({
        span,
        index,
        text: source.text.slice(span.start, span.end).trim(),
      })),
    );
    const worthy = sentences.filter(
      ({ text }) =>
        text.endsWith('。') &&
        countHan(text) >= SHORTEST &&
        countHan(text.replace(/“[^”]*”|《[^》]*》|（[^）]*）/gu, '')) >= SHORTEST_UNQUOTED &&
        !/^(?:[“（]|第?[一二三四五六七八九十]{1,2}[、，是要])/u.test(text) &&
        source.text.indexOf(text) === source.text.lastIndexOf(text) &&
        !/[“”（）《》]/u.test(text.replace(/“[^”]*”|《[^》]*》|（[^）]*）/gu, '')),
    );
    return random.some(worthy, PER_TEXT).flatMap(({ span, index, text }) => {
      const target = random.one(lines.filter((_, other) => Math.abs(other - index) >= APART));
      if (target === undefined) return [];
      return [
        {
          variant: countHan(text) > 60 ? 'long' : 'short',
          edits: [edit(target.end, target.end, text)],
          places: [span, { start: target.end, end: target.end }],
        },
      ];
    });
  },
};
