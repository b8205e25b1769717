import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { JsonReport } from '../../server/src/core/report/json.js';
import { EXPORT_RESULTS, type ExportResultsResult } from '../../server/src/lsp/protocol/exportResults.js';
import { docxOf } from '../word/docxFile.js';
import { startClient, stopClients, type TestClient } from './client.js';
import { useDraftFolder } from './draftFolder.js';

const MASKED = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n';
const CLEAN = '同志们：\n请王明同志讲话，大家认真听，回去抓好落实。\n';

const drafts = useDraftFolder();
const { write } = drafts;
afterEach(stopClients);

function exported(
  client: TestClient,
  targets: readonly string[],
  extension: string,
  cancel = new CancellationTokenSource(),
): Promise<ExportResultsResult> {
  const root = drafts.uri;
  return client.connection.sendRequest(EXPORT_RESULTS, { targets, root, extension }, cancel.token);
}

describe('exporting results', () => {
  it('reports drafts by their path from the root, in the order asked for', async () => {
    const targets = [
      write('乡镇/发言.txt', MASKED),
      write('文档.docx', docxOf('同志们：', '请某某同志讲话。')),
      write('坏.txt', Uint8Array.of(0xff, 0x00, 0x9c, 0xd3, 0x00, 0x41, 0x80)),
    ];
    const client = await startClient();
    const report = JSON.parse((await exported(client, targets, '.json')).text) as JsonReport;
    expect(report.files).toMatchObject([
      {
        path: '乡镇/发言.txt',
        encoding: 'utf-8',
        findings: [{ rule: 'placeholder-left', line: 2, column: 2 }],
      },
      { path: '文档.docx', encoding: 'docx', places: 'paragraphs', findings: [{ line: 2 }] },
    ]);
    expect(report.errors).toMatchObject([{ path: '坏.txt' }]);
  });

  it.each([
    ['.md', '# 讲话稿检查结果'],
    ['.csv', '稿子,行,列'],
    ['.sarif', '"version": "2.1.0"'],
    ['.JSON', '"version":1'],
  ])('writes what the ending %s stands for', async (extension, part) => {
    const client = await startClient();
    expect((await exported(client, [write('a.txt', MASKED)], extension)).text).toContain(part);
  });

  it('prefers what is open', async () => {
    const a = write('a.txt', MASKED);
    const client = await startClient();
    await client.open(a, CLEAN);
    const report = JSON.parse((await exported(client, [a], '.json')).text) as JsonReport;
    expect(report.files).toMatchObject([{ path: 'a.txt', findings: [] }]);
  });

  it('gives nothing when it is cancelled', async () => {
    const targets = Array.from({ length: 100 }, (_, index) => write(`${index}.txt`, MASKED));
    const client = await startClient();
    const cancel = new CancellationTokenSource();
    const answer = exported(client, targets, '.json', cancel);
    setTimeout(() => {
      cancel.cancel();
    }, 20);
    expect(await answer).toEqual({ text: '', cancelled: true });
  });

  it('tells a client that asks wrongly', async () => {
    const client = await startClient();
    await expect(exported(client, [], '.docx')).rejects.toMatchObject({ code: -32602 });
    await expect(client.connection.sendRequest(EXPORT_RESULTS, {})).rejects.toMatchObject({ code: -32602 });
  });
});
