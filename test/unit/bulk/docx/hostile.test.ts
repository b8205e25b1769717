import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { plainText, readDocx } from '../../../../server/src/bulk/docx/index.js';
import { DraftReadError } from '../../../../server/src/bulk/draftReadError.js';
import { docxFile, docxOf, level, list, p, scheme } from '../../../word/docxFile.js';
import { cases } from '../../../arbitraries/cases.js';

/** Why the bytes are refused; the text when they are not. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return plainText(await readDocx(bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(DraftReadError);
    const { reason, localized } = error as DraftReadError;
    for (const sentence of Object.values(localized)) expect(sentence).toMatch(/^[^\n]+[。.]$/u);
    return reason;
  }
}

/** Changes the bytes at a place. */
function patched(bytes: Uint8Array, find: (bytes: Buffer) => number, value: readonly number[]): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = find(copy);
  expect(at).toBeGreaterThan(0);
  Buffer.from(value).copy(copy, at);
  return copy;
}

const SPEECH = docxOf('同志们，现在开会。');

describe('a file that is no Word document', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['text', Buffer.from('同志们，现在开会。')],
    ['another zip', zipSync({ 'a.txt': Buffer.from('甲') })],
    ['only the beginning of a zip', Buffer.from('PK\u0003\u0004')],
    ['a document cut short', SPEECH.subarray(0, SPEECH.length / 2)],
    ['not well formed', docxFile({ body: '', parts: { 'word/document.xml': '<a><b></a>' } })],
    ['without a body', docxFile({ body: '', parts: { 'word/document.xml': '<document/>' } })],
    ['not in UTF-8', zipSync({ 'word/document.xml': Buffer.from([0x3c, 0xff, 0xfe, 0xff]) })],
  ])('is refused in one sentence: %s', async (_, bytes) => {
    expect(await outcome(bytes)).toBe('binary');
  });

  it('is told from an old document and from one with a password', async () => {
    const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    await expect(readDocx(compound)).rejects.toMatchObject({
      localized: { zh: expect.stringContaining('.doc') as string },
    });
    const locked = Buffer.concat([compound, Buffer.alloc(1024), Buffer.from('EncryptedPackage', 'utf16le')]);
    await expect(readDocx(locked)).rejects.toMatchObject({
      reason: 'denied',
      localized: { zh: expect.stringContaining('密码') as string },
    });
  });
});

describe('a document whose parts are encrypted', () => {
  it('is told as one with a password', async () => {
    // The flags stand 8 bytes into the entry of the directory.
    const locked = patched(SPEECH, (bytes) => bytes.lastIndexOf('word/document.xml') - 46 + 8, [1, 0]);
    expect(await outcome(locked)).toBe('denied');
  });
});

describe('a document made to do harm', () => {
  it('is refused by the size it says it has unpacked, before it is unpacked', async () => {
    const bomb = docxFile({ body: `<w:p>${' '.repeat(17 * 1024 * 1024)}</w:p>` });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await outcome(bomb)).toBe('too-large');
  });

  it('is refused when it says less than it has', async () => {
    const bomb = docxFile({ body: `<w:p>${' '.repeat(17 * 1024 * 1024)}</w:p>` });
    // The uncompressed size stands 24 bytes into the entry of the directory; the name 46 bytes.
    const liar = patched(bomb, (bytes) => bytes.lastIndexOf('word/document.xml') - 46 + 24, [100, 0, 0, 0]);
    expect(await outcome(liar)).toBe('binary');
  });

  it('is refused by the size of its parts together, and by their number', async () => {
    const half = ' '.repeat(9 * 1024 * 1024);
    expect(await outcome(docxFile({ body: `<w:p>${half}</w:p>`, styles: half }))).toBe('too-large');
    // The number of parts stands 10 bytes into the end of the directory, which is the last 22 bytes.
    const many = patched(SPEECH, (bytes) => bytes.length - 22 + 10, [0xff, 0x7f]);
    expect(await outcome(many)).toBe('too-large');
  });

  it('draws in nothing from outside, and no entity of its own', async () => {
    const document = (entity: string, use: string): Uint8Array =>
      docxFile({
        body: '',
        parts: {
          'word/document.xml': `<!DOCTYPE w:document [${entity}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${use}</w:t></w:r></w:p></w:body></w:document>`,
        },
      });
    expect(await outcome(document('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'))).toBe('binary');
    expect(await outcome(document('<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;">', '&b;'))).toBe('binary');
    expect(await outcome(document('', '甲'))).toBe('binary');
  });

  it('cannot overflow the stack by nesting', async () => {
    expect(await outcome(docxFile({ body: '<w:sdt>'.repeat(100_000) + '</w:sdt>'.repeat(100_000) }))).toBe(
      'binary',
    );
  });

  it('cannot make styles or lists run in a circle', async () => {
    const styles = ['a', 'b']
      .map(
        (id, at) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${'ba'[at] ?? ''}"/></w:style>`,
      )
      .join('');
    const numbering = ['x', 'y']
      .map(
        (link, at) =>
          `<w:abstractNum w:abstractNumId="${at}"><w:styleLink w:val="${'yx'[at] ?? ''}"/><w:numStyleLink w:val="${link}"/></w:abstractNum>`,
      )
      .join('');
    const body = p('甲', `<w:pStyle w:val="a"/>${list(1)}`);
    const num = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(await outcome(docxFile({ body, styles, numbering: numbering + num }))).toBe('甲\n');
  });

  it('never leads out of the file by its relationships', async () => {
    const rels = (target: string): Record<string, string> => ({
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="${target}"/></Relationships>`,
    });
    expect(await outcome(docxFile({ body: p('甲'), parts: rels('../../../../etc/passwd') }))).toBe('binary');
    expect(await outcome(docxFile({ body: p('甲'), parts: rels('../word/document.xml') }))).toBe('甲\n');
  });

  it('is read or refused wherever it is cut', async () => {
    for (let length = 0; length < SPEECH.length; length += 7) {
      expect(await outcome(SPEECH.subarray(0, length))).toBe('binary');
    }
  });

  it('is read or refused whichever of its parts is missing, empty, or another', async () => {
    const names = [
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/styles.xml',
      'word/numbering.xml',
    ];
    const parts = unzipSync(
      docxFile({ body: p('甲', list(1)), numbering: scheme(1, level(0, 'decimal', '%1.')) }),
    );
    for (const name of names) {
      for (const other of [undefined, new Uint8Array(), ...names.map((one) => parts[one])]) {
        const { [name]: _, ...rest } = parts;
        await outcome(zipSync(other === undefined ? rest : { ...rest, [name]: other }));
      }
    }
  });

  const odd = fc.constantFrom(
    '',
    '0',
    '1',
    '-1',
    '9',
    '99999999999',
    '1.5',
    'NaN',
    'a',
    '%1%2%9',
    '%0',
    '第%1章',
    'chineseCounting',
    'none',
    '__proto__',
    '甲',
  );
  const element = fc.constantFrom(
    'p',
    'r',
    't',
    'tab',
    'br',
    'sym',
    'tbl',
    'tr',
    'tc',
    'sdt',
    'sdtContent',
    'sdtPr',
    'ins',
    'del',
    'hyperlink',
    'fldSimple',
    'fldChar',
    'instrText',
    'pPr',
    'rPr',
    'numPr',
    'ilvl',
    'numId',
    'pStyle',
    'outlineLvl',
    'vanish',
    'abstractNum',
    'num',
    'abstractNumId',
    'lvl',
    'start',
    'numFmt',
    'lvlText',
    'lvlRestart',
    'lvlOverride',
    'startOverride',
    'numStyleLink',
    'styleLink',
    'isLgl',
    'style',
    'basedOn',
    'name',
    'footnoteReference',
    'smartTag',
    'moveFrom',
  );
  const attribute = fc.constantFrom(
    'val',
    'ilvl',
    'numId',
    'abstractNumId',
    'styleId',
    'type',
    'default',
    'char',
    'font',
    'fldCharType',
  );
  const { xml } = fc.letrec<{ xml: string }>((tie) => ({
    xml: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('甲', ' ', '&amp;', '&#x4e00;', '<![CDATA[乙]]>', '<!-- 丙 -->', '<?丁?>'),
      fc
        .tuple(
          element,
          fc.dictionary(attribute, odd, { maxKeys: 3, noNullPrototype: true }),
          fc.array(tie('xml'), { maxLength: 5 }),
        )
        .map(
          ([name, attributes, children]) =>
            `<w:${name}${Object.entries(attributes)
              .map(([key, value]) => ` w:${key}="${value}"`)
              .join('')}>${children.join('')}</w:${name}>`,
        ),
    ),
  }));

  it('is read or refused whatever elements its parts are of', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(xml, { maxLength: 5 }),
        fc.array(xml, { maxLength: 5 }),
        fc.array(xml, { maxLength: 5 }),
        async (body, styles, numbering) => {
          const lists = scheme(1, level(0, 'chineseCounting', '%1、'));
          const read = await outcome(
            docxFile({
              body: p('甲', list(1)) + body.join(''),
              styles: styles.join(''),
              numbering: lists + numbering.join(''),
            }),
          );
          // Elements in odd places are no damage: what can be read is.
          expect(read).toMatch(/甲\n/u);
        },
      ),
      cases(150),
    );
  });

  it('is read or refused whatever bytes are changed, and nothing else happens', async () => {
    const bytes = docxFile({ body: p('同志们') + p('开会', list(1)) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const copy = Uint8Array.from(bytes);
          for (const [at, value] of changes) copy[at] = value;
          await outcome(copy);
        },
      ),
      cases(300),
    );
  });
});
