import { afterEach, describe, expect, it } from 'vitest';
import { BULK_CHECK } from '../../server/src/lsp/protocol/bulk.js';
import { DOCUMENT_TEXT, type DocumentTextResult } from '../../server/src/lsp/protocol/documentText.js';
import { docxFile, docxOf, level, list, p, scheme } from '../word/docxFile.js';
import { startClient, stopClients, type TestClient } from './client.js';
import { useDraftFolder } from './draftFolder.js';

const drafts = useDraftFolder();
const { write } = drafts;
afterEach(stopClients);

function textOf(client: TestClient, uri: string, format: unknown): Promise<DocumentTextResult> {
  return client.connection.sendRequest(DOCUMENT_TEXT, { uri, format });
}

describe('the text of a Word document', () => {
  it('comes with its numbering, as plain text or as Markdown', async () => {
    const uri = write(
      '春 耕#1.docx',
      docxFile({
        body: p('抓春耕', `<w:pStyle w:val="1"/>${list(1)}`) + p('各村*都要*动起来。'),
        styles:
          '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
        numbering: scheme(1, level(0, 'chineseCounting', '%1、')),
      }),
    );
    const client = await startClient();
    expect(await textOf(client, uri, 'plain')).toEqual({ text: '一、抓春耕\n各村*都要*动起来。\n' });
    expect(await textOf(client, uri, 'markdown')).toEqual({
      text: '# 一、抓春耕\n\n各村\\*都要\\*动起来。\n',
    });
  });

  it('that cannot be read is told in one sentence, in the language of messages', async () => {
    const uri = write('坏.docx', '不是文档');
    const chinese = await startClient({ locale: 'zh-cn' });
    expect(await textOf(chinese, uri, 'plain')).toEqual({
      failure: expect.stringMatching(/^这个 Word 文档已损坏.*。$/u) as string,
    });
    const english = await startClient({ locale: 'en' });
    expect(await textOf(english, `${uri}x`, 'plain')).toEqual({
      failure: 'There is no such file or folder; check the path.',
    });
  });

  it('is refused for a form that there is not', async () => {
    const client = await startClient();
    await expect(textOf(client, write('a.docx', docxOf('甲')), 'html')).rejects.toThrow('format');
  });
});

describe('a bulk check of Word documents', () => {
  it('tells of the file, and places findings in its text', async () => {
    const sentence = '一把钥匙开一把锁，各村的办法要从各村的实际里来，不能照抄照搬别人的做法。';
    const uri = write('a.docx', docxOf('同志们：', `请某某同志讲话。${sentence}`, `记住，${sentence}`));
    const client = await startClient();
    await client.connection.sendRequest(BULK_CHECK, {
      id: 'run-1',
      targets: [drafts.uri],
      include: ['**/*.{txt,md,docx}'],
      exclude: [],
      maxFileSize: 10_000,
    });
    expect(client.files.all).toMatchObject([{ uri, total: 1 }]);
    const diagnostics = client.files.all[0]?.diagnostics ?? [];
    expect(diagnostics.find(({ code }) => code === 'placeholder-left')?.range).toEqual({
      start: { line: 1, character: 1 },
      end: { line: 1, character: 3 },
    });
    const related = diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? []);
    expect(related.length).toBeGreaterThan(0);
    for (const { location } of related) expect(location.uri).toBe(uri.replace('file://', 'wenfeng-docx:'));
  });
});
