import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file that is open for reading. */
export interface OpenFile {
  stat(): Stats | Promise<Stats>;
  /** Fills `bytes` from `at` on with what comes next; how many bytes that was, 0 at the end of the file. */
  read(bytes: Uint8Array, at: number): number | Promise<number>;
  close(): void | Promise<void>;
}

/** Opens a file for reading. */
export type OpenForReading = (file: string) => OpenFile | Promise<OpenFile>;

/** A pipe that nobody writes to would be waited for otherwise. There is no such flag on Windows, nor such a pipe. */
const FLAGS = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** Opens a file that is read while this thread does other work. */
export async function openAside(file: string): Promise<OpenFile> {
  const handle = await open(file, FLAGS);
  return {
    stat: () => handle.stat(),
    read: async (bytes, at) => (await handle.read(bytes, at, bytes.length - at)).bytesRead,
    close: () => handle.close(),
  };
}

/**
 * Opens a file that is read by this very thread, which has nothing else to do meanwhile: handing a small file from
 * thread to thread takes several times as long as reading it.
 */
export function openHere(file: string): OpenFile {
  const descriptor = openSync(file, FLAGS);
  return {
    stat: () => fstatSync(descriptor),
    read: (bytes, at) => readSync(descriptor, bytes, at, bytes.length - at, null),
    close: () => {
      closeSync(descriptor);
    },
  };
}
