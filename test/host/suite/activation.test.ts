import { equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, delay, DRAFT, file, open, waitUntil, wenfeng } from './support.js';

/** Comes before the other tests, by the name of its file: any of them starts the extension. */
describe('the extension', () => {
  after(closeAll);

  it('is not started before there is a draft', async () => {
    const extension = vscode.extensions.getExtension('wenfeng.wenfeng');
    ok(extension, 'the extension is not there');
    await vscode.window.showTextDocument(file('.vscode/settings.json'));
    await delay(1000);
    equal(extension.isActive, false);
    await open(DRAFT);
    await waitUntil('the start', () => extension.isActive);
    const api = await wenfeng();
    await waitUntil('the server', () => api.serverState() === 'running');
  });
});
