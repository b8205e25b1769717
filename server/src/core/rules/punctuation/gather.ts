import type { Edit } from '../../finding.js';
import type { Span } from '../../text/span.js';
import type { MessageData, Report } from '../rule.js';

/** A place at fault and the edits that mend it; both in the draft's offsets. */
export interface Place {
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** How places of one fault are put into words. */
export interface Wording<M extends string> {
  readonly message: M;
  readonly data?: MessageData;
  /** What is said of each further place. */
  readonly related: M;
  /** The title of the fix of all places; without one there is no fix. */
  readonly fix?: M;
  /** Whether fix-all may run the fix unseen. */
  readonly safe?: boolean;
}

/** Further places that a finding names; the fix mends them all. */
const MAX_RELATED = 20;

/**
 * One finding for all places of a fault: a habit is one thing to say, not one for each mark. `count` is given to
 * the message. Undefined without a place.
 */
export function gather<M extends string>(
  places: readonly Place[],
  wording: Wording<M>,
): Report<M> | undefined {
  const [first, ...others] = places;
  if (first === undefined) return undefined;
  const data = { ...wording.data, count: places.length };
  const edits = places.flatMap((place) => place.edits).toSorted((a, b) => a.span.start - b.span.start);
  return {
    message: wording.message,
    data,
    span: first.span,
    related: others.slice(0, MAX_RELATED).map(({ span }) => ({ span, message: wording.related, data })),
    fixes:
      wording.fix === undefined || edits.length === 0
        ? []
        : [{ title: wording.fix, data, safe: wording.safe ?? false, edits }],
  };
}
