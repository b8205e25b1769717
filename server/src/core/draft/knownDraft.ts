import { buildDraft } from './buildDraft.js';
import type { Draft, DraftFormat } from './model.js';

/**
 * A draft that was modelled elsewhere, by what is known of it from there. Its paragraphs are read anew when somebody
 * asks for them.
 */
export function knownDraft(
  text: string,
  format: DraftFormat,
  known: Pick<Draft, 'characters' | 'chinese'>,
): Draft {
  let draft: Draft | undefined;
  const read = (): Draft => (draft ??= buildDraft(text, format));
  return {
    text,
    format,
    characters: known.characters,
    chinese: known.chinese,
    get paragraphs() {
      return read().paragraphs;
    },
    get indexes() {
      return read().indexes;
    },
  };
}
