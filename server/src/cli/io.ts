import type { StartWorkers } from '../bulk/workers/workerPool.js';
import type { LoadedSegmenter } from '../segmenter/load.js';

/** Where the command line writes to. */
export interface Output {
  /** Whether a person reads it on a terminal. */
  readonly isTerminal: boolean;
  /** Resolves when more can be written, so that a slow reader holds the work up instead of filling the memory. */
  write(data: string | Uint8Array): Promise<void>;
}

/** What the command line needs of the world around it. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths are relative to. */
  readonly cwd: string;
  /** The system's locale where the environment does not tell it; see languageOf. */
  readonly systemLocale?: string;
  /** Asks a person on a terminal; undefined as the answer means that there will be none. Absent without a terminal. */
  readonly ask?: (question: string) => Promise<string | undefined>;
  /** Blocks; called once at most, and not where workers check. */
  loadSegmenter(): LoadedSegmenter;
  /** Absent where everything is to be checked in this thread. */
  readonly startWorkers?: StartWorkers;
  /** How many workers may run at the same time; as many as the machine has cores when absent. */
  readonly cores?: number;
  /** Aborted when nobody reads the output any more. */
  readonly signal: AbortSignal;
}
