import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver/node';
import { CodeActionTriggerKind, ErrorCodes } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  RESTRUCTURE,
  TERM_AT,
  type RestructurePlan,
  type RestructureResult,
  type RestructuringId,
  type TermAtResult,
} from '../../server/src/lsp/protocol/restructure.js';
import { rangeOf, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
const LIST = '同志们：\n今年要抓好三件事：一是修好路；二是架好桥；三是通好水。\n';
const SPLIT = '同志们：\n今年要抓好三件事：\n一是修好路。\n二是架好桥。\n三是通好水。\n';
const REFACTOR = 'refactor.rewrite';

afterEach(stopClients);

function ask(client: TestClient, restructuring: RestructuringId, range: Range, more: object = {}) {
  return client.connection.sendRequest<RestructureResult>(RESTRUCTURE, {
    uri: URI,
    range,
    restructuring,
    ...more,
  });
}

function applied(text: string, { changes }: RestructurePlan): string {
  return TextDocument.applyEdits(TextDocument.create(URI, '', 1, text), [...changes]);
}

function actionsAt(client: TestClient, range: Range, context: object): Promise<CodeAction[]> {
  return client.ask('codeAction', URI, { range, context: { diagnostics: [], ...context } });
}

describe('a restructuring', () => {
  it('says what it would do, for the version it is asked about', async () => {
    const client = await startClient();
    await client.open(URI, LIST, 'plaintext', 7);
    const plan = await ask(client, 'splitList', rangeOf(LIST, '二是'));
    if ('reason' in plan) throw new Error(plan.reason);
    expect(plan).toMatchObject({ version: 7, title: '让这 3 条各成一段', separable: false });
    expect(plan.changes.map(({ label }) => label)).toEqual([
      '“一是”另起一段',
      '“二是”另起一段',
      '“三是”另起一段',
    ]);
    expect(applied(LIST, plan)).toBe(SPLIT);
  });

  it('speaks the language of messages', async () => {
    const client = await startClient({ locale: 'en' });
    await client.open(URI, LIST);
    expect(await ask(client, 'splitList', rangeOf(LIST, '二是'))).toMatchObject({
      title: 'Give each of these 3 points its own paragraph',
    });
    expect(await ask(client, 'joinList', rangeOf(LIST, '二是'))).toEqual({
      reason: 'There is no list of paragraphs such as 一是, 二是 here.',
    });
  });

  it('goes by the limit that the writer has set', async () => {
    const client = await startClient();
    client.settings = { rules: { 'paragraph-too-long': { max: 100 } } };
    const text = `${'今年我们把路修到了村口，把水引到了田边。'.repeat(15)}\n`;
    await client.open(URI, text);
    expect(await ask(client, 'divideParagraph', rangeOf(text, '今年'))).toMatchObject({
      title: '把这段分成 3 段',
      separable: true,
    });
  });

  it('works on a draft that is not checked, and says when it is not open', async () => {
    const client = await startClient();
    client.settings = { enable: false };
    await client.open(URI, LIST);
    expect(await ask(client, 'splitList', rangeOf(LIST, '二是'))).toMatchObject({ version: 1 });
    await client.close(URI);
    expect(await ask(client, 'splitList', rangeOf(LIST, '二是'))).toEqual({ reason: '这份稿子没有打开。' });
  });

  it('of a term says which places had better be looked at', async () => {
    const client = await startClient();
    const text = '河长办要牵头。请读《河长办手册》。\n';
    await client.open(URI, text);
    const plan = await ask(client, 'replaceTerm', rangeOf(text, '河长办'), {
      term: { from: '河长办', to: '河长制办公室' },
    });
    if ('reason' in plan) throw new Error(plan.reason);
    expect(plan.changes.map(({ doubt }) => doubt)).toEqual([undefined, '在《》里，可能是原名']);
  });

  it.each([
    {},
    { restructuring: 'toString' },
    { restructuring: 'replaceTerm', term: { from: 1 } },
    { range: 3 },
  ])('refuses what is no question: %j', async (wrong) => {
    const client = await startClient();
    await client.open(URI, LIST);
    await expect(
      client.connection.sendRequest(RESTRUCTURE, { uri: URI, range: rangeOf(LIST, '二是'), ...wrong }),
    ).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
  });
});

describe('the term at a place', () => {
  it('is told with what is to stand in its place', async () => {
    const client = await startClient();
    await client.open(URI, LIST);
    const at = (words: string): Promise<TermAtResult> =>
      client.connection.sendRequest(TERM_AT, { uri: URI, range: rangeOf(LIST, words) });
    expect(await at('架好桥')).toEqual({ from: '架好桥' });
    await expect(client.connection.sendRequest(TERM_AT, { uri: URI })).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
    });
  });
});

describe('a refactoring', () => {
  it('is the edit for a client that shows nothing before', async () => {
    const client = await startClient();
    await client.open(URI, LIST);
    const [action, ...others] = await actionsAt(client, rangeOf(LIST, '二是'), { only: ['refactor'] });
    expect(others).toEqual([]);
    expect(action).toMatchObject({ title: '让这 3 条各成一段', kind: REFACTOR });
    const [change] = action?.edit?.documentChanges ?? [];
    if (change === undefined || !('edits' in change)) throw new Error('no versioned edit');
    expect(change.textDocument).toEqual({ uri: URI, version: 1 });
    expect(TextDocument.applyEdits(TextDocument.create(URI, '', 1, LIST), change.edits as TextEdit[])).toBe(
      SPLIT,
    );
  });

  it('is a command for a client that shows what would be done', async () => {
    const client = await startClient({ initializationOptions: { restructuring: true } });
    await client.open(URI, LIST);
    const range = rangeOf(LIST, '架好桥');
    const actions = await actionsAt(client, range, { only: [REFACTOR] });
    expect(actions.map(({ title, command }) => [title, command?.command])).toEqual([
      ['让这 3 条各成一段', 'wenfeng.restructure'],
      ['把“架好桥”全文换成别的说法…', 'wenfeng.restructure'],
    ]);
    expect(actions[0]?.command?.arguments).toEqual([{ uri: URI, range, restructuring: 'splitList' }]);
  });

  it('is offered when it is asked for, not by a lamp beside every list', async () => {
    const client = await startClient();
    await client.open(URI, LIST);
    const titles = async (context: object): Promise<number> =>
      (await actionsAt(client, rangeOf(LIST, '二是'), context)).length;
    expect(await titles({ triggerKind: CodeActionTriggerKind.Automatic })).toBe(0);
    expect(await titles({ triggerKind: CodeActionTriggerKind.Invoked })).toBe(1);
    expect(await titles({ only: ['quickfix'] })).toBe(0);
  });

  it('concerns only what stands at the caret', async () => {
    const client = await startClient();
    const text = '我讲三点意见。\n一、修路\n二、架桥\n大家辛苦了。\n';
    await client.open(URI, text);
    const titles = async (words: string): Promise<string[]> =>
      (await actionsAt(client, rangeOf(text, words), { only: ['refactor'] })).map(({ title }) => title);
    expect(await titles('二、')).toEqual(['把“三点意见”改成“两点意见”']);
    expect(await titles('辛苦')).toEqual([]);
  });
});
