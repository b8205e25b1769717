import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import {
  IGNORE_FINDING,
  IGNORED,
  type IgnoredParams,
  type IgnoreFindingParams,
} from '../../server/src/lsp/protocol/ignoring.js';
import { PUSH, rangeOf, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
const TEXT = '同志们：\n会议 开得很好，大家 都发了言。\n请某某同志讲话，再请某某同志总结。\n';
const OFFERING = { initializationOptions: { ignoring: true } };

afterEach(stopClients);

async function rulesOf(client: TestClient): Promise<unknown[]> {
  return (await client.diagnostics(URI)).map(({ code }) => code);
}

/** The choices to ignore what stands at `words`. */
async function choices(client: TestClient, words: string): Promise<CodeAction[]> {
  const actions = await client.ask<CodeAction[]>('codeAction', URI, {
    range: rangeOf(TEXT, words),
    context: { diagnostics: [] },
  });
  return actions.filter(({ command }) => command?.command === IGNORE_FINDING);
}

function paramsOf(action: CodeAction | undefined): IgnoreFindingParams {
  const params: unknown = action?.command?.arguments?.[0];
  return params as IgnoreFindingParams;
}

function tell(client: TestClient, ...entries: IgnoredParams['entries']): Promise<void> {
  return client.connection.sendNotification(IGNORED, { entries } satisfies IgnoredParams);
}

describe('ignoring', () => {
  it('is offered for a place and for a wording, and what is chosen is not told again', async () => {
    const client = await startClient(OFFERING);
    await client.open(URI, TEXT);
    expect(await rulesOf(client)).toEqual([
      'stray-space',
      'stray-space',
      'placeholder-left',
      'placeholder-left',
    ]);
    const [here, wording, ...more] = await choices(client, '某某');
    expect(more).toEqual([]);
    expect(here).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'placeholder-left' }] });
    expect(here?.title).toMatch(/^忽略这一处：/u);
    expect(wording?.title).toMatch(/^忽略这一用语（整个工作区）：“某某”，/u);

    const place = paramsOf(here);
    expect(place.uri).toBe(URI);
    await tell(client, place.entry);
    await client.refreshes.first();
    expect(await rulesOf(client)).toEqual(['stray-space', 'stray-space', 'placeholder-left']);

    await tell(client, paramsOf(wording).entry);
    expect(await rulesOf(client)).toEqual(['stray-space', 'stray-space']);

    await tell(client);
    expect(await rulesOf(client)).toHaveLength(4);
  });

  it('is offered for a place alone where the words say nothing', async () => {
    const client = await startClient({ ...OFFERING, locale: 'en' });
    await client.open(URI, TEXT);
    const found = await choices(client, '会议 开');
    expect(found.map(({ title }) => title)).toEqual(['Ignore this here: Stray space']);
    await tell(client, paramsOf(found[0]).entry);
    expect(await rulesOf(client)).toEqual(['stray-space', 'placeholder-left', 'placeholder-left']);
  });

  it('outlives edits elsewhere, and is kept from fix-all', async () => {
    const client = await startClient(OFFERING);
    await client.open(URI, TEXT);
    const [here] = await choices(client, '大家 都');
    await tell(client, paramsOf(here).entry);
    const edited = TEXT.replace('同志们：\n', '同志们：\n今天的会只有一个议题。\n').replace('总结', '作总结');
    await client.change(URI, 2, { text: edited });
    expect(await rulesOf(client)).toEqual(['stray-space', 'placeholder-left', 'placeholder-left']);
    const [fixAll] = await client.ask<CodeAction[]>('codeAction', URI, {
      range: rangeOf(edited, edited),
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    const [change] = fixAll?.edit?.documentChanges ?? [];
    expect(change && 'edits' in change ? change.edits : []).toHaveLength(1);
  });

  it('holds at once by the guide file that is open, comments of a Markdown draft beside it', async () => {
    const client = await startClient({ ...OFFERING, folders: ['file:///drafts'] });
    await client.open(URI, TEXT);
    const [, wording] = await choices(client, '某某');
    const guide = JSON.stringify({ ignored: [paramsOf(wording).entry] });
    await client.open('file:///drafts/.wenfeng.json', guide, 'jsonc');
    expect(await rulesOf(client)).toEqual(['stray-space', 'stray-space']);
    await client.change('file:///drafts/.wenfeng.json', 2, { text: '{}' });
    expect(await rulesOf(client)).toHaveLength(4);
    const markdown = 'file:///drafts/a.md';
    await client.open(markdown, `<!-- 文风忽略 占位符未填 -->\n${TEXT}\n请某某讲话。\n`, 'markdown');
    expect((await client.diagnostics(markdown)).map(({ code }) => code)).toContain('placeholder-left');
  });

  it('is not offered to a client that cannot record it', async () => {
    const client = await startClient();
    await client.open(URI, TEXT);
    expect(await choices(client, '某某')).toEqual([]);
  });

  it('holds from the start by what the client says of it, and what is no entry is left out', async () => {
    const ignored = [{ rule: 'placeholder-left', text: '某某' }, { rule: 3 }, null, 'stray-space'];
    const client = await startClient({ initializationOptions: { ignoring: true, ignored } });
    await client.open(URI, TEXT);
    expect(await rulesOf(client)).toEqual(['stray-space', 'stray-space']);
    await client.connection.sendNotification(IGNORED, { entries: 'none' });
    expect(await rulesOf(client)).toHaveLength(4);
  });

  it('is published anew to clients that do not ask', async () => {
    const client = await startClient({ ...OFFERING, capabilities: PUSH });
    await client.open(URI, TEXT);
    await client.published.first(({ diagnostics }) => diagnostics.length === 4);
    await tell(client, { rule: 'placeholder-left', text: '某某' });
    await client.published.first(({ diagnostics }) => diagnostics.length === 2);
  });
});
