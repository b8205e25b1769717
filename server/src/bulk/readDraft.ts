import { readFile, stat } from 'node:fs/promises';
import { decodeDraft, type DecodedDraft } from './decode.js';
import { explainReadError, notAFile } from './draftReadError.js';

/**
 * Reads and decodes the draft at `file`.
 *
 * @throws {DraftReadError} when it cannot be read or is not text; an abort throws the signal's reason
 */
export async function readDraft(file: string, signal?: AbortSignal): Promise<DecodedDraft> {
  signal?.throwIfAborted();
  try {
    return decodeDraft(await readBytes(file, signal));
  } catch (error) {
    signal?.throwIfAborted();
    throw explainReadError(error);
  }
}

async function readBytes(file: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const stats = await stat(file);
  // Reading from a pipe or a device might never end.
  if (!stats.isFile() && !stats.isDirectory()) throw notAFile();
  return await readFile(file, signal === undefined ? {} : { signal });
}
