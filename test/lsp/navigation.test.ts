import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Position,
  Range,
  SelectionRange,
} from 'vscode-languageserver/node';
import { SymbolKind } from 'vscode-languageserver/node';
import {
  GO_TO_PLACE,
  type GoToPlaceParams,
  type GoToPlaceResult,
} from '../../server/src/lsp/protocol/places.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import type { LoadedSegmenter } from '../../server/src/segmenter/load.js';
import {
  only,
  PULL,
  PUSH,
  rangeOf,
  startClient,
  stopClients,
  type ClientOptions,
  type TestClient,
} from './client.js';

const URI = 'file:///drafts/a.txt';
const FAR: Position = { line: 999, character: 999 };
const ENGLISH = 'Nothing here is a speech.\n  Nothing at all.\n';

afterEach(stopClients);

async function clientWith(
  text: string,
  options: ClientOptions = {},
  settings: unknown = {},
  languageId?: string,
): Promise<TestClient> {
  const client = await startClient(options);
  client.settings = settings;
  await client.open(URI, text, languageId);
  return client;
}

const TEXT = [
  '在全县修渠会议上的讲话',
  '同志们：',
  '一、认清形势',
  '形势有两面。一是渠老了，水漏得多；二是人齐了，劲使得上。',
  '二、抓好落实',
  '（一）抢工期。各村上足人手，月底完工。',
  '（二）保质量。一锹一锹都要夯实。',
  '县里定下两条。',
  '第一，先修东渠。',
  '第二，后修西渠。',
  '',
].join('\n');

describe('symbols', () => {
  it('are sections and members of lists, each of its kind', async () => {
    const client = await clientWith(TEXT);
    const flat: [string, SymbolKind][] = [];
    const add = (symbols: readonly DocumentSymbol[]): void => {
      for (const { name, kind, children = [] } of symbols) {
        flat.push([name, kind]);
        add(children);
      }
    };
    add(await client.ask<DocumentSymbol[]>('documentSymbol', URI));
    expect(flat).toEqual([
      ['一、认清形势', SymbolKind.String],
      ['一是渠老了', SymbolKind.EnumMember],
      ['二是人齐了', SymbolKind.EnumMember],
      ['二、抓好落实', SymbolKind.String],
      ['（一）抢工期', SymbolKind.String],
      ['（二）保质量', SymbolKind.String],
      ['第一，先修东渠', SymbolKind.EnumMember],
      ['第二，后修西渠', SymbolKind.EnumMember],
    ]);
  });
});

describe('folding ranges', () => {
  const ask = (client: TestClient, uri = URI): Promise<FoldingRange[] | null> =>
    client.ask('foldingRange', uri);

  it('are sections, and lists below what introduces them', async () => {
    expect(await ask(await clientWith(TEXT.replaceAll('\n', '\r\n')))).toEqual([
      { startLine: 2, endLine: 3 },
      { startLine: 4, endLine: 9 },
      { startLine: 6, endLine: 9 },
      { startLine: 7, endLine: 9 },
    ]);
  });

  it('are left to the editor where there are none', async () => {
    const client = await clientWith('今天开会。\n  散会。\n');
    expect(await ask(client)).toBeNull();
    expect(await ask(client, 'file:///b.txt')).toBeNull();
    await client.open('file:///c.txt', ENGLISH);
    expect(await ask(client, 'file:///c.txt')).toBeNull();
  });
});

describe('selection ranges', () => {
  const ask = (client: TestClient, ...positions: Position[]): Promise<SelectionRange[] | null> =>
    client.ask('selectionRange', URI, { positions });
  const chain = (range: SelectionRange | undefined): Range[] =>
    range === undefined ? [] : [range.range, ...chain(range.parent)];
  const WHOLE = { start: { line: 0, character: 0 }, end: { line: 10, character: 0 } };

  it('grow from the clause to the draft, for each position', async () => {
    const client = await clientWith(TEXT);
    const ranges = await ask(client, rangeOf(TEXT, '水漏得').start, rangeOf(TEXT, '各村').end);
    expect(ranges?.map((range) => chain(range).length)).toEqual([6, 5]);
    expect(chain(ranges?.[0])).toEqual([
      rangeOf(TEXT, '水漏得多'),
      rangeOf(TEXT, '一是渠老了，水漏得多；'),
      rangeOf(TEXT, '一是渠老了，水漏得多；二是人齐了，劲使得上。'),
      rangeOf(TEXT, '形势有两面。一是渠老了，水漏得多；二是人齐了，劲使得上。'),
      { start: { line: 2, character: 0 }, end: { line: 3, character: 28 } },
      WHOLE,
    ]);
  });

  it('are the draft beyond its text, and left to the editor outside Chinese', async () => {
    expect((await ask(await clientWith(TEXT), FAR))?.map(chain)).toEqual([[WHOLE]]);
    expect(await ask(await clientWith(ENGLISH), FAR)).toBeNull();
  });
});

const WORDING = '茶农用一片叶子富了一方百姓';
const REPEATING = Array.from('甲乙丙丁戊己庚辛壬癸子丑')
  .map((head, i) =>
    [
      `${head}${WORDING}${'好妙佳优良稳实快准新美强'.charAt(i)}。`,
      '今天开个短会。',
      '先说看到的。',
      '再说要办的。',
    ].join('\n'),
  )
  .join('\n');
const place = (index: number): Range => ({
  start: { line: index * 4, character: 1 },
  end: { line: index * 4, character: 14 },
});
const REPEATED_ONLY = only('repeated-phrase');

describe('highlights', () => {
  const ask = (client: TestClient, position: Position, uri = URI): Promise<DocumentHighlight[] | null> =>
    client.ask('documentHighlight', uri, { position });

  it('are all places of the wording around the cursor, more than a finding names', async () => {
    const client = await clientWith(REPEATING, {}, REPEATED_ONLY);
    const highlights = await ask(client, { line: 20, character: 5 });
    expect(highlights?.map(({ range }) => range)).toEqual(Array.from({ length: 12 }, (_, i) => place(i)));
    expect(await ask(client, place(3).end)).toHaveLength(12);
  });

  it('are left to the editor anywhere else', async () => {
    const client = await clientWith(REPEATING, {}, REPEATED_ONLY);
    expect(await ask(client, { line: 1, character: 2 })).toBeNull();
    expect(await ask(client, FAR)).toBeNull();
    expect(await ask(client, { line: 0, character: 3 }, 'file:///b.txt')).toBeNull();
  });
});

describe('steps through the places of a wording', () => {
  const step = (
    client: TestClient,
    position: Position,
    more: Partial<GoToPlaceParams> = {},
  ): Promise<GoToPlaceResult | null> =>
    client.connection.sendRequest(GO_TO_PLACE, { uri: URI, position, direction: 'next', ...more });

  it('lead to every place, round again, and back', async () => {
    const client = await clientWith(REPEATING, {}, REPEATED_ONLY);
    expect(await step(client, { line: 0, character: 4 })).toEqual({
      range: place(1),
      number: 2,
      count: 12,
      rule: 'repeated-phrase',
    });
    expect((await step(client, place(11).start))?.range).toEqual(place(0));
    expect((await step(client, place(0).start, { direction: 'previous' }))?.range).toEqual(place(11));
    expect((await step(client, place(4).start, { from: place(4) }))?.range).toEqual(place(5));
  });

  it('lead from elsewhere to the nearest place', async () => {
    const client = await clientWith(REPEATING, {}, REPEATED_ONLY);
    expect((await step(client, { line: 2, character: 0 }))?.range).toEqual(place(1));
    expect((await step(client, { line: 2, character: 0 }, { direction: 'previous' }))?.range).toEqual(
      place(0),
    );
    expect((await step(client, FAR))?.range).toEqual(place(0));
  });

  it('lead nowhere where nothing is repeated', async () => {
    const client = await clientWith(TEXT, {}, REPEATED_ONLY);
    expect(await step(client, FAR)).toBeNull();
    expect(await step(client, FAR, { uri: 'file:///b.txt' })).toBeNull();
  });
});

describe('code lenses', () => {
  const ask = (client: TestClient, uri = URI): Promise<CodeLens[]> => client.ask('codeLens', uri);
  const titles = async (client: TestClient): Promise<unknown[]> =>
    (await ask(client)).map(({ range, command }) => [range.start.line, command?.title]);
  const SHOWS: ClientOptions = { initializationOptions: { sectionFindings: true } };

  it('tell the figures of each section that has a text', async () => {
    const text =
      '一、请某某同志讲\n1.修渠\n渠要修好。\n2.架桥\n（三）某某、某某都要到场。不许请假。\n二、散会\n';
    const client = await clientWith(text, {}, only('placeholder-left'));
    expect(await titles(client)).toEqual([
      [0, '39 字 · 不到 1 分钟 · 3 处提示'],
      [1, '9 字 · 不到 1 分钟'],
      [4, '18 字 · 不到 1 分钟 · 2 处提示'],
    ]);
  });

  it('tell those of the whole draft where there is no section', async () => {
    const line = '今年把东渠修直，明年把西渠挖深。';
    const client = await clientWith(`${line.repeat(81)}\n`, { locale: 'en' }, only('placeholder-left'));
    expect(await titles(client)).toEqual([[0, '1,296 characters · about 7 min']]);
    await client.change(URI, 2, { text: '某' });
    expect(await titles(client)).toEqual([[0, '1 character · under 1 min']]);
    await client.change(URI, 3, { text: '请某某来。\n' });
    expect(await titles(client)).toEqual([[0, '5 characters · under 1 min · 1 finding']]);
  });

  it('lead to the findings in a client that shows them, and nowhere in others', async () => {
    const text = '一、发言\n请某某同志讲话。\n二、散会\n大家辛苦了。\n';
    const client = await clientWith(text, SHOWS, only('placeholder-left'));
    expect((await ask(client)).map(({ command }) => [command?.command, command?.arguments])).toEqual([
      [
        'wenfeng.showSectionFindings',
        [{ uri: URI, at: { line: 0, character: 0 }, ranges: [rangeOf(text, '某某')] }],
      ],
      ['', undefined],
    ]);
    const other = await clientWith(text, {}, only('placeholder-left'));
    expect((await ask(other)).map(({ command }) => command?.command)).toEqual(['', '']);
  });

  it('are none where they are switched off, in an empty draft, or outside Chinese', async () => {
    expect(await ask(await clientWith(TEXT, {}, { codeLens: { enabled: false } }))).toEqual([]);
    expect(await ask(await clientWith('\n'))).toEqual([]);
    const client = await clientWith(ENGLISH);
    expect(await ask(client)).toEqual([]);
    expect(await ask(client, 'file:///b.txt')).toEqual([]);
  });

  it('are asked for anew when settings change or the dictionary has come, and not after an edit', async () => {
    let load = (_: LoadedSegmenter): void => undefined;
    const loaded = new Promise<LoadedSegmenter>((resolve) => (load = resolve));
    const client = await clientWith(TEXT, { loadSegmenter: () => loaded });
    await client.pull(URI);
    await client.change(URI, 2, { text: `${TEXT}好。\n` });
    await client.pull(URI);
    expect(client.lensRefreshes.all).toEqual([]);
    const pulledAnew = client.refreshes.next();
    load({ segmenter: createIntlSegmenter() });
    await pulledAnew;
    const asked = client.lensRefreshes.next();
    await client.pull(URI);
    await asked;
    const askedAgain = client.lensRefreshes.next();
    await client.changeSettings({ codeLens: { enabled: false } });
    await client.pull(URI);
    await askedAgain;
    expect(await ask(client)).toEqual([]);
  });

  it('are not asked for anew by a client that cannot', async () => {
    const client = await clientWith(TEXT, { capabilities: PUSH });
    await client.published.first();
    await client.changeSettings({ codeLens: { enabled: false } });
    await client.published.next();
    expect(client.lensRefreshes.all).toEqual([]);
    expect(await ask(client)).toEqual([]);
  });
});

describe('what the server says of itself', () => {
  it('names all of it', async () => {
    const { server } = await startClient({ capabilities: PULL });
    expect(server?.capabilities).toMatchObject({
      documentSymbolProvider: { label: '文风' },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      codeLensProvider: {},
    });
  });
});
