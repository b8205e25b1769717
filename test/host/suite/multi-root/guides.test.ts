import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { BulkSummary } from '../../../../client/src/bulk/bulkSummary.js';
import { driver } from '../driver.js';
import { closeAll, rulesAt, waitUntil, wenfeng } from '../support.js';

const FARMING = '灌溉动员讲话.txt';
const SCHOOLS = '开学安全讲话.txt';

describe('a workspace of several folders', () => {
  before(wenfeng);
  afterEach(closeAll);

  it('has each folder’s drafts checked by its own guide while they are edited', async () => {
    const [farming, schools] = drafts();
    for (const draft of [farming, schools]) await vscode.window.showTextDocument(draft, { preview: false });
    await waitUntil('the findings of both', () => rulesAt(farming).length > 0 && rulesAt(schools).length > 0);
    deepEqual(rulesAt(farming), ['term-inconsistent']);
    deepEqual(rulesAt(schools), ['unpaired-punctuation']);
    equal(vscode.languages.getDiagnostics(schools)[0]?.severity, vscode.DiagnosticSeverity.Hint);
    await driver.screenshot('multi-root');
  });

  it('has them checked so in bulk too', async () => {
    const [farming, schools] = drafts();
    const summary = await vscode.commands.executeCommand<BulkSummary>('wenfeng.checkWorkspace');
    equal(summary.checked.length, 2);
    deepEqual(rulesAt(farming), ['term-inconsistent']);
    deepEqual(rulesAt(schools), ['unpaired-punctuation']);
    await vscode.commands.executeCommand('wenfeng.clearResults');
  });
});

/** The draft of each folder, in the folders' order. */
function drafts(): [vscode.Uri, vscode.Uri] {
  const [first, second] = vscode.workspace.workspaceFolders ?? [];
  ok(first !== undefined && second !== undefined, 'not two folders are open');
  return [vscode.Uri.joinPath(first.uri, FARMING), vscode.Uri.joinPath(second.uri, SCHOOLS)];
}
