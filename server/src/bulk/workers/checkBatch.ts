import type { LoadedSegmenter } from '../../segmenter/load.js';
import { checkContent } from '../checkFiles.js';
import { explainReadError } from '../draftReadError.js';
import { openHere } from '../openFile.js';
import type { Batch, BatchFile, BatchReply, FileReply } from './batch.js';

/** Checks a batch in the thread of a worker, file by file. */
export async function checkBatch(
  { files, ignored }: Batch,
  { segmenter, ...standIn }: LoadedSegmenter,
): Promise<BatchReply> {
  const replies: FileReply[] = [];
  for (const file of files) replies.push(await checkOne(file, { segmenter, ignored }));
  return { files: JSON.stringify(replies), standIn };
}

async function checkOne(
  { path, text, settings }: BatchFile,
  options: Pick<LoadedSegmenter, 'segmenter'> & Pick<Batch, 'ignored'>,
): Promise<FileReply> {
  try {
    const { content, result } = await checkContent(path, text, { ...options, ...settings, open: openHere });
    const { draft, ...plain } = result;
    return {
      ...(content === undefined ? {} : { content }),
      draft: { characters: draft.characters, chinese: draft.chinese },
      result: plain,
    };
  } catch (error) {
    const { reason, localized } = explainReadError(error);
    return { failure: { reason, localized } };
  }
}
