import { availableParallelism } from 'node:os';
import { knownDraft } from '../core/draft/knownDraft.js';
import type { LoadedSegmenter, StandIn } from '../segmenter/load.js';
import { checkFiles, settingsOf, type CheckFilesOptions, type FileResult } from './checkFiles.js';
import type { DiscoveredDraft } from './discover.js';
import { brokeOff, DraftReadError } from './draftReadError.js';
import { formatOf } from './formatOf.js';
import type { BatchFile, BatchReply, FileReply } from './workers/batch.js';
import type { StartWorkers, Workers } from './workers/workerPool.js';

/** How many files are to be checked, be they few or thousands. */
export interface CheckManyOptions extends Omit<CheckFilesOptions, 'segmenter'> {
  /** Called once at most, and not where workers check, which load their own. */
  readonly loadSegmenter: () => LoadedSegmenter | Promise<LoadedSegmenter>;
  /** Called once, before the first result, when words are not cut in the usual way. Awaited. */
  readonly onStandIn?: (standIn: StandIn) => Promise<void>;
  /** Without it everything is checked in this thread. */
  readonly startWorkers?: StartWorkers | undefined;
  /** How many workers may run at the same time; as many as the machine has cores when absent. */
  readonly cores?: number;
}

/** Files for which it is worth while to start a worker, which takes as long as to check them. */
const FILES_A_WORKER = 40;

/** Each worker holds a dictionary of its own, some hundred megabytes with all it needs. */
const MAX_WORKERS = 8;

/** Files that a worker is given at a time: enough that it seldom waits, few enough that all end together. */
const BATCH = 8;

/** Batches under way for each worker: the one that it checks and the next. */
const AHEAD = 2;

/**
 * Checks files as {@link checkFiles} does, with the same results in the same order; many of them in worker threads.
 * Holds a few files a worker in memory at a time, however many there are, and goes on only as fast as its results are
 * taken. A file at which workers die is a result with its reason; where no worker can be started this thread checks.
 */
export async function* checkManyFiles(
  drafts: readonly DiscoveredDraft[],
  options: CheckManyOptions,
): AsyncGenerator<FileResult, void, void> {
  const { startWorkers, cores = availableParallelism() } = options;
  const count = Math.min(cores, Math.floor(drafts.length / FILES_A_WORKER), MAX_WORKERS);
  const run = new Run(options);
  if (startWorkers === undefined || count < 2) yield* run.here(drafts);
  else yield* run.inWorkers(drafts, startWorkers(count), count);
}

/** One check of many files. */
class Run {
  readonly #options: CheckManyOptions;
  #loading: Promise<LoadedSegmenter> | undefined;
  #standIn: StandIn = {};
  #standInTold = false;
  #over = false;

  constructor(options: CheckManyOptions) {
    this.#options = options;
  }

  /** Checks files in this thread. */
  async *here(drafts: readonly DiscoveredDraft[]): AsyncGenerator<FileResult, void, void> {
    if (drafts.length === 0 || this.#aborted) return;
    const { segmenter, ...standIn } = await this.#load();
    await this.#tellStandIn(standIn);
    yield* checkFiles(drafts, { ...this.#options, segmenter });
  }

  /** Checks files in worker threads, and ends these whatever happens. */
  async *inWorkers(
    drafts: readonly DiscoveredDraft[],
    workers: Workers,
    count: number,
  ): AsyncGenerator<FileResult, void, void> {
    const { signal } = this.#options;
    const end = (): void => void workers.end().catch(() => undefined);
    signal?.addEventListener('abort', end);
    try {
      const underWay: Promise<FileResult[]>[] = [];
      for (let next = 0; next < drafts.length || underWay.length > 0;) {
        while (next < drafts.length && underWay.length < count * AHEAD) {
          const checking = this.#check(drafts.slice(next, next + BATCH), workers);
          // Thrown where its turn comes, which may never be.
          checking.catch(() => undefined);
          underWay.push(checking);
          next += BATCH;
        }
        const results = (await underWay.shift()) ?? [];
        await this.#tellStandIn(this.#standIn);
        for (const result of results) {
          if (this.#aborted) return;
          yield result;
        }
      }
    } finally {
      this.#over = true;
      signal?.removeEventListener('abort', end);
      end();
    }
  }

  get #aborted(): boolean {
    return this.#options.signal?.aborted === true;
  }

  /** The results of a batch, in its order; none after the end. */
  async #check(drafts: readonly DiscoveredDraft[], workers: Workers): Promise<FileResult[]> {
    const files = await Promise.all(drafts.map((draft) => this.#asked(draft)));
    try {
      return await this.#ask(files, workers);
    } catch {
      if (this.#over || this.#aborted) return [];
      const results: FileResult[] = [];
      if (await workers.available()) {
        for (const file of files) results.push(await this.#askAgain(file, workers));
      } else {
        for await (const result of this.here(drafts)) results.push(result);
      }
      return results;
    }
  }

  async #asked(draft: DiscoveredDraft): Promise<AskedDraft> {
    const { path } = draft;
    const text = this.#options.openText?.(path);
    if (text === undefined && draft.failure !== undefined) return { draft };
    return { draft, file: { path, text, settings: await settingsOf(path, this.#options) } };
  }

  /** @throws when the worker dies or cannot be started */
  async #ask(asked: readonly AskedDraft[], workers: Workers): Promise<FileResult[]> {
    const files = asked.flatMap(({ file }) => file ?? []);
    const { ignored } = this.#options;
    const reply = files.length === 0 ? NOTHING : await workers.check({ files, ignored });
    this.#standIn = { ...reply.standIn, ...this.#standIn };
    const replies = (JSON.parse(reply.files) as FileReply[]).values();
    return asked.map(({ draft, file }) =>
      resultOf(draft, file, file === undefined ? undefined : replies.next().value),
    );
  }

  /** Checks one of the files at which a worker died, by itself in another. */
  async #askAgain(asked: AskedDraft, workers: Workers): Promise<FileResult> {
    const { path, shownPath } = asked.draft;
    try {
      const [result] = await this.#ask([asked], workers);
      if (result !== undefined) return result;
    } catch {
      // Told below.
    }
    return { path, shownPath, failure: brokeOff() };
  }

  #load(): Promise<LoadedSegmenter> {
    return (this.#loading ??= Promise.resolve(this.#options.loadSegmenter()));
  }

  async #tellStandIn(standIn: StandIn): Promise<void> {
    if (this.#standInTold || Object.keys(standIn).length === 0) return;
    this.#standInTold = true;
    await this.#options.onStandIn?.(standIn);
  }
}

/** A draft and what a worker is asked about it; nothing where it is known to be unreadable. */
interface AskedDraft {
  readonly draft: DiscoveredDraft;
  readonly file?: BatchFile;
}

const NOTHING: BatchReply = { files: '[]', standIn: {} };

/** What a worker answered about a file, as if it had been checked in this thread. */
function resultOf(
  { path, shownPath, failure }: DiscoveredDraft,
  file: BatchFile | undefined,
  reply: FileReply | undefined,
): FileResult {
  if (file === undefined || reply === undefined) return { path, shownPath, failure: failure ?? brokeOff() };
  if (reply.failure !== undefined) {
    const { reason, localized } = reply.failure;
    return { path, shownPath, failure: new DraftReadError(reason, localized) };
  }
  const { content, result } = reply;
  const draft = knownDraft(content?.text ?? file.text ?? '', formatOf(path), reply.draft);
  const { guide } = file.settings;
  return {
    path,
    shownPath,
    guide,
    ...(content === undefined ? {} : { content }),
    result: { draft, ...result },
  };
}
