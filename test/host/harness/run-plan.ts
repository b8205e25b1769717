import { PlainError } from './plain-error.js';

/** One run of the suite, whichever host it runs in. */
export interface RunPlan {
  /** The package under test, which is installed first; none where {@link developed} is the extension itself. */
  readonly vsix: string | undefined;
  /** The folder that VS Code loads as an extension under development: the extension under test, or what carries the suite. */
  readonly developed: string;
  /** Where extensions are installed; the parts of a run share it. */
  readonly extensions: string;
  /** The bundled suite's entry. */
  readonly suite: string;
  /** The folder or .code-workspace file to open: a fresh copy, so that tests may write. None for an empty window. */
  readonly workspace: string | undefined;
  /** A folder for this run alone, removed when it is over. */
  readonly scratch: string;
  /** The file that takes the suite's result. */
  readonly result: string;
  readonly locale: string | undefined;
  readonly grep: string | undefined;
  /** Milliseconds after which a run has failed. */
  readonly limit: number;
  /** Takes progress and the suite's own output. */
  readonly log: (line: string) => void;
  /** Rejects when a person or another program wants the run to stop. */
  readonly interrupted: Promise<never>;
}

/** Rejects when the run has taken longer than it may; keeps no process alive by itself. */
export function timeUp(plan: RunPlan): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => {
      reject(
        new PlainError(`The suite was not over after ${plan.limit / 1000} s; the logs are in out/host.`),
      );
    }, plan.limit).unref();
  });
}
