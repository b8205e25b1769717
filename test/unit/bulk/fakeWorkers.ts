import type { Batch, BatchReply } from '../../../server/src/bulk/workers/batch.js';
import { checkBatch } from '../../../server/src/bulk/workers/checkBatch.js';
import type { Workers } from '../../../server/src/bulk/workers/workerPool.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import type { LoadedSegmenter } from '../../../server/src/segmenter/load.js';

/** Workers in this very thread, which copy what they are told as threads do. */
export class FakeWorkers implements Workers {
  readonly #loaded: LoadedSegmenter;
  asked = 0;
  answered = 0;
  ended = 0;
  /** Called before a batch is checked; a rejection is the death of the worker. */
  before: (batch: Batch) => Promise<void> = () => Promise.resolve();
  able = true;

  constructor(loaded: LoadedSegmenter = { segmenter: createIntlSegmenter() }) {
    this.#loaded = loaded;
  }

  async check(batch: Batch): Promise<BatchReply> {
    this.asked++;
    const copy = structuredClone(batch);
    await this.before(copy);
    const reply = structuredClone(await checkBatch(copy, this.#loaded));
    this.answered++;
    return reply;
  }

  available(): Promise<boolean> {
    return Promise.resolve(this.able);
  }

  end(): Promise<void> {
    this.ended++;
    return Promise.resolve();
  }
}
