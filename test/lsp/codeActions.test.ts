import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changesBetween } from '../../server/src/lsp/changes.js';
import { applyEdits } from '../../server/src/core/fixes.js';
import { only, PULL, rangeOf, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
/** Two safe findings of one rule, one of another, and one that is not safe. */
const MIXED = '同志们：\n会议 开得很好，大家 都发了言。。\n请某某同志讲话。\n';
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
    expect(actions[0]).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [first] });
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
    expect(await actionsAt(client, all, ['quickfix'])).toHaveLength(3);
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

  it('is a quick fix beside a safe fix where several rules have some, and a source action where asked for', async () => {
    const client = await startClient();
    await client.open(URI, MIXED);
    const titles = async (only?: string[]): Promise<unknown> =>
      (await actionsAt(client, rangeOf(MIXED, '会议'), only)).map(
        ({ kind, title }) => `${kind ?? ''} ${title}`,
      );
    const menu = [
      'quickfix 删去这里的空格',
      'quickfix 修正本稿全部“多余空格”（2 处）',
      'quickfix 修正所有可以放心修正的问题',
    ];
    expect(await titles()).toEqual(menu);
    expect(await titles(['quickfix'])).toEqual(menu);
    expect(await titles(['source'])).toEqual(['source.fixAll.wenfeng 修正所有可以放心修正的问题']);
    expect(await titles(['refactor.inline'])).toEqual([]);
    expect(await titles(['source.fixAllOfSomeoneElse'])).toEqual([]);
  });

  it('of one rule mends the findings of that rule and no others', async () => {
    const client = await startClient();
    await client.open(URI, MIXED);
    const actions = await actionsAt(client, rangeOf(MIXED, '会议'));
    expect(applied(MIXED, actions[1]?.edit)).toBe(MIXED.replaceAll(' ', ''));
    expect(applied(MIXED, actions[2]?.edit)).toBe(MIXED.replaceAll(' ', '').replace('。。', '。'));
  });

  it('is not offered where the fix itself mends all there is', async () => {
    const client = await startClient();
    const text = '会议 开得很好。\n';
    await client.open(URI, text);
    expect(await actionsAt(client, rangeOf(text, '会议'))).toHaveLength(1);
  });
});

describe('an action whose edit is asked for when it is chosen', () => {
  const LAZY = {
    ...PULL,
    textDocument: {
      ...PULL.textDocument,
      codeAction: {
        ...PULL.textDocument?.codeAction,
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
    },
  };
  const resolve = (client: TestClient, action: CodeAction | undefined): Promise<CodeAction> =>
    client.connection.sendRequest('codeAction/resolve', action);

  it('has its edit then, for the version that it was offered for', async () => {
    const client = await startClient({ capabilities: LAZY });
    expect(client.server?.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    await client.open(URI, MIXED);
    const [fix, ofRule, all] = await actionsAt(client, rangeOf(MIXED, '会议'));
    expect([fix, ofRule, all].map((action) => action?.edit !== undefined)).toEqual([true, false, false]);
    expect(applied(MIXED, (await resolve(client, ofRule)).edit)).toBe(MIXED.replaceAll(' ', ''));
    expect(applied(MIXED, (await resolve(client, all)).edit)).toBe(
      MIXED.replaceAll(' ', '').replace('。。', '。'),
    );
  });

  it('is refused when the draft has changed or was closed since', async () => {
    const client = await startClient({ capabilities: LAZY });
    await client.open(URI, MIXED);
    const [, , all] = await actionsAt(client, rangeOf(MIXED, '会议'));
    await client.change(URI, 2, { text: `前言。\n${MIXED}` });
    await expect(resolve(client, all)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await client.close(URI);
    await expect(resolve(client, all)).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  it('comes back as it is when it is not ours', async () => {
    const client = await startClient({ capabilities: LAZY });
    const other = { title: '别的', data: { uri: 3 } };
    expect(await resolve(client, other)).toEqual(other);
  });
});

describe('the menu of quick fixes', () => {
  it('goes from what mends to what only tells, every action naming its findings', async () => {
    const client = await startClient({ initializationOptions: { ignoring: true, openingRules: true } });
    await client.open(URI, MIXED);
    const menu = await actionsAt(client, rangeOf(MIXED, '会议'));
    expect(menu.map(({ title, command }) => command?.command ?? title)).toEqual([
      '删去这里的空格',
      '修正本稿全部“多余空格”（2 处）',
      '修正所有可以放心修正的问题',
      'wenfeng.ignoreFinding',
      'wenfeng.openRule',
    ]);
    expect(menu.every(({ diagnostics }) => diagnostics?.length === 1)).toBe(true);
    expect(menu.at(-1)).toMatchObject({
      title: '查看规则说明：多余空格',
      command: { arguments: ['stray-space'] },
    });
  });

  it('offers no page to a client that cannot show it', async () => {
    const client = await startClient();
    await client.open(URI, MIXED);
    const menu = await actionsAt(client, rangeOf(MIXED, '会议'));
    expect(menu.some(({ command }) => command !== undefined)).toBe(false);
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
