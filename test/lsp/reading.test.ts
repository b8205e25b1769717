import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentSymbol, Hover, MarkupContent, Position } from 'vscode-languageserver/node';
import { COUNT_SELECTIONS, type CountSelectionsResult } from '../../server/src/lsp/protocol/figures.js';
import {
  only,
  PULL,
  rangeOf,
  startClient,
  stopClients,
  type ClientOptions,
  type TestClient,
} from './client.js';

const URI = 'file:///drafts/a.txt';

afterEach(stopClients);

async function clientWith(
  text: string,
  options: ClientOptions = {},
  languageId?: string,
): Promise<TestClient> {
  const client = await startClient(options);
  await client.open(URI, text, languageId);
  return client;
}

describe('hover', () => {
  const TEXT = '同志们：\n请某某同志讲话。\n';
  const ask = (client: TestClient, position: Position): Promise<Hover | null> =>
    client.ask('hover', URI, { position });
  const over = rangeOf(TEXT, '某某');

  it('says over a finding what the rule is, why it matters and where it comes from', async () => {
    const client = await clientWith(TEXT, { initializationOptions: { rulePage: 'wenfeng-rule:/{id}.md' } });
    const hover = await ask(client, over.start);
    expect(hover).toEqual({
      contents: {
        kind: 'markdown',
        value:
          '**占位符未替换** `placeholder-left`\n\n' +
          '为什么：占位的“\\*\\*”“××”一旦上了台，念的人只能停下来，场面很难堪。\n\n' +
          '依据（写作建议）：公文校核的通行做法：姓名、职务、数据必须补齐\n\n' +
          '[规则说明](wenfeng-rule:/placeholder-left.md)',
      },
      range: over,
    });
  });

  it('says nothing elsewhere, beyond the text, or about a document that is not open', async () => {
    const client = await clientWith(TEXT);
    expect(await ask(client, over.end)).toBeNull();
    expect(await ask(client, { line: 0, character: 0 })).toBeNull();
    expect(await ask(client, { line: 77, character: 99 })).toBeNull();
    expect(await client.ask('hover', 'file:///b.txt', { position: over.start })).toBeNull();
  });

  it('tells of the nearest rule first, and of each rule once', async () => {
    const sentence = '请某某同志、某某同志把任务分到人头，把进度按月通报，把问题摆在明处，把办法落到实处。';
    const text = `${sentence.repeat(12)}\n`;
    const client = await startClient();
    client.settings = only('placeholder-left', 'paragraph-too-long');
    await client.open(URI, text);
    const hover = await ask(client, rangeOf(text, '某某').start);
    const { value } = hover?.contents as MarkupContent;
    expect([...value.matchAll(/`([a-z-]+)`/gu)].map(([, id]) => id)).toEqual([
      'placeholder-left',
      'paragraph-too-long',
    ]);
    expect(hover?.range).toEqual(rangeOf(text, '某某'));
  });

  it('is plain text for a client that shows no Markdown, and English for an English one', async () => {
    const client = await clientWith(TEXT, {
      capabilities: { ...PULL, textDocument: { ...PULL.textDocument, hover: {} } },
      locale: 'en',
    });
    const hover = await ask(client, over.start);
    expect(hover?.contents).toEqual({
      kind: 'plaintext',
      value: expect.stringMatching(
        /^Placeholder left \(placeholder-left\)\nWhy: .*\nNorm \(advice\): /u,
      ) as string,
    });
  });
});

describe('document symbols', () => {
  const ask = (client: TestClient): Promise<DocumentSymbol[]> => client.ask('documentSymbol', URI);
  const tree = (symbols: readonly DocumentSymbol[]): unknown =>
    symbols.map(({ name, children = [] }) => (children.length === 0 ? name : [name, tree(children)]));

  const TEXT = [
    '在全县工作会议上的讲话',
    '同志们：',
    '一、认清形势。',
    '形势很好，任务很重。',
    '（一）看到成绩',
    '成绩不小。',
    '（二）看到差距',
    '差距也不小。',
    '',
    '二、抓好落实',
    '1.抓项目',
    '项目要快。',
    '',
  ].join('\r\n');

  it('are the headings, nested by level, without the mark that wrongly ends one', async () => {
    const client = await clientWith(TEXT);
    expect(tree(await ask(client))).toEqual([
      ['一、认清形势', ['（一）看到成绩', '（二）看到差距']],
      ['二、抓好落实', ['1.抓项目']],
    ]);
  });

  it('cover their section, and select their heading', async () => {
    const client = await clientWith(TEXT);
    const [first] = await ask(client);
    expect(first?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 7, character: 6 } });
    expect(first?.selectionRange).toEqual({
      start: { line: 2, character: 0 },
      end: { line: 2, character: 7 },
    });
    const nested = first?.children?.[0]?.range;
    expect(nested).toEqual({ start: { line: 4, character: 0 }, end: { line: 5, character: 5 } });
  });

  it('show Markdown’s headings without its syntax', async () => {
    const client = await clientWith(
      '# 在**全县**会议上的讲话\n\n同志们：\n\n## 一、认清形势\n\n形势很好。\n\n#### 跳了一级\n\n## \n\n二是干。\n',
      {},
      'markdown',
    );
    expect(tree(await ask(client))).toEqual([['在全县会议上的讲话', [['一、认清形势', ['跳了一级']]]]]);
  });

  it('come in one list to a client that knows no tree', async () => {
    const client = await clientWith(TEXT, { capabilities: { textDocument: { diagnostic: {} } } });
    const flat = await client.ask<{ name: string; containerName?: string }[]>('documentSymbol', URI);
    expect(flat.map(({ name, containerName }) => [name, containerName])).toEqual([
      ['一、认清形势', undefined],
      ['（一）看到成绩', '一、认清形势'],
      ['（二）看到差距', '一、认清形势'],
      ['二、抓好落实', undefined],
      ['1.抓项目', '二、抓好落实'],
    ]);
  });

  it('are not given for what is no Chinese prose', async () => {
    const client = await clientWith('# Notes\n\nNothing here is a speech.\n', {}, 'markdown');
    expect(await ask(client)).toEqual([]);
  });
});

describe('figures of selections', () => {
  const count = (client: TestClient, ...ranges: object[]): Promise<CountSelectionsResult> =>
    client.connection.sendRequest(COUNT_SELECTIONS, { uri: URI, ranges });
  const MARKDOWN =
    '## 一、认清形势\n\n> 形势**很好**，见[报告](https://example.org/a)，\n> 任务`code`很重。\n';
  const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  it('count prose without blanks, marks included, over all selections', async () => {
    const text = '同志们：\n　　今天 开会。\n';
    const client = await clientWith(text);
    expect(await count(client, rangeOf(text, '同志'), rangeOf(text, '　　今天 开会。'))).toEqual({
      characters: 7,
      minutes: 7 / 180,
    });
  });

  it('of the whole draft are those of the status bar, in Markdown too', async () => {
    const client = await clientWith(MARKDOWN, {}, 'markdown');
    await client.pull(URI);
    const { characters } = client.figures.all[0] ?? {};
    expect(characters).toBe(20);
    expect((await count(client, everything)).characters).toBe(characters);
    expect((await count(client, rangeOf(MARKDOWN, '(https://example.org/a)'))).characters).toBe(0);
    expect((await count(client, rangeOf(MARKDOWN, '势**很'))).characters).toBe(2);
  });

  it('follow the reading rate', async () => {
    const client = await startClient();
    client.settings = { rules: { 'speech-length': { charactersPerMinute: 100 } } };
    await client.open(URI, '今天开会。');
    expect(await count(client, everything)).toEqual({ characters: 5, minutes: 0.05 });
  });

  it('are nothing for a document that is not open', async () => {
    const client = await startClient();
    expect(await count(client, everything)).toEqual({ characters: 0, minutes: 0 });
  });
});
