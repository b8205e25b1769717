import type { DocumentUri } from 'vscode-languageserver';
import type { DraftFormat } from '../../core/draft/model.js';
import type { OccasionId } from '../../core/structures/occasions.js';
import { request } from './message.js';

/** What a speech of an occasion usually is, and the bounds of what may be asked for. */
export { POINTS, SPEECH_MINUTES, USUAL_SPEECHES } from '../../core/skeleton/usualSpeech.js';

/** Client → server request: the skeleton of a new draft. */
export const NEW_DRAFT = request<NewDraftParams, NewDraftResult>('wenfeng/newDraft');
export interface NewDraftParams {
  /** Where the draft will be; it need not be there. Its guide says how fast the speaker reads. */
  readonly uri: DocumentUri;
  readonly occasion: OccasionId;
  /** Within {@link SPEECH_MINUTES}. */
  readonly minutes: number;
  /** One of {@link POINTS}, or 0 where the occasion does without. */
  readonly points: number;
  readonly format: DraftFormat;
}
export interface NewDraftResult {
  /** In VS Code's snippet syntax: tab stops with defaults, and choices. */
  readonly snippet: string;
}
