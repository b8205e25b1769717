import iconv from 'iconv-lite';
import type { Localized } from '../core/localized.js';
import { DraftReadError } from './draftReadError.js';
import { OLD_DOCUMENT } from './oldDocument.js';

/** The encodings that drafts come in. GB18030 includes GBK and GB 2312. */
export type DraftEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The text of a draft and how its bytes were. */
export interface DecodedDraft {
  /** Without the byte-order mark; line ends as they are in the file. */
  readonly text: string;
  readonly encoding: DraftEncoding;
  /** Whether the bytes began with a byte-order mark. */
  readonly bom: boolean;
}

const BOMS: readonly { readonly encoding: DraftEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/**
 * Decodes the bytes of a draft: by their byte-order mark, else as UTF-8, else as UTF-16 where they can hardly be
 * anything else, else as GB18030; each strictly, so that no character is ever guessed or lost.
 * {@link encodeDraft} gives the same bytes back.
 *
 * @throws {DraftReadError} when the bytes are not text or in none of these encodings
 */
export function decodeDraft(bytes: Uint8Array): DecodedDraft {
  const bom = BOMS.find((candidate) => startsWith(bytes, candidate.bytes));
  const decoded =
    bom === undefined
      ? decodeWithoutBom(bytes)
      : { text: decodeAs(bytes.subarray(bom.bytes.length), bom.encoding), encoding: bom.encoding, bom: true };
  const text = decoded?.text;
  if (decoded !== undefined && text !== undefined && !text.includes('\0')) return { ...decoded, text };
  const renamed = RENAMED.find((format) => startsWith(bytes, format.bytes));
  if (renamed !== undefined) throw new DraftReadError('binary', renamed.localized);
  // In UTF-16 half of the bytes may be zero; elsewhere a zero byte means that this is no text.
  const binary = text?.includes('\0') ?? (bom === undefined && bytes.includes(0));
  throw binary ? new DraftReadError('binary', NOT_TEXT) : new DraftReadError('encoding', UNDECODABLE);
}

/**
 * The bytes of `text` in the encoding of `like`, with a byte-order mark where that had one.
 *
 * @throws {Error} when a character of `text` cannot be written in the encoding
 */
export function encodeDraft(text: string, like: Pick<DecodedDraft, 'encoding' | 'bom'>): Uint8Array {
  const body = iconv.encode(text, like.encoding, { addBOM: false });
  // iconv-lite writes a question mark for what it cannot encode, so only reading it back tells.
  if (decodeAs(body, like.encoding) !== text) {
    throw new Error(`The text has a character that ${like.encoding} cannot encode`);
  }
  const mark = like.bom ? BOMS.find((candidate) => candidate.encoding === like.encoding)?.bytes : undefined;
  return mark === undefined ? body : Buffer.concat([Buffer.from(mark), body]);
}

function decodeWithoutBom(bytes: Uint8Array): DecodedDraft | undefined {
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== undefined && !utf8.includes('\0')) return { text: utf8, encoding: 'utf-8', bom: false };
  const utf16 = decodePlausibleUtf16(bytes);
  if (utf16 !== undefined) return utf16;
  const gb18030 = bytes.includes(0) ? undefined : decodeAs(bytes, 'gb18030');
  return gb18030 === undefined ? undefined : { text: gb18030, encoding: 'gb18030', bom: false };
}

/** The text, or undefined when the bytes are not wholly valid in the encoding. */
function decodeAs(bytes: Uint8Array, encoding: DraftEncoding): string | undefined {
  if (encoding === 'gb18030') return decodeGb18030(bytes);
  try {
    // UTF-16BE by way of LE: not every build of Node's ICU carries the other decoder.
    const source = encoding === 'utf-16be' ? swapped(bytes) : bytes;
    const label = encoding === 'utf-16be' ? 'utf-16le' : encoding;
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(source);
  } catch {
    return undefined;
  }
}

/**
 * Strict by going there and back: iconv-lite puts U+FFFD for what is invalid, which encodes to other bytes.
 * (Editors' builds of ICU may lack GB18030, so TextDecoder is not relied on.)
 */
function decodeGb18030(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(bytes, 'gb18030', { stripBOM: false });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).equals(iconv.encode(text, 'gb18030'))
    ? text
    : undefined;
}

/** UTF-16 without a mark is believed only when nearly all of it is what a Chinese draft is made of. */
function decodePlausibleUtf16(bytes: Uint8Array): DecodedDraft | undefined {
  if (bytes.length === 0 || bytes.length % 2 !== 0) return undefined;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined && plausibility(text) >= 0.9) return { text, encoding, bom: false };
  }
  return undefined;
}

/** The share of code units that are Han, Chinese marks, full-width forms or printable ASCII. */
function plausibility(text: string): number {
  const usual = text.match(
    /[\t\n\r\x20-\x7e\u00a0\u00b7\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu,
  );
  return (usual?.length ?? 0) / text.length;
}

function swapped(bytes: Uint8Array): Uint8Array {
  // An odd byte at the end is kept, so that the strict decoder refuses it.
  const copy = Buffer.from(bytes);
  copy.subarray(0, copy.length - (copy.length % 2)).swap16();
  return copy;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

const NOT_TEXT: Localized = {
  zh: '这不是文本文件，没有检查；如果是文档，请先另存为纯文本。',
  en: 'This is not a text file and was not checked; if it is a document, save it as plain text first.',
};

const UNDECODABLE: Localized = {
  zh: '认不出文件的编码（不是 UTF-8、UTF-16 或 GB18030），请另存为 UTF-8 后重试。',
  en: 'The encoding is not UTF-8, UTF-16 or GB18030; save the file as UTF-8 and try again.',
};

const PACKAGE: Localized = {
  zh: '这其实是 Word、WPS 之类的文档，只是改了扩展名；如果是 Word 文档，把扩展名改回 .docx 就能检查。',
  en: 'This is a Word or WPS document under another extension; if it is a Word document, name it .docx and it can be checked.',
};

const PDF: Localized = {
  zh: '这其实是 PDF，只是改了扩展名，请先把文字导出为纯文本。',
  en: 'This is a PDF under another extension; export its text first.',
};

/** The formats that are most often taken for text, by their first bytes: docx, doc and wps, PDF. */
const RENAMED: readonly { readonly bytes: readonly number[]; readonly localized: Localized }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], localized: PACKAGE },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], localized: OLD_DOCUMENT },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], localized: PDF },
];
