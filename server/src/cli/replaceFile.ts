import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts `bytes` in the place of the file's content in one step: whoever reads the file sees the old or the new
 * content, whole, whatever goes wrong meanwhile. Permissions and, where the system allows it, the owner stay;
 * a link stays a link and its target is replaced.
 *
 * Not write-file-atomic (7.0.1): on a full disk its single write may be cut short without an error, and it then
 * puts the cut file in the draft's place. FileHandle.writeFile goes on until everything is written, or throws.
 *
 * @throws the system's error; the file is then as it was, and nothing is left beside it
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file);
  const { mode, uid, gid } = await stat(target);
  // The new file must lie in the same folder, since a rename is one step only within a file system.
  const temporary = path.join(path.dirname(target), `.wenfeng-${randomBytes(6).toString('hex')}.tmp`);
  // A file that may not be written must not be replaced either, although the folder's permissions would allow it.
  await (await open(target, 'r+')).close();
  try {
    const handle = await open(temporary, 'wx', mode & 0o777);
    try {
      await handle.writeFile(bytes);
      await keepOwner(handle, uid, gid);
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Only root may give a file to its former owner; for others it stays with whoever saved it, as with any editor. */
async function keepOwner(handle: FileHandle, uid: number, gid: number): Promise<void> {
  const now = await handle.stat();
  if (now.uid === uid && now.gid === gid) return;
  await handle.chown(uid, gid).catch(() => undefined);
}
