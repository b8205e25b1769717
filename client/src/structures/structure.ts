import type { OccasionId, PartId } from '../../../server/src/lsp/protocol/structures.js';

/** A paragraph structure that a writer can insert. */
export interface Structure {
  readonly name: string;
  /** When to use it; empty where nobody says. */
  readonly description: string;
  /** What can be typed for it. */
  readonly prefixes: readonly string[];
  /** In VS Code's snippet syntax. */
  readonly body: string;
  /** What stands there before anything is filled in. */
  readonly text: string;
  /** The part of a speech that it belongs to; absent where nobody says. */
  readonly part?: PartId;
  /** The occasions it suits; empty for every one. */
  readonly occasions: readonly OccasionId[];
}
