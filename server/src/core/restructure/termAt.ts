import { termInconsistent } from '../rules/term-inconsistent.js';
import type { Report } from '../rules/rule.js';
import type { Span } from '../text/span.js';
import { paragraphAt, proseOffset } from './place.js';
import type { Request } from './restructuring.js';

/** Longer selections are no terms. */
const LONGEST = 40;

/** The term that a writer may want to replace, and by what. */
export interface Term {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The term at a place: what is selected, else the name there that goes by two names in the draft, else the word there.
 * Where one name is to be kept to, that is what to replace the other by.
 */
export function termAt({ draft, place, segmenter, words }: Omit<Request, 'term' | 'most'>): Term {
  const reports: Report<string>[] = [];
  termInconsistent.check({ draft, options: {}, segmenter, words, report: (report) => reports.push(report) });
  const named = reports.flatMap(({ span, related = [], fixes = [] }) => {
    const from = draft.text.slice(span.start, span.end);
    const to = fixes[0]?.edits[0]?.text;
    const spans = [span, ...related.map((other) => other.span)].filter(
      ({ start, end }) => draft.text.slice(start, end) === from,
    );
    return to === undefined ? [] : [{ from, to, spans }];
  });
  const selected = draft.text.slice(place.start, place.end).trim();
  if (selected !== '' && selected.length <= LONGEST && !/[\r\n]/u.test(selected)) {
    const other = named.find(({ from }) => from === selected);
    return { from: selected, ...(other === undefined ? {} : { to: other.to }) };
  }
  const here = named.find(({ spans }) =>
    spans.some(({ start, end }) => start <= place.start && place.start <= end),
  );
  if (here !== undefined) return { from: here.from, to: here.to };
  const word = wordAt({ draft, place, segmenter });
  return word === undefined ? {} : { from: word };
}

function wordAt({
  draft,
  place,
  segmenter,
}: Pick<Request, 'draft' | 'place' | 'segmenter'>): string | undefined {
  const paragraph = paragraphAt(draft, place);
  if (paragraph === undefined) return undefined;
  const offset = proseOffset(paragraph, place.start);
  const words = segmenter?.segment(paragraph.text) ?? [];
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  // Between two words the one behind the caret is meant, as it is by double-clicking.
  return words.findLast((word) => holds(word) && /[\p{L}\p{N}]/u.test(word.text))?.text;
}
