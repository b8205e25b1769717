import type { DocumentUri } from 'vscode-languageserver';
import type { IgnoredFinding } from '../../core/guide.js';
import { notification } from './message.js';

export type { IgnoredFinding };

/** The command of a quick fix, executed by the client: record what is ignored, with one {@link IgnoreFindingParams}. */
export const IGNORE_FINDING = 'wenfeng.ignoreFinding';
export interface IgnoreFindingParams {
  /** The draft. */
  readonly uri: DocumentUri;
  readonly entry: IgnoredFinding;
}

/** Client → server notification: all that the writer ignores apart from guide files, in place of what was told before. */
export const IGNORED = notification<IgnoredParams>('wenfeng/ignored');
export interface IgnoredParams {
  readonly entries: readonly IgnoredFinding[];
}
