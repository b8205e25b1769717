import { randomBytes } from 'node:crypto';
import { lstat, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../bulk/systemErrors.js';

/**
 * Puts `bytes` in the place of the file's content in one step: whoever reads the file sees the old or the new
 * content, whole, whatever goes wrong meanwhile. Permissions and, where the system allows it, the owner stay;
 * a link stays a link and its target is replaced. A file that is not there is made.
 *
 * Not write-file-atomic (7.0.1): on a full disk its single write may be cut short without an error, and it then
 * puts the cut file in the draft's place. FileHandle.writeFile goes on until everything is written, or throws.
 *
 * @throws the system's error; the file is then as it was, and nothing is left beside it
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await existing(file);
  // The new file must lie in the same folder, since a rename is one step only within a file system.
  const temporary = path.join(
    path.dirname(target?.path ?? file),
    `.wenfeng-${randomBytes(6).toString('hex')}.tmp`,
  );
  // A file that may not be written must not be replaced either, although the folder's permissions would allow it.
  if (target !== undefined) await (await open(target.path, 'r+')).close();
  try {
    const handle = await open(temporary, 'wx', target === undefined ? 0o666 : target.mode & 0o777);
    try {
      await handle.writeFile(bytes);
      if (target !== undefined) {
        await keepOwner(handle, target.uid, target.gid);
        await handle.chmod(target.mode & 0o7777);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target?.path ?? file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** What the name leads to; undefined when there is nothing of that name. */
async function existing(
  file: string,
): Promise<
  { readonly path: string; readonly mode: number; readonly uid: number; readonly gid: number } | undefined
> {
  try {
    await lstat(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const target = await realpath(file);
  const { mode, uid, gid } = await stat(target);
  return { path: target, mode, uid, gid };
}

/** Only root may give a file to its former owner; for others it stays with whoever saved it, as with any editor. */
async function keepOwner(handle: FileHandle, uid: number, gid: number): Promise<void> {
  const now = await handle.stat();
  if (now.uid === uid && now.gid === gid) return;
  await handle.chown(uid, gid).catch(() => undefined);
}
