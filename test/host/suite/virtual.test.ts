import { deepEqual, equal } from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, rulesAt, waitUntil, wenfeng } from './support.js';

const TEXT = '同志们：\n\n今天的会议只有一个议题。请大家把“责任二字记在心上。\n';

describe('a draft in a file system that only VS Code knows', () => {
  let files: vscode.Disposable;

  before(async () => {
    await wenfeng();
    files = vscode.workspace.registerFileSystemProvider('vscode-test-web', new OneDraft(), {
      isReadonly: true,
    });
  });
  after(async () => {
    await closeAll();
    files.dispose();
  });

  it('is checked when it is opened', async () => {
    const uri = vscode.Uri.from({ scheme: 'vscode-test-web', path: '/讲话.txt' });
    const editor = await vscode.window.showTextDocument(uri);
    equal(editor.document.getText(), TEXT);
    await waitUntil('the finding', () => rulesAt(uri).length > 0);
    deepEqual(rulesAt(uri), ['unpaired-punctuation']);
  });
});

/** A file system that holds one draft, whatever it is asked for. */
class OneDraft implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (!uri.path.endsWith('.txt')) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.readFile().length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  readFile(): Uint8Array {
    return new TextEncoder().encode(TEXT);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
