import { worker } from 'workerpool';
import { checkBatch } from '../../../../server/src/bulk/workers/checkBatch.js';
import type { WorkerMethods } from '../../../../server/src/bulk/workers/workerPool.js';
import { createIntlSegmenter } from '../../../../server/src/segmenter/intl.js';

/** A worker that dies, or never ends, at files of certain names. */
worker({
  answer: () => true,
  check: async (batch) => {
    for (const { path } of batch.files) {
      if (path.endsWith('exits.txt')) process.exit(3);
      if (path.endsWith('throws.txt')) {
        setImmediate(() => {
          throw new Error('nobody catches this');
        });
        await new Promise(() => undefined);
      }
      if (path.endsWith('fills.txt'))
        for (const heap: number[][] = []; ;) heap.push(new Array<number>(100_000).fill(1.5));
      while (path.endsWith('endless.txt'));
    }
    return await checkBatch(batch, { segmenter: createIntlSegmenter() });
  },
} satisfies WorkerMethods);
