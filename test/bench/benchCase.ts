import type { Figure, Samples } from './samples.js';

/** A row of the table: one figure, and the bar that it must not pass. */
export interface Row<Figures> {
  readonly id: string;
  /** What is measured, and against what. */
  readonly what: string;
  readonly bar: number;
  /** `×` where the figure is a ratio within the run, as it is wherever that is possible. */
  readonly unit: '×' | 'ms';
  /** The figure of the row; undefined where what it is measured against is missing. */
  readonly figure: (figures: Figures) => Figure | undefined;
}

/** Something that was measured and is shown below its case. */
export interface Detail {
  readonly what: string;
  /** Undefined where it could not be measured. */
  readonly samples: Samples | undefined;
  /** Milliseconds when absent. */
  readonly unit?: string;
  /** Said behind the figure. */
  readonly note?: string;
}

/**
 * A case of the bench: a process of its own, `cases/NAME.ts`, which emits `Figures`, and what is read from them.
 * The process must end with an error where the findings that it measured are not those of a fresh check.
 */
export interface BenchCase<Figures> {
  readonly name: string;
  /** One line on what was measured, and on what. */
  readonly about: (figures: Figures) => string;
  readonly details: (figures: Figures) => readonly Detail[];
  readonly rows: readonly Row<Figures>[];
  /** Whether it runs what `npm run build` makes. */
  readonly needsBuild?: boolean;
}
