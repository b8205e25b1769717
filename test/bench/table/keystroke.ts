import type { BenchCase } from '../benchCase.js';
import { figureOf, ratioOf, type Samples } from '../samples.js';

/** What one editing session comes to, an edit a sample. */
export interface SessionFigures {
  /** UTF-16 code units. */
  readonly length: number;
  readonly diagnostics: number;
  /** Milliseconds of the server's own time, with all that the edit has it do. */
  readonly server: Samples;
  /** Milliseconds from the edit to the findings, the pause after typing included where they are published. */
  readonly waited: Samples;
}

/** What `cases/keystroke.ts` measures. The edits of the sessions were made in turn. */
export interface KeystrokeFigures {
  readonly text: string;
  readonly once: SessionFigures;
  readonly published: SessionFigures;
  readonly tenfold: SessionFigures;
  /** Absent in a quick run. */
  readonly hundredfold?: SessionFigures;
}

export const keystroke: BenchCase<KeystrokeFigures> = {
  name: 'keystroke',
  about: ({ text }) => `An editing session of ${text}, over the protocol`,
  needsBuild: true,
  details: ({ once, published, tenfold, hundredfold }) =>
    [
      { what: 'asked for', session: once },
      { what: 'published', session: published },
      { what: 'ten times as long', session: tenfold },
      ...(hundredfold === undefined ? [] : [{ what: 'a hundred times as long', session: hundredfold }]),
    ].flatMap(({ what, session }) => [
      {
        what: `server time of an edit, ${what}`,
        samples: session.server,
        note: `${String(session.length)} characters, ${String(session.diagnostics)} diagnostics`,
      },
      { what: `from the edit to the findings, ${what}`, samples: session.waited },
    ]),
  rows: [
    {
      id: 'keystroke',
      what: 'one edit, server time from didChange to the diagnostics',
      bar: 3,
      unit: 'ms',
      figure: ({ once }) => figureOf(once.server),
    },
    {
      id: 'keystroke-growth',
      what: 'one edit of a draft a hundred times as long, to one of the draft',
      bar: 12,
      unit: '×',
      figure: ({ once, hundredfold }) =>
        hundredfold === undefined ? undefined : ratioOf(hundredfold.server, once.server),
    },
  ],
};
