import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { DraftReadError } from '../draftReadError.js';
import { OLD_DOCUMENT } from '../oldDocument.js';
import { brokenDocument, encryptedDocument, hugeDocument } from './docxErrors.js';

/** The most bytes that all parts that are read may have unpacked: some hundred times the text of a long speech. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The most parts that a document may be of, which are known by their names before any is read. */
const MAX_PARTS = 10_000;

const ZIP = Buffer.from([0x50, 0x4b]);

/** A compound file: an old document, or an encrypted new one. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The stream of a compound file that holds an encrypted document, in UTF-16. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** The parts of a .docx file, unpacked one by one as they are asked for. */
export class Container {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** @throws {DraftReadError} when the bytes are no .docx file */
  static async open(bytes: Uint8Array): Promise<Container> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.subarray(0, COMPOUND.length).equals(COMPOUND)) {
      throw buffer.includes(ENCRYPTED) ? encryptedDocument() : new DraftReadError('binary', OLD_DOCUMENT);
    }
    if (!buffer.subarray(0, ZIP.length).equals(ZIP)) throw brokenDocument();
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true });
      if (zip.entryCount > MAX_PARTS) throw hugeDocument();
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
      return new Container(zip, entries);
    } catch (error) {
      throw error instanceof DraftReadError ? error : brokenDocument(error);
    }
  }

  /**
   * The bytes of a part by its name, without a slash before it; undefined when there is none. What a part's own header
   * says of its size is checked before it is unpacked, and held to while it is.
   *
   * @throws {DraftReadError} when it is damaged, encrypted or too large, with those read before
   */
  async part(name: string): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    if (entry.isEncrypted()) throw encryptedDocument();
    this.#unpacked += entry.uncompressedSize;
    if (this.#unpacked > MAX_BYTES) throw hugeDocument();
    try {
      const chunks: Uint8Array[] = [];
      for await (const chunk of await this.#zip.openReadStreamPromise(entry))
        chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    } catch (error) {
      throw brokenDocument(error);
    }
  }
}
