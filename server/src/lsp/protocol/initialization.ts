import type { IgnoredFinding } from './ignoring.js';

/** Sent by a client with `initialize`. Every part may be absent. */
export interface InitializationOptions {
  /** A template for the link to a rule's page, `{id}` standing for the rule; without it the shipped file's URI. */
  readonly rulePage?: string;
  /** The client executes the command `wenfeng.ignoreFinding`; without it ignoring is not offered. */
  readonly ignoring?: boolean;
  /** The client executes the command `wenfeng.openRule`; without it a rule's page is offered as a link only. */
  readonly openingRules?: boolean;
  /** The client executes the command `wenfeng.showSectionFindings`; without it figures of sections are not clicked. */
  readonly sectionFindings?: boolean;
  /** The client executes the command `wenfeng.restructure`; without it a restructuring is offered as its edit. */
  readonly restructuring?: boolean;
  /** What the writer has ignored apart from guide files. */
  readonly ignored?: readonly IgnoredFinding[];
  /** The server has ended unexpectedly again and again: it is to do without nodejieba, which alone can end a process. */
  readonly withoutNodejieba?: boolean;
}
