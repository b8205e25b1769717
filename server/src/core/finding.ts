import type { Span } from './text/span.js';

/** How much a finding matters; the words of the JSON report and of the settings. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** From worst to mildest. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A replacement of a span of the draft's text. An empty `text` deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A change that would mend a finding. */
export interface Fix {
  readonly title: string;
  /** Safe fixes are mechanical and may be run unseen by fix-all; the others are the writer's choice. */
  readonly safe: boolean;
  /** In ascending order, not overlapping. */
  readonly edits: readonly Edit[];
}

/** Another place that belongs to a finding. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** One thing a rule says about a draft. Spans are UTF-16 offsets of the draft's text. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}
