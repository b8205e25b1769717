import fc from 'fast-check';
import iconv from 'iconv-lite';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeDraft, encodeDraft, type DraftEncoding } from '../../../server/src/bulk/decode.js';
import { DraftReadError } from '../../../server/src/bulk/draftReadError.js';
import { cases } from '../../arbitraries/cases.js';
import { anyText } from '../../arbitraries/drafts.js';

const SPEECH = '同志们：\r\n　　今天，我们在青石镇召开会议。一是抓好春耕；二是“守住”底线！\n';

function bytesOf(text: string, encoding: DraftEncoding, bom = false): Uint8Array {
  return iconv.encode(bom ? `\uFEFF${text}` : text, encoding, { addBOM: false });
}

function errorOf(bytes: Uint8Array): DraftReadError {
  try {
    decodeDraft(bytes);
  } catch (error) {
    if (error instanceof DraftReadError) return error;
    throw error;
  }
  throw new Error('it was decoded');
}

describe('decodeDraft', () => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', false],
    ['utf-16le', true],
    ['utf-16be', false],
    ['utf-16be', true],
    ['gb18030', false],
    ['gb18030', true],
  ] as const)('reads %s, byte-order mark: %s', (encoding, bom) => {
    expect(decodeDraft(bytesOf(SPEECH, encoding, bom))).toEqual({ text: SPEECH, encoding, bom });
  });

  it('takes a single sentence of GB18030, and characters of four bytes', () => {
    expect(decodeDraft(bytesOf('好。', 'gb18030'))).toMatchObject({ text: '好。', encoding: 'gb18030' });
    expect(decodeDraft(bytesOf('石㙟村、𠮷', 'gb18030'))).toMatchObject({
      text: '石㙟村、𠮷',
      encoding: 'gb18030',
    });
  });

  it('takes UTF-16 without a mark that has Latin letters only', () => {
    expect(decodeDraft(bytesOf('Draft 1\r\n', 'utf-16le'))).toMatchObject({
      encoding: 'utf-16le',
      text: 'Draft 1\r\n',
    });
    expect(decodeDraft(bytesOf('Draft 1\r\n', 'utf-16be'))).toMatchObject({
      encoding: 'utf-16be',
      text: 'Draft 1\r\n',
    });
  });

  it('takes UTF-16 without a mark whose every byte is ASCII-like or zero', () => {
    expect(decodeDraft(bytesOf('一一得一\n', 'utf-16le'))).toMatchObject({
      encoding: 'utf-16le',
      text: '一一得一\n',
    });
  });

  it('takes an empty file and a lone byte-order mark as empty text', () => {
    expect(decodeDraft(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false });
    expect(decodeDraft(Uint8Array.of(0xef, 0xbb, 0xbf))).toEqual({ text: '', encoding: 'utf-8', bom: true });
    expect(decodeDraft(Uint8Array.of(0xff, 0xfe))).toEqual({ text: '', encoding: 'utf-16le', bom: true });
  });

  it('keeps a second byte-order mark as a character', () => {
    expect(decodeDraft(bytesOf('\uFEFF好', 'utf-8', true)).text).toBe('\uFEFF好');
  });

  it('refuses what is in none of the encodings', () => {
    expect(errorOf(Uint8Array.of(0xff, 0xff, 0x80))).toMatchObject({ reason: 'encoding' });
    // A UTF-8 text that was cut in the middle of a character.
    expect(errorOf(Buffer.from('会议。').subarray(0, 7))).toMatchObject({ reason: 'encoding' });
    // A mark is a promise: what follows it is not tried as something else.
    expect(errorOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc4, 0xe3))).toMatchObject({ reason: 'encoding' });
    // UTF-16 with half a character at its end, and with half a surrogate pair.
    expect(errorOf(Uint8Array.of(0xff, 0xfe, 0x2d, 0x4e, 0x2d))).toMatchObject({ reason: 'encoding' });
    expect(errorOf(Uint8Array.of(0xfe, 0xff, 0xd8, 0x40, 0x4e, 0x2d))).toMatchObject({ reason: 'encoding' });
  });

  it('refuses binary files, and names the usual ones', () => {
    expect(errorOf(Buffer.from('会议\0记录'))).toMatchObject({ reason: 'binary' });
    expect(errorOf(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]))).toMatchObject({
      reason: 'binary',
    });
    expect(errorOf(Buffer.from('PK\x03\x04\x14\0\0\0\x08\0')).localized.zh).toContain('Word');
    expect(errorOf(Buffer.from('d0cf11e0a1b11ae10000ff', 'hex')).localized.en).toContain('Word');
    expect(errorOf(Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n\0', 'latin1')).localized.zh).toContain('PDF');
    expect(errorOf(Buffer.from('fffe000041000000', 'hex'))).toMatchObject({ reason: 'binary' });
  });

  it('says why in one sentence of each language', () => {
    const { localized } = errorOf(Uint8Array.of(0xff, 0xff, 0x80));
    expect(localized.zh).toMatch(/^[^。]+。$/u);
    expect(localized.en).toMatch(/^[^.]+\.$/u);
  });

  it('never makes text of random bytes that are long enough', () => {
    for (let i = 0; i < 50; i++) expect(() => decodeDraft(randomBytes(400))).toThrow(DraftReadError);
  });
});

describe('encodeDraft', () => {
  const han = fc.constantFrom(...Array.from('同志们，今天讲三点意见。“抓好”！？；　一二 \t\r\nabc1你我他'));
  const unit = fc.oneof(
    { weight: 9, arbitrary: han },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 1 }) },
  );
  const text = fc.array(unit, { maxLength: 80 }).map((units) => units.join('').replaceAll('\0', ''));
  const encodings = fc.constantFrom<DraftEncoding>('utf-8', 'utf-16le', 'utf-16be', 'gb18030');

  it('gives back the bytes of whatever could be decoded', () => {
    fc.assert(
      fc.property(text, encodings, fc.boolean(), (written, encoding, bom) => {
        const bytes = bytesOf(written, encoding, bom);
        let decoded;
        try {
          decoded = decodeDraft(bytes);
        } catch {
          // A short text may look like nothing at all; then there is nothing to give back.
          return;
        }
        expect(Buffer.from(encodeDraft(decoded.text, decoded)).equals(bytes)).toBe(true);
      }),
      cases(100),
    );
  });

  it('gives back any bytes that were decoded, whatever they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let decoded;
        try {
          decoded = decodeDraft(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(DraftReadError);
          return;
        }
        expect(Buffer.from(encodeDraft(decoded.text, decoded)).equals(bytes)).toBe(true);
      }),
      cases(2000),
    );
  });

  it('gives back drafts cut in the middle of a character, or of several encodings, or none', () => {
    const piece = fc
      .tuple(anyText, encodings, fc.boolean())
      .map(([written, encoding, bom]) => bytesOf(written, encoding, bom));
    const bytes = fc.oneof(
      fc.tuple(piece, fc.nat(400)).map(([all, length]) => all.subarray(0, length)),
      fc.tuple(piece, fc.nat(3)).map(([all, start]) => all.subarray(start)),
      fc.array(piece, { minLength: 2, maxLength: 3 }).map((pieces) => Buffer.concat(pieces)),
      fc
        .tuple(fc.constantFrom('fffe', 'feff', 'efbbbf', '84319533', '0000feff', '2b2f76'), piece)
        .map(([mark, all]) => Buffer.concat([Buffer.from(mark, 'hex'), all])),
      fc
        .tuple(piece, fc.uint8Array({ maxLength: 4 }), fc.nat(99))
        .map(([all, odd, at]) => Buffer.concat([all.subarray(0, at), odd, all.subarray(at)])),
    );
    fc.assert(
      fc.property(bytes, (mixed) => {
        let decoded;
        try {
          decoded = decodeDraft(mixed);
        } catch (error) {
          expect(error).toBeInstanceOf(DraftReadError);
          return;
        }
        expect(Buffer.from(encodeDraft(decoded.text, decoded)).equals(mixed)).toBe(true);
      }),
      cases(300),
    );
  });

  it('keeps the bytes outside an edit', () => {
    const bytes = bytesOf('石㙟村　召开会议。\r\n', 'gb18030', true);
    const decoded = decodeDraft(bytes);
    const edited = encodeDraft(decoded.text.replace('召开', '召集'), decoded);
    expect(Buffer.from(edited)).toEqual(Buffer.from(bytesOf('石㙟村　召集会议。\r\n', 'gb18030', true)));
  });

  it('refuses a character that the encoding does not have', () => {
    expect(() => encodeDraft('半个\uD840字', { encoding: 'utf-8', bom: false })).toThrow(/utf-8/u);
    expect(() => encodeDraft('\uE5E5', { encoding: 'gb18030', bom: false })).toThrow(/gb18030/u);
  });
});
