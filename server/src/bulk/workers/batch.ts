import type { CheckResult } from '../../core/check.js';
import type { Draft } from '../../core/draft/model.js';
import type { IgnoredFinding } from '../../core/guide.js';
import type { Localized } from '../../core/localized.js';
import type { StandIn } from '../../segmenter/load.js';
import type { FileSettings } from '../checkFiles.js';
import type { DraftReadReason } from '../draftReadError.js';
import type { DraftContent } from '../readDraft.js';

/*
 * What threads say to each other about drafts: plain data, which is copied between them.
 */

/** Files that one worker checks at a time. */
export interface Batch {
  readonly files: readonly BatchFile[];
  readonly ignored: readonly IgnoredFinding[] | undefined;
}

/** A file of a batch. */
export interface BatchFile {
  /** Absolute. */
  readonly path: string;
  /** What stands in an editor; without it the file is read. */
  readonly text: string | undefined;
  readonly settings: FileSettings;
}

/** What a worker answers to a {@link Batch}. */
export interface BatchReply {
  /** A {@link FileReply} for each file, in their order, as JSON, which is copied faster than many small objects. */
  readonly files: string;
  /** How words were cut there. */
  readonly standIn: StandIn;
}

/** What a worker answers about one file. */
export type FileReply =
  | {
      /** What the file holds; absent when its text came from an editor. */
      readonly content?: DraftContent;
      readonly draft: Pick<Draft, 'characters' | 'chinese'>;
      readonly result: Omit<CheckResult, 'draft'>;
      readonly failure?: never;
    }
  | { readonly failure: { readonly reason: DraftReadReason; readonly localized: Localized } };
