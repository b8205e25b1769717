import type { Edit } from '../finding.js';
import { NO_WORDS } from '../guide.js';
import { formatMessage } from '../rules/message.js';
import { announcedCount } from '../rules/announced-count.js';
import type { Report } from '../rules/rule.js';
import type { Span } from '../text/span.js';
import { notHere, type Outcome, type Request } from './restructuring.js';

const AGREES = {
  zh: '没有发现数目和列项对不上的地方。',
  en: 'No announced number was found that its points do not keep.',
};

/**
 * Writes the number that there are in place of the number that is announced: of the announcement at the caret, else
 * of the list in which the caret stands, else of the first of the draft that is not kept.
 */
export function fixAnnouncedCount({ draft, place, onlyHere }: Request): Outcome {
  const reports: Report<string>[] = [];
  announcedCount.check({
    draft,
    options: {},
    segmenter: undefined,
    words: NO_WORDS,
    report: (report) => reports.push(report),
  });
  const fixable = reports
    .filter(({ fixes = [] }) => fixes.length > 0)
    .sort((a, b) => a.span.start - b.span.start);
  const meant =
    fixable.find(({ span }) => touches(span, place)) ??
    fixable.find(({ span, related = [] }) => {
      const spans = [span, ...related.map((other) => other.span)];
      const start = Math.min(...spans.map((one) => one.start));
      return start <= place.start && place.start <= Math.max(...spans.map((one) => one.end));
    }) ??
    (onlyHere === true ? undefined : fixable[0]);
  const fix = meant?.fixes?.[0];
  if (fix === undefined) return notHere(AGREES);
  const title = {
    zh: formatMessage(announcedCount, fix.title, fix.data, 'zh'),
    en: formatMessage(announcedCount, fix.title, fix.data, 'en'),
  };
  return {
    title,
    changes: fix.edits.map((edit: Edit) => ({ ...edit, label: title })),
    separable: false,
  };
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
