import { isDocx } from './formatOf.js';

/** The size over which a file below a folder is named but not read, when nobody says otherwise: 2048 KB. Bytes. */
export const DEFAULT_MAX_BYTES = 2048 * 1024;

/**
 * The size over which no file is read, whoever names it: some seven million characters, which is a book of many
 * volumes. Its check would take the memory of everything else. Bytes.
 */
const MOST_BYTES = 20 * 1024 * 1024;

/** A Word document may be so many times as large as other files: its pictures count too. */
const DOCUMENT_ALLOWANCE = 16;

/**
 * The most bytes of a file that are read.
 *
 * @param maxBytes what somebody has set for files of text
 */
export function sizeLimitOf(file: string, maxBytes = Infinity): number {
  return Math.min(maxBytes, MOST_BYTES) * (isDocx(file) ? DOCUMENT_ALLOWANCE : 1);
}
