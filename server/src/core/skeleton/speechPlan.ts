/** A part of a speech that may be one of its numbered points. */
export interface Theme {
  /** The fewest points of a speech that treats of it. */
  readonly from: 2 | 3 | 4 | 5 | 6;
  /** What its heading is about. */
  readonly heading: string;
  /** How its first paragraph begins. */
  readonly lead: string;
  /** What its first paragraph is about. */
  readonly content: string;
  /** Whether its items are facts to tell or tasks to set. */
  readonly items: 'facts' | 'tasks';
  /** Its share against that of others, 1 when absent. */
  readonly weight?: number;
}

/**
 * How speeches of an occasion are built. In its texts 【…】 is for the writer to fill in, `{n}` the number of points
 * and `{budget}` the characters of what stands there.
 */
export interface SpeechPlan {
  readonly title: string;
  /** How the audience is addressed, the usual one first. */
  readonly salutations: readonly string[];
  readonly opening: string;
  /** The sentence that announces the points, at the end of the opening. */
  readonly announcement: string;
  /** In the order of the speech; for each number of points from 2 to 6 there are as many. */
  readonly themes: readonly Theme[];
  readonly closing: string;
}
