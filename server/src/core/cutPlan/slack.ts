import { isLead } from '../draft/cohesion.js';
import type { Finding } from '../finding.js';
import { repeatedFrame } from '../rules/repeated-frame.js';
import { overlaps, type Span } from '../text/span.js';
import { tellsFact } from './facts.js';
import type { PlannedSentence } from './sentences.js';

/** What answers the sentence before: without it, that one would be left hanging or would mean the contrary. */
const REPLIES =
  /^(?:但|可是|然而|不过|只是|所以|因此|因而|因为|于是|由此|正因|答案|原来|结果|总之|可见|说到底|归根|哪怕|即使|到了|后来|最后|我(?:常常)?想|我以为|我看|这(?:件事|就是|说明|告诉))/u;

/** Somebody's own words, or what is told of somebody. */
const TELLS = /^“|[：:，,]\s*[“「]|说[，：]|同志(?!们)|师傅|先生|女士/u;

/** What binds somebody: an order without its sanction is another order. */
const BINDS = /依法|不得|不准|严禁|追究|问责|处罚/u;

/** Sentences that begin with so many equal characters, one on the other, are parallel. */
const PARALLEL = 2;

/**
 * The sentences that a reader would not miss where they stand: no opening of a paragraph and none of a point, no
 * fact, no story, no turn of the argument, and no part of a parallelism.
 */
export function slackSentences(
  sentences: readonly PlannedSentence[],
  findings: readonly Finding[],
): ReadonlySet<PlannedSentence> {
  const frames = findings
    .filter(({ rule }) => rule === repeatedFrame.id)
    .flatMap(({ span, related }): Span[] => [span, ...related.map((place) => place.span)]);
  return new Set(
    sentences.filter((sentence, at) => {
      const { text, index, free, loose } = sentence;
      // The first sentence of a paragraph says what it is about.
      if (!free || !loose || index === 0) return false;
      if (REPLIES.test(text) || TELLS.test(text) || BINDS.test(text) || tellsFact(text)) return false;
      const before = sentences[at - 1];
      const after = sentences[at + 1];
      // What names a point is nothing without the first sentence on it.
      if (before !== undefined && isLead(before.paragraph, before.sentence)) return false;
      const demands = /[要须应]/u.test(text) && isLead(sentence.paragraph, sentence.sentence);
      if (demands && after?.paragraph === sentence.paragraph) return false;
      const opening = text.slice(0, PARALLEL);
      if ([before, after].some((other) => other?.text.startsWith(opening) === true)) return false;
      return !frames.some((frame) => overlaps(frame, sentence));
    }),
  );
}
