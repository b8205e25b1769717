import type { Finding } from './commandLine.js';

/** What an editor is to do with a draft, as its driver reads it. */
export interface Scene {
  /** Absolute path of the draft. */
  readonly draft: string;
  /** How many findings are waited for; whatever is there after a while is told. */
  readonly findings: number;
  /** A fix to choose from what is offered at the last finding of a rule; the draft is saved afterwards. */
  readonly fix?: {
    readonly rule: string;
    readonly title: string;
    /** How many findings are waited for then. */
    readonly remaining: number;
  };
  /** Absolute path of the file that takes the {@link Answer}. */
  readonly answer: string;
}

/** What was seen in an editor; `Place` is where a finding begins or ends, in whatever the editor counts by. */
export interface Answer<Place> {
  readonly first: readonly Seen<Place>[];
  /** Titles of the code actions that were offered. */
  readonly offered?: readonly string[];
  readonly second?: readonly Seen<Place>[];
}

/** A finding as the editor shows it. */
export interface Seen<Place> {
  /** Absent for what is wrong in a guide file. */
  readonly rule?: string;
  readonly message: string;
  /** By the protocol's numbers: 1 is an error, 4 a hint. */
  readonly severity: number;
  readonly start: Place;
  readonly end: Place;
}

/** What of a finding every editor shows. */
export type Shown = Pick<Finding, 'message' | 'severity' | 'offset' | 'endOffset'> & {
  readonly rule: string | undefined;
};
