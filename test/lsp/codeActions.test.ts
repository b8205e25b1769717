import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changesBetween } from '../../server/src/lsp/changes.js';
import { applyEdits } from '../../server/src/core/fixes.js';
import { only, PULL, rangeOf, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
const BLANKS = '同志们：\n会议 开得很好，大家 都发了言。\n请某某同志讲话。\n';

afterEach(stopClients);

function actionsAt(client: TestClient, range: Range, only?: string[]): Promise<CodeAction[]> {
  return client.ask('codeAction', URI, {
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
}

/** The text after an edit that names its version. */
function applied(text: string, edit: WorkspaceEdit | undefined): string {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined || !('edits' in change)) throw new Error('no versioned edit');
  expect(change.textDocument).toEqual({ uri: URI, version: 1 });
  return TextDocument.applyEdits(TextDocument.create(URI, '', 1, text), change.edits as TextEdit[]);
}

describe('a quick fix', () => {
  it('mends its finding, and the finding goes away', async () => {
    const client = await startClient();
    await client.open(URI, BLANKS);
    const [first] = await client.diagnostics(URI);
    const actions = await actionsAt(client, rangeOf(BLANKS, '会议'), ['quickfix']);
    expect(actions).toMatchObject([{ kind: 'quickfix', isPreferred: true, diagnostics: [first] }]);
    const text = applied(BLANKS, actions[0]?.edit);
    expect(text).toBe(BLANKS.replace('会议 ', '会议'));
    await client.change(URI, 2, { text });
    expect((await client.diagnostics(URI)).map(({ code }) => code)).toEqual([
      'stray-space',
      'placeholder-left',
    ]);
  });

  it('is offered for each choice a writer has, none of them preferred', async () => {
    const client = await startClient();
    client.settings = only('paragraph-too-long');
    const sentence = '各单位要把任务分到人头，把进度按月通报，把问题摆在明处。';
    const text = `会议的精神要落实好。一是抓紧开工。${sentence.repeat(6)}二是抓好质量。${sentence.repeat(10)}\n`;
    await client.open(URI, text);
    const actions = await actionsAt(client, rangeOf(text, '会议'));
    expect(actions.length).toBeGreaterThanOrEqual(3);
    expect(actions.some(({ isPreferred }) => isPreferred)).toBe(false);
    expect(applied(text, actions[0]?.edit).split('\n').length).toBe(4);
  });

  it('knows nothing where there is no finding', async () => {
    const client = await startClient();
    await client.open(URI, BLANKS);
    expect(await actionsAt(client, rangeOf(BLANKS, '同志们'))).toEqual([]);
    expect(await actionsAt(client, rangeOf(BLANKS, '某某'))).toEqual([]);
    expect(
      await client.ask('codeAction', 'file:///not-open.txt', {
        range: rangeOf(BLANKS, '会议'),
        context: { diagnostics: [] },
      }),
    ).toEqual([]);
  });

  it('is found by the diagnostic where a client asks about the line', async () => {
    const client = await startClient();
    await client.open(URI, BLANKS);
    const diagnostics = await client.diagnostics(URI);
    const actions = await client.ask<CodeAction[]>('codeAction', URI, {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
      context: { diagnostics: diagnostics.slice(1, 2) },
    });
    expect(applied(BLANKS, actions[0]?.edit)).toBe(BLANKS.replace('大家 ', '大家'));
  });

  it('names no version to a client that does not know them', async () => {
    const client = await startClient({
      capabilities: { ...PULL, workspace: { ...PULL.workspace, workspaceEdit: {} } },
    });
    await client.open(URI, BLANKS);
    const [action] = await actionsAt(client, rangeOf(BLANKS, '会议'));
    expect(Object.keys(action?.edit ?? {})).toEqual(['changes']);
  });

  it('takes positions that are not in the text', async () => {
    const client = await startClient();
    await client.open(URI, BLANKS);
    const far = { start: { line: 99, character: -3 }, end: { line: 1e9, character: 1e9 } };
    expect(await actionsAt(client, far)).toEqual([]);
    const all = { start: { line: -1, character: -1 }, end: { line: 99, character: 0 } };
    expect(await actionsAt(client, all, ['quickfix'])).toHaveLength(2);
  });
});

describe('fix all', () => {
  const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

  it.each(['source.fixAll', 'source.fixAll.wenfeng', 'source'])(
    'mends all that is safe on %s',
    async (only) => {
      const client = await startClient();
      await client.open(URI, BLANKS);
      const actions = await actionsAt(client, everything, [only]);
      expect(actions).toMatchObject([{ kind: 'source.fixAll.wenfeng' }]);
      const text = applied(BLANKS, actions[0]?.edit);
      expect(text).toBe(BLANKS.replaceAll(' ', ''));
      await client.change(URI, 2, { text });
      expect((await client.diagnostics(URI)).map(({ code }) => code)).toEqual(['placeholder-left']);
      expect(await actionsAt(client, everything, [only])).toEqual([]);
    },
  );

  it('is offered beside a safe fix, and not when only quick fixes are wanted', async () => {
    const client = await startClient();
    await client.open(URI, BLANKS);
    const kinds = async (only?: string[]): Promise<unknown> =>
      (await actionsAt(client, rangeOf(BLANKS, '会议'), only)).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['quickfix', 'source.fixAll.wenfeng']);
    expect(await kinds(['quickfix'])).toEqual(['quickfix']);
    expect(await kinds(['refactor'])).toEqual([]);
    expect(await kinds(['source.fixAllOfSomeoneElse'])).toEqual([]);
  });
});

describe('the edits between two texts', () => {
  it.each([
    ['a b\nc\nd e\n', 'ab\nc\nde\n', 2],
    ['一\r\n二 三\r\n', '一\r\n二三\r\n', 1],
    ['一二三', '一\n二\n三', 1],
    ['啊啊啊', '啊啊', 1],
    ['同', '同', 0],
    ['', '起', 1],
    ['去', '', 1],
  ])('make %j %j', (before, after, count) => {
    const edits = changesBetween(before, after);
    expect(edits).toHaveLength(count);
    expect(applyEdits(before, edits)).toBe(after);
  });
});
