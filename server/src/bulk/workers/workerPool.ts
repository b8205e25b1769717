import type { ResourceLimits } from 'node:worker_threads';
import pLimit, { type LimitFunction } from 'p-limit';
import { pool, type Pool } from 'workerpool';
import type { Batch, BatchReply } from './batch.js';

/** What can be asked of a worker. */
export interface WorkerMethods {
  /** Shows that it runs. */
  readonly answer: () => boolean;
  readonly check: (batch: Batch) => Promise<BatchReply>;
}

/** Threads that check batches of drafts. */
export interface Workers {
  /**
   * Checks a batch in the next worker that is free.
   *
   * @throws when that worker dies or cannot be started, or the workers were ended
   */
  check(batch: Batch): Promise<BatchReply>;
  /** Whether a worker can be had at all. */
  available(): Promise<boolean>;
  /** Ends the workers at once, whatever they do. */
  end(): Promise<void>;
}

/** Starts so many workers, each when it is first needed. */
export type StartWorkers = (count: number) => Workers;

/** Workers that run a script, which answers {@link WorkerMethods}. */
export class WorkerPool implements Workers {
  readonly #pool: Pool;
  /** The pool is never given more than it has workers: when one dies, it forgets what waits behind it. */
  readonly #limit: LimitFunction;
  #ended = false;

  /**
   * @param script the absolute path of the script
   * @param resourceLimits the memory of each; V8's own measure when absent. A worker that wants more dies alone.
   */
  constructor(script: string, count: number, resourceLimits: ResourceLimits = {}) {
    this.#limit = pLimit({ concurrency: count, rejectOnClear: true });
    this.#pool = pool(script, {
      workerType: 'thread',
      maxWorkers: count,
      workerThreadOpts: { resourceLimits },
      // Milliseconds that a worker is given to end by itself: it holds nothing that could be lost.
      workerTerminateTimeout: 1,
    });
  }

  check(batch: Batch): Promise<BatchReply> {
    return this.#exec('check', [batch]);
  }

  async available(): Promise<boolean> {
    try {
      return await this.#exec('answer', []);
    } catch {
      return false;
    }
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#limit.clearQueue();
    await this.#pool.terminate(true);
  }

  async #exec<M extends keyof WorkerMethods>(
    method: M,
    params: Parameters<WorkerMethods[M]>,
  ): Promise<Awaited<ReturnType<WorkerMethods[M]>>> {
    return await this.#limit(async () => {
      // Asked after its end the pool would start workers anew.
      if (this.#ended) throw new Error('The workers were ended');
      return (await this.#pool.exec(method, params)) as Awaited<ReturnType<WorkerMethods[M]>>;
    });
  }
}
