import { worker } from 'workerpool';
import { loadSegmenter, type LoadedSegmenter } from '../../segmenter/load.js';
import type { Batch, BatchReply } from './batch.js';
import { checkBatch } from './checkBatch.js';
import { compileLess } from './compiler.js';
import type { WorkerMethods } from './workerPool.js';

compileLess();

let loaded: LoadedSegmenter | undefined;

worker({
  answer: () => true,
  check: (batch: Batch): Promise<BatchReply> => checkBatch(batch, (loaded ??= loadSegmenter())),
} satisfies WorkerMethods);
