import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { environmentNames } from '../harness/protocol.js';
import { driver } from './driver.js';
import {
  closeAll,
  DRAFT,
  extensionFolder,
  open,
  openUnsaved,
  rulesAt,
  waitUntil,
  wenfeng,
} from './support.js';

const BINARY = 'node_modules/nodejieba/build/Release/nodejieba.node';

describe('the extension, installed in a fresh VS Code', () => {
  afterEach(closeAll);

  it('finds what stands in a draft', async () => {
    const { document } = await open(DRAFT);
    await waitUntil('the findings', () => rulesAt(document.uri).includes('unpaired-punctuation'));
    await driver.screenshot('installed');
  });

  it('cuts words by the binary that it brings, and says so where it brings none', async () => {
    const { document } = await openUnsaved('我们要切实管好茶园，切实修好道路。\n', 'plaintext');
    await waitUntil('a finding of words', () => rulesAt(document.uri).includes('repeated-word'));
    const { statusBarText } = await wenfeng();
    const simple = /basic words|简易分词/u.test(statusBarText() ?? '');
    equal(simple, !existsSync(join(extensionFolder(), BINARY)));
  });

  it('is what was packed, and not the source tree', () => {
    if (process.env[environmentNames.packed] !== '1') return;
    const extension = vscode.extensions.getExtension('wenfeng.wenfeng');
    ok(extension);
    equal((extension.packageJSON as { readonly isUnderDevelopment?: boolean }).isUnderDevelopment, false);
    const unpacked = ['server', 'test', 'dist/extension.js.map'];
    deepEqual(
      unpacked.filter((name) => existsSync(join(extensionFolder(), name))),
      [],
    );
  });
});
