import { buildDraft } from '../draft/buildDraft.js';
import type { Draft } from '../draft/model.js';
import type { Edit } from '../finding.js';
import { applyEdits } from '../fixes.js';

/** The marks that dividing and joining may change. */
const CHANGED = /[\s；;。，,：]/gu;

/**
 * Whether the draft reads the same after the edits but for blanks and the marks between its parts. In Markdown a
 * paragraph that is divided inside an emphasis or a link does not: its syntax would be read aloud.
 */
export function keepsProse(draft: Draft, edits: readonly Edit[]): boolean {
  if (draft.format === 'plain') return true;
  const after = buildDraft(applyEdits(draft.text, edits), draft.format);
  return inkOf(draft) === inkOf(after);
}

function inkOf({ paragraphs }: Draft): string {
  return paragraphs.map(({ text }) => text.replace(CHANGED, '')).join('');
}
