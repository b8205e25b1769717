import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { DraftFormat, Segmenter } from '../../../server/src/core/draft/model.js';
import { applyEdits } from '../../../server/src/core/fixes.js';
import { NO_WORDS, type GuideWords } from '../../../server/src/core/guide.js';
import { RESTRUCTURINGS, type RestructuringId } from '../../../server/src/core/restructure/restructurings.js';
import type { Outcome } from '../../../server/src/core/restructure/restructuring.js';

/** How a restructuring is tried. */
export interface Trial {
  readonly format?: DraftFormat;
  readonly most?: number;
  readonly onlyHere?: boolean;
  readonly segmenter?: Segmenter;
  readonly words?: Partial<GuideWords>;
  readonly term?: { readonly from: string; readonly to: string };
}

/** What a restructuring would do in a text where `|` is the caret, or two of them the selection; without, its start. */
export function outcomeOf(id: RestructuringId, marked: string, trial: Trial = {}): Outcome {
  const [before = '', ...rest] = marked.split('|');
  const start = rest.length === 0 ? 0 : before.length;
  const end = rest.length === 2 ? start + (rest[0] ?? '').length : start;
  return RESTRUCTURINGS[id]({
    draft: buildDraft(unmarked(marked), trial.format ?? 'plain'),
    place: { start, end },
    most: trial.most ?? 400,
    onlyHere: trial.onlyHere ?? false,
    segmenter: trial.segmenter,
    words: { ...NO_WORDS, ...trial.words },
    ...(trial.term === undefined ? {} : { term: trial.term }),
  });
}

/** The text after a restructuring, or why there is none, in Chinese. */
export function restructured(id: RestructuringId, marked: string, trial: Trial = {}): string {
  const outcome = outcomeOf(id, marked, trial);
  return 'reason' in outcome ? outcome.reason.zh : applyEdits(unmarked(marked), outcome.changes);
}

/** What the writer would choose, in Chinese. */
export function titleOf(id: RestructuringId, marked: string, trial: Trial = {}): string {
  const outcome = outcomeOf(id, marked, trial);
  return 'reason' in outcome ? outcome.reason.zh : outcome.title.zh;
}

function unmarked(text: string): string {
  return text.replaceAll('|', '');
}
