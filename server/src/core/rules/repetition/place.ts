import type { Standing } from '../../draft/standing.js';
import type { Span } from '../../text/span.js';
import type { ParagraphSentence, ParagraphWording } from '../../text/wording.js';

/** A paragraph in which wording comes back. */
export interface PhraseParagraph extends Standing {
  readonly wording: ParagraphWording;
  /** Counted positions before it in the draft. */
  base: number;
  /** Whether it is a heading, or stands in the draft's title. */
  heading: boolean;
  /** Whether it is one of the first or the last of a draft that has an opening and a closing. */
  opening: boolean;
  closing: boolean;
  /** Whether it is a block quotation: what somebody else wrote, or an example. */
  quoted: boolean;
}

/** A place of a repeated wording, in counted positions of its paragraph. */
export interface Place extends Span {
  readonly paragraph: PhraseParagraph;
  readonly sentence: ParagraphSentence;
}
