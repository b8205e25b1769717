import { afterEach, describe, expect, it } from 'vitest';
import type { DiagnosticServerCancellationData, ResponseError } from 'vscode-languageserver/node';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { holdSettings, only, PULL, PUSH, rangeOf, startClient, stopClients } from './client.js';

const URI = 'file:///drafts/a.txt';
const MASKED = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实。\n';
const CLEAN = '同志们：\n请王明同志讲话，大家认真听，回去抓好落实。\n';
const LONG = `${'各项工作都要抓紧抓实，任务分到人头，进度按月通报。'.repeat(20)}\n`;

afterEach(stopClients);

describe('pulled diagnostics', () => {
  it('carry rule, severity, source, range and a link to the shipped page', async () => {
    const client = await startClient();
    await client.open(URI, MASKED);
    expect(await client.diagnostics(URI)).toEqual([
      {
        range: rangeOf(MASKED, '某某'),
        severity: 1,
        code: 'placeholder-left',
        codeDescription: { href: 'file:///shipped/docs/rules/placeholder-left.md' },
        source: '文风',
        message: expect.stringContaining('某某') as string,
      },
    ]);
    expect(client.published.all).toEqual([]);
  });

  it('link to the page that the client names', async () => {
    const client = await startClient({ initializationOptions: { rulePage: 'wenfeng-rule:/{id}.md' } });
    await client.open(URI, MASKED);
    const [diagnostic] = await client.diagnostics(URI);
    expect(diagnostic?.codeDescription?.href).toBe('wenfeng-rule:/placeholder-left.md');
  });

  it('leave out what the client does not know', async () => {
    const client = await startClient({
      capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
    });
    client.settings = only('paragraph-too-long');
    await client.open(URI, LONG);
    const [diagnostic] = await client.diagnostics(URI);
    expect(diagnostic?.code).toBe('paragraph-too-long');
    expect(diagnostic).not.toHaveProperty('relatedInformation');
    expect(diagnostic).not.toHaveProperty('codeDescription');
  });

  it('name the places that belong to a finding', async () => {
    const client = await startClient();
    client.settings = only('paragraph-too-long');
    await client.open(URI, LONG);
    const [diagnostic] = await client.diagnostics(URI);
    expect(diagnostic?.relatedInformation?.[0]?.location.uri).toBe(URI);
  });

  it('are unchanged while nothing changes, and full after an edit that matters', async () => {
    const client = await startClient();
    await client.open(URI, MASKED);
    const first = await client.pull(URI);
    const id = first.resultId;
    expect(id).toBeTruthy();
    expect(await client.pull(URI, id)).toEqual({ kind: 'unchanged', resultId: id });
    await client.change(URI, 2, { range: rangeOf(MASKED, '某某'), text: '王明' });
    expect(await client.pull(URI, id)).toMatchObject({ kind: 'full', items: [] });
  });

  it('follow edits line by line', async () => {
    const client = await startClient();
    await client.open(URI, MASKED);
    await client.change(
      URI,
      2,
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '讲话稿\n\n' },
      { range: { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } }, text: '先' },
    );
    const now = MASKED.replace('请某', '请先某').replace(/^/u, '讲话稿\n\n');
    expect((await client.diagnostics(URI)).map(({ range }) => range)).toEqual([rangeOf(now, '某某')]);
  });

  it('of a text that moved on are cancelled and asked for again, never answered empty', async () => {
    const client = await startClient();
    const { asked, release } = holdSettings(client);
    await client.open(URI, MASKED);
    const answer = client.pull(URI).catch((error: unknown) => error as ResponseError);
    await asked;
    await client.change(URI, 2, { range: rangeOf(MASKED, '同志们'), text: '各位' });
    release();
    expect(await answer).toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: true } satisfies DiagnosticServerCancellationData,
    });
    expect(await client.diagnostics(URI)).toHaveLength(1);
  });

  it('of a text that an edit follows at once are not worked out', async () => {
    const client = await startClient({ loadSegmenter: () => new Promise(() => undefined) });
    await client.open(URI, CLEAN);
    await client.pull(URI);
    const change = client.change(URI, 2, { text: `${CLEAN}。` });
    const gone = client.pull(URI).catch((error: unknown) => error as ResponseError);
    await Promise.all([change, client.change(URI, 3, { text: MASKED })]);
    expect(await client.diagnostics(URI)).toHaveLength(1);
    expect(await gone).toMatchObject({ code: LSPErrorCodes.ServerCancelled });
    expect(client.figures.all.map(({ version }) => version)).toEqual([1, 3]);
  });

  it('of a document that was closed meanwhile are not asked for again', async () => {
    const client = await startClient();
    const { asked, release } = holdSettings(client);
    await client.open(URI, MASKED);
    const answer = client.pull(URI).catch((error: unknown) => error as ResponseError);
    await asked;
    await client.close(URI);
    release();
    expect(await answer).toMatchObject({
      code: LSPErrorCodes.ServerCancelled,
      data: { retriggerRequest: false },
    });
  });

  it('of a document that is not open are empty', async () => {
    const client = await startClient();
    expect(await client.pull('file:///nowhere.txt')).toEqual({ kind: 'full', items: [] });
  });

  it('are made for a draft that was never saved', async () => {
    const client = await startClient();
    await client.open('untitled:Untitled-1', MASKED);
    expect(await client.diagnostics('untitled:Untitled-1')).toHaveLength(1);
  });

  it('are at most 500, the worst, and one that says how many were left out', async () => {
    const client = await startClient();
    // Blanks, which are no errors, come first: the limit must not take what comes first.
    const blanks = '工作 要抓实。\n'.repeat(300);
    client.settings = only('stray-space', 'placeholder-left');
    await client.open(URI, blanks + '请某某同志讲。\n'.repeat(400));
    const diagnostics = await client.diagnostics(URI);
    expect(diagnostics).toHaveLength(501);
    const rules = diagnostics.map(({ code }) => code);
    expect(rules.filter((rule) => rule === 'placeholder-left')).toHaveLength(400);
    expect(rules.filter((rule) => rule === 'stray-space')).toHaveLength(100);
    expect(diagnostics.at(-1)).toEqual({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 3,
      source: '文风',
      message: '另有 200 个问题没有列出：一篇稿子最多列出 500 个，按严重程度取舍。',
    });
    expect((await client.figures.first()).findings).toBe(700);
  });

  it('are in English for an English client', async () => {
    const client = await startClient({ locale: 'en-US' });
    await client.open(URI, MASKED);
    const [diagnostic] = await client.diagnostics(URI);
    expect(diagnostic?.message).toMatch(/placeholder/u);
  });
});

describe('what is left alone', () => {
  it('is a text whose letters are mostly not Han', async () => {
    const client = await startClient();
    await client.open(
      URI,
      'Remember to ask 某某 about the meeting room and the projector, and to send the minutes.\n',
    );
    expect(await client.diagnostics(URI)).toEqual([]);
    expect(client.figures.all).toMatchObject([{ uri: URI, version: 1, findings: 0, skipped: 'not-chinese' }]);
  });

  it('is a language that is not watched', async () => {
    const client = await startClient();
    await client.open('file:///a.py', MASKED, 'python');
    expect(await client.diagnostics('file:///a.py')).toEqual([]);
    expect(client.figures.all).toMatchObject([{ findings: 0, skipped: 'disabled' }]);
  });
});

describe('a document in Markdown', () => {
  it('is read as such', async () => {
    const client = await startClient();
    const text = '## 一、抓紧开工\n\n请`某某`同志讲话，请**某某**同志讲话。\n';
    await client.open('file:///a.md', text, 'markdown');
    const diagnostics = await client.diagnostics('file:///a.md');
    expect(diagnostics.map(({ range }) => range.start)).toEqual([{ line: 2, character: 13 }]);
  });
});

describe('published diagnostics', () => {
  it.each(['text', 'txt'])('come without any configuration, in plain text called %s', async (language) => {
    const client = await startClient({ capabilities: PUSH });
    expect(client.server?.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(URI, MASKED, language, 7);
    const published = await client.published.first(({ diagnostics }) => diagnostics.length > 0);
    expect(published).toMatchObject({ uri: URI, version: 7, diagnostics: [{ code: 'placeholder-left' }] });
  });

  it.each(['md', 'gfm'])('come in Markdown called %s, as it is read aloud', async (language) => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(URI, '请`某某`同志讲话，请**某某**同志讲话。\n', language);
    const { diagnostics } = await client.published.first();
    expect(diagnostics.map(({ range }) => range.start)).toEqual([{ line: 0, character: 13 }]);
  });

  it('follow the last of many edits, and only that', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(URI, CLEAN);
    await client.published.first();
    for (let version = 2; version <= 9; version++) {
      await client.change(URI, version, { text: version === 9 ? MASKED : CLEAN });
    }
    const published = await client.published.first(({ version }) => version === 9);
    expect(published.diagnostics).toHaveLength(1);
    // The segmenter, once loaded, publishes the first version again; of the others only the last comes.
    expect(new Set(client.published.all.map(({ version }) => version))).toEqual(new Set([1, 9]));
  });

  it('are taken away when the document is closed', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(URI, MASKED);
    await client.published.first(({ diagnostics }) => diagnostics.length === 1);
    const cleared = client.published.next();
    await client.close(URI);
    expect(await cleared).toEqual({ uri: URI, diagnostics: [] });
  });

  it('name no version to a client that does not know them', async () => {
    const client = await startClient({ capabilities: {} });
    await client.open(URI, MASKED);
    expect(await client.published.first()).not.toHaveProperty('version');
  });
});

describe('figures', () => {
  it('come after each check, and not for an answer that was known', async () => {
    const client = await startClient({
      capabilities: PULL,
      loadSegmenter: () => new Promise(() => undefined),
    });
    await client.open(URI, CLEAN);
    await client.pull(URI);
    await client.pull(URI);
    await client.change(URI, 2, { text: MASKED });
    await client.pull(URI);
    expect(client.figures.all).toEqual([
      { uri: URI, version: 1, characters: 25, minutes: 25 / 180, findings: 0, segmenter: 'loading' },
      { uri: URI, version: 2, characters: 25, minutes: 25 / 180, findings: 1, segmenter: 'loading' },
    ]);
  });
});
