import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { BULK_CHECK } from '../../server/src/lsp/protocol/bulk.js';
import { CUT_PLAN } from '../../server/src/lsp/protocol/cutPlan.js';
import { COUNT_SELECTIONS } from '../../server/src/lsp/protocol/figures.js';
import { COMPARE_PASSAGES } from '../../server/src/lsp/protocol/passages.js';
import { REPORT } from '../../server/src/lsp/protocol/report.js';
import type { Random } from '../evaluate/random.js';
import { delay, type Editor } from './editor.js';

/** What interruptions need to know. */
export interface InterruptionsHost {
  readonly editor: Editor;
  /** The workspace's folder, absolute. */
  readonly folder: string;
  readonly uriOf: (name: string) => string;
  readonly random: Random;
}

const GUIDE = '.wenfeng.json';

const GUIDES: readonly object[] = [
  {},
  { extends: 'plain', fixedTerms: ['高质量发展', '真抓实干'] },
  {
    rules: { 'sentence-too-long': { max: 60 }, 'stock-phrase': 'off' },
    preferredTerms: { 党办: '党委办公室' },
  },
  { extends: ['report'], overrides: [{ files: '*.md', rules: { 'stray-space': 'error' } }] },
];

const SETTINGS: readonly object[] = [
  {},
  { messageLanguage: 'en' },
  { rules: { 'sentence-too-long': { severity: 'off' } }, codeLens: { enabled: false } },
  { rules: { 'paragraph-too-long': { max: 200 } }, enable: true },
];

/** What an editor and its writer do between the keystrokes: they look, ask, and change settings, guides and lists. */
export class Interruptions {
  readonly #host: InterruptionsHost;
  #running: Promise<unknown> = Promise.resolve();
  #bulkChecks = 0;

  constructor(host: InterruptionsHost) {
    this.#host = host;
  }

  /** Does one thing or another, or nothing. Long tasks go on while the writer types. */
  async sometimes(uri: string, cursor: number): Promise<void> {
    const chance = this.#host.random.next();
    if (chance < 0.35) this.#look(uri, cursor);
    else if (chance < 0.4) await this.#changeSettings();
    else if (chance < 0.45) await this.#changeGuide();
    else if (chance < 0.5) await this.#changeIgnored(uri);
    else if (chance < 0.54) this.#begin(this.#checkAll());
    else if (chance < 0.56) this.#begin(this.#compareAll());
    else if (chance < 0.58) await this.#reopen(uri);
    else if (chance < 0.65) this.#count(uri);
  }

  /** Waits for what was begun. */
  async settled(): Promise<void> {
    await this.#running;
  }

  #begin(task: Promise<unknown>): void {
    this.#running = Promise.all([this.#running, task]);
  }

  /** Asks what an editor asks of itself as the caret moves. */
  #look(uri: string, cursor: number): void {
    const { editor } = this.#host;
    const document = editor.documents.get(uri);
    if (document === undefined) return;
    const position = document.positionAt(cursor);
    const textDocument = { uri };
    const range = { start: position, end: position };
    for (const [method, more] of [
      ['hover', { position }],
      ['codeAction', { range, context: { diagnostics: [] } }],
      ['documentSymbol', {}],
      ['foldingRange', {}],
      ['codeLens', {}],
      ['documentHighlight', { position }],
      ['selectionRange', { positions: [position] }],
    ] as const) {
      this.#begin(editor.ask(`textDocument/${method}`, { textDocument, ...more }));
    }
  }

  #count(uri: string): void {
    const { editor, random } = this.#host;
    const ranges = [{ start: { line: 0, character: 0 }, end: { line: 1 + random.below(40), character: 0 } }];
    this.#begin(editor.ask(COUNT_SELECTIONS, { uri, ranges }));
    this.#begin(editor.ask(REPORT, { uri, width: 640 }));
    this.#begin(editor.ask(CUT_PLAN, { uri, minutes: 20 }));
  }

  async #changeSettings(): Promise<void> {
    await this.#host.editor.changeSettings(this.#host.random.one(SETTINGS));
  }

  /** On disk, or in an editor that holds it open meanwhile. */
  async #changeGuide(): Promise<void> {
    const { editor, folder, uriOf, random } = this.#host;
    const uri = uriOf(GUIDE);
    const text = JSON.stringify(random.one(GUIDES), undefined, 2);
    if (editor.documents.has(uri)) {
      const end = editor.textOf(uri).length;
      await editor.press(uri, { start: 0, end, text, pause: 0 });
      if (random.next() < 0.5) await editor.close(uri);
    }
    writeFileSync(path.join(folder, GUIDE), text);
    await editor.tellFileChanged(uri);
    if (!editor.documents.has(uri) && random.next() < 0.3) await editor.open(uri, 'jsonc', text);
  }

  async #changeIgnored(uri: string): Promise<void> {
    const { editor, random } = this.#host;
    const text = editor.textOf(uri);
    const at = random.below(Math.max(1, text.length - 12));
    const entry = {
      rule: random.one(['repeated-phrase', 'overused-word']) ?? '',
      text: text.slice(at, at + 4),
    };
    await editor.changeIgnored([...editor.ignored, entry].slice(-20));
  }

  async #reopen(uri: string): Promise<void> {
    const { editor } = this.#host;
    const document = editor.documents.get(uri);
    if (document === undefined) return;
    await editor.close(uri);
    await editor.open(uri, document.languageId, document.getText(), document.version + 1);
  }

  async #checkAll(): Promise<void> {
    await this.#bulk(BULK_CHECK, {});
  }

  async #compareAll(): Promise<void> {
    await this.#bulk(COMPARE_PASSAGES, {});
  }

  /** A task over the folder, now and then given up on the way. */
  async #bulk(method: string, more: object): Promise<void> {
    const { editor, uriOf, random } = this.#host;
    const cancel = new CancellationTokenSource();
    const task = editor.ask<{ readonly diagnostics?: readonly Diagnostic[] }>(
      method,
      {
        id: `bulk ${String(this.#bulkChecks++)}`,
        targets: [uriOf('')],
        include: ['**/*.{txt,md}'],
        exclude: [],
        maxFileSize: 2 * 1024 * 1024,
        ...more,
      },
      cancel,
    );
    if (random.next() < 0.3) {
      await delay(random.below(200));
      cancel.cancel();
    }
    await task;
  }
}
