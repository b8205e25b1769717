import type { DecodedDraft } from './decode.js';
import { explainReadError, hugeFile, notAFile } from './draftReadError.js';
import { isDocx } from './formatOf.js';
import { openAside, type OpenForReading } from './openFile.js';
import { sizeLimitOf } from './sizeLimits.js';

/** The text of a Word document, a paragraph a line. It cannot be written back. */
export interface DocumentDraft {
  readonly text: string;
  readonly encoding: 'docx';
}

/** The text of a draft file and how the file holds it. */
export type DraftContent = DecodedDraft | DocumentDraft;

/**
 * Reads the draft at `file`: text in one of several encodings, or a Word document.
 *
 * @throws {DraftReadError} when it cannot be read or is no draft; an abort throws the signal's reason
 */
export async function readDraft(
  file: string,
  signal?: AbortSignal,
  open: OpenForReading = openAside,
): Promise<DraftContent> {
  signal?.throwIfAborted();
  try {
    return await draftOf(await readBytes(file, signal, open), file);
  } catch (error) {
    signal?.throwIfAborted();
    throw explainReadError(error);
  }
}

/**
 * The draft that `bytes` are under the name `file`.
 *
 * @throws {DraftReadError} when they are no draft
 */
export async function draftOf(bytes: Uint8Array, file: string): Promise<DraftContent> {
  // Each reader is loaded when the first file is met that it reads.
  if (!isDocx(file)) {
    const { decodeDraft } = await import('./decode.js');
    return decodeDraft(bytes);
  }
  const { readDocx, plainText } = await import('./docx/index.js');
  return { text: plainText(await readDocx(bytes)), encoding: 'docx' };
}

/** Reads a file to its end, however it changes meanwhile, and no more than a draft may have. */
async function readBytes(
  file: string,
  signal: AbortSignal | undefined,
  open: OpenForReading,
): Promise<Uint8Array> {
  const opened = await open(file);
  try {
    const stats = await opened.stat();
    // Reading from a pipe or a device might never end.
    if (!stats.isFile() && !stats.isDirectory()) throw notAFile();
    const limit = sizeLimitOf(file);
    if (stats.size > limit) throw hugeFile(limit);
    let bytes = Buffer.allocUnsafe(stats.size + 1);
    for (let length = 0; ;) {
      signal?.throwIfAborted();
      const read = await opened.read(bytes, length);
      if (read === 0) return bytes.subarray(0, length);
      length += read;
      if (length > limit) throw hugeFile(limit);
      // It has grown.
      if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
    }
  } finally {
    await opened.close();
  }
}
