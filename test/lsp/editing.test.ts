import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LSPErrorCodes, ResponseError, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDraft } from '../../server/src/core/check.js';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import { DiagnosticMaker } from '../../server/src/lsp/diagnostics.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { cases } from '../arbitraries/cases.js';
import { drafts } from '../arbitraries/drafts.js';
import { changed, changesOf, sampleEdit, type TextChange } from '../arbitraries/edits.js';
import { PUSH, startClient, stopClients, type TestClient } from './client.js';

const segmenter = createIntlSegmenter();

type Said = Pick<Diagnostic, 'range' | 'code' | 'message' | 'severity'>;

function said(diagnostics: readonly Diagnostic[]): Said[] {
  return diagnostics.map(
    ({ range, code, message, severity }) => ({ range, code, message, severity }) as Said,
  );
}

const maker = new DiagnosticMaker({ relatedInformation: false, codeDescription: false }, () => '');

/** What a fresh check has to say of a text, as far as a client is told. */
function fresh(text: string, format: DraftFormat): Said[] {
  const document = TextDocument.create('', '', 0, text);
  return said(maker.all(document, checkDraft(text, { format, segmenter }), 'zh'));
}

/** A client whose server has its words already. */
async function clientWithWords(push: boolean): Promise<TestClient> {
  const client = await startClient({
    ...(push ? { capabilities: PUSH } : {}),
    loadSegmenter: () => ({ segmenter }),
  });
  const uri = 'untitled:first';
  await client.open(uri, '同志们，今天开会。');
  if (!push) await client.pull(uri);
  await (push ? client.published.next() : client.refreshes.first());
  await client.close(uri);
  return client;
}

/** A document as the client edits it, and its text by version. */
class Edited {
  static #opened = 0;
  readonly uri = `untitled:${String(Edited.#opened++)}`;
  readonly texts: string[] = [];
  readonly #client: TestClient;

  constructor(client: TestClient, text: string) {
    this.#client = client;
    this.texts[1] = text;
  }

  get text(): string {
    return this.texts.at(-1) ?? '';
  }

  get version(): number {
    return this.texts.length - 1;
  }

  async open(format: DraftFormat): Promise<void> {
    await this.#client.open(this.uri, this.text, format === 'markdown' ? 'markdown' : 'plaintext');
  }

  /** Sends all changes as one. A change of the whole text may leave out its range. */
  async change(changes: readonly TextChange[]): Promise<void> {
    if (changes.length === 0) return;
    let now = this.text;
    const sent = changes.map((change) => {
      const document = TextDocument.create('', '', 0, now);
      const { start, end, text } = change;
      now = changed(now, change);
      return start === 0 && end === document.getText().length
        ? { text }
        : { range: { start: document.positionAt(start), end: document.positionAt(end) }, text };
    });
    this.texts.push(now);
    await this.#client.change(this.uri, this.version, ...sent);
  }
}

/** An edit: one or several of the samples in one notification, and whether the client waits for what it is told. */
const edits = fc.array(fc.tuple(fc.array(sampleEdit, { minLength: 1, maxLength: 3 }), fc.boolean()), {
  minLength: 1,
  maxLength: 5,
});

/** The changes of several edits, each of what the one before left; no change cuts a line end or a character in two. */
function changesOfAll(samples: Parameters<typeof changesOf>[0][], text: string): TextChange[] {
  const all: TextChange[] = [];
  let now = text;
  for (const sample of samples) {
    for (const each of changesOf(sample, now)) {
      const change = widened(each, now);
      all.push(change);
      now = changed(now, change);
    }
  }
  return all;
}

/** A client cannot point between CR and LF, nor behind the text that an earlier change, widened, has left. */
function widened({ start, end, text: put }: TextChange, text: string): TextChange {
  const inside = (offset: number): boolean => offset > 0 && text.startsWith('\r\n', offset - 1);
  const [from, to] = [Math.min(start, text.length), Math.min(end, text.length)];
  return { start: inside(from) ? from - 1 : from, end: inside(to) ? to + 1 : to, text: put };
}

describe('a draft that a client edits', () => {
  let pulling: TestClient;
  let pushed: TestClient;
  beforeAll(async () => {
    pulling = await clientWithWords(false);
    pushed = await clientWithWords(true);
  });
  afterAll(stopClients);

  it('has the diagnostics of its text when they are asked for, whatever was asked and edited before', async () => {
    await fc.assert(
      fc.asyncProperty(drafts(4), edits, async ({ text, format }, steps) => {
        const document = new Edited(pulling, text);
        await document.open(format);
        const asked: Promise<void>[] = [];
        const ask = (): Promise<void> => {
          const { text: now } = document;
          return pulling.diagnostics(document.uri).then(
            (diagnostics) => {
              expect(said(diagnostics)).toEqual(fresh(now, format));
            },
            (error: unknown) => {
              // What was asked of a text that is gone may be left unanswered.
              if (!(error instanceof ResponseError)) throw error;
              expect([error.code, now]).toEqual([LSPErrorCodes.ServerCancelled, expect.any(String)]);
            },
          );
        };
        for (const [samples, waits] of steps) {
          await document.change(changesOfAll(samples, document.text));
          asked.push(ask());
          if (waits) await Promise.all(asked);
        }
        await Promise.all(asked);
        expect(said(await pulling.diagnostics(document.uri))).toEqual(fresh(document.text, format));
        await pulling.close(document.uri);
      }),
      cases(40),
    );
  });

  it('has those of its text published, and none of another version', async () => {
    await fc.assert(
      fc.asyncProperty(drafts(4), edits, async ({ text, format }, steps) => {
        const document = new Edited(pushed, text);
        const told = (): Promise<unknown> =>
          pushed.published.first(({ uri, version }) => uri === document.uri && version === document.version);
        await document.open(format);
        for (const [samples, waits] of steps) {
          await document.change(changesOfAll(samples, document.text));
          if (waits) await told();
        }
        await told();
        const own = pushed.published.all.filter(({ uri }) => uri === document.uri);
        for (const { version = 0, diagnostics } of own)
          expect(said(diagnostics)).toEqual(fresh(document.texts[version] ?? '', format));
        await pushed.close(document.uri);
      }),
      cases(30),
    );
  });
});
