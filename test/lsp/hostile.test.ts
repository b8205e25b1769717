import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../arbitraries/cases.js';
import { anyText } from '../arbitraries/drafts.js';
import { messagesAbout } from './messages.js';
import { RawClient, type Answer } from './rawClient.js';

/** What stands where something else should; undefined for nothing at all. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  1.5,
  1e308,
  '',
  '\0\uD800%zz',
  'file:///nowhere/%ff.txt',
  [],
  [null],
  {},
  { __proto__: null, length: -1, uri: {} },
  '长'.repeat(20_000),
];

const TEXT = '春耕 工作已经开始，，请各位抓紧。我讲三点意见。一是早动手；二是快施工。\n';

let folder: string;
let uri: string;
let draftPath: string;
let client: RawClient;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wenfeng-hostile-'));
  draftPath = path.join(folder, '稿.txt');
  writeFileSync(draftPath, TEXT);
  uri = pathToFileURL(draftPath).href;
  client = await RawClient.start(folder);
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true });
});

/** Parameters with one part replaced or left out, for each part and each wrong thing; the whole of them too. */
function* spoilt(value: unknown): Generator {
  yield* WRONG;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const wrong of spoilt(part)) {
      if (Array.isArray(value))
        yield value.map((one: unknown, index) => (String(index) === key ? wrong : one));
      else yield { ...value, [key]: wrong };
    }
  }
}

/** A server that is well answers this. */
async function expectAlive(): Promise<void> {
  const fresh = `${folder}/well.txt`;
  client.tell('textDocument/didOpen', {
    textDocument: { uri: fresh, languageId: 'plaintext', version: 1, text: TEXT },
  });
  const { result } = await client.ask('textDocument/diagnostic', { textDocument: { uri: fresh } });
  expect((result as { items: { code: string }[] }).items.map(({ code }) => code)).toContain('stray-space');
  client.tell('textDocument/didClose', { textDocument: { uri: fresh } });
}

/** An error is one that a client can show: a code, and a sentence without a stack. */
function expectClear({ error }: Answer): void {
  if (error === undefined) return;
  expect(error.code).toBeTypeOf('number');
  expect(error.message).toMatch(/^[^\n]{3,}$/u);
}

it('knows every message of the protocol', async () => {
  const names: string[] = [];
  const protocol = path.join(import.meta.dirname, '../../server/src/lsp/protocol');
  for (const file of await readdir(protocol)) {
    const module = (await import(path.join(protocol, file))) as Readonly<Record<string, unknown>>;
    for (const name of Object.values(module))
      if (typeof name === 'string' && name.startsWith('wenfeng/')) names.push(name);
  }
  const fromServer = ['wenfeng/bulkFile', 'wenfeng/compareProgress', 'wenfeng/figures'];
  const { requests, notifications } = messagesAbout('', '');
  const known = [...Object.keys(requests), ...Object.keys(notifications), ...fromServer];
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(known.filter((name) => name.startsWith('wenfeng/') && !names.includes(name))).toEqual([]);
});

describe('a request with something missing or wrong in it', () => {
  const { requests } = messagesAbout('file:///稿.txt', 'file:///');

  it.each(Object.keys(requests))('%s is answered, and the next one too', async (method) => {
    const { requests: real } = messagesAbout(uri, pathToFileURL(folder).href);
    client.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: TEXT },
    });
    expect((await client.ask(method, real[method])).error).toBeUndefined();
    const answers = await Promise.all(
      Array.from(spoilt(real[method]), (params) => client.ask(method, params)),
    );
    for (const answer of answers) expectClear(answer);
    client.tell('textDocument/didClose', { textDocument: { uri } });
    await expectAlive();
  });
});

it('takes no words but URIs for files, so that none stands for the whole disk', async () => {
  const { requests } = messagesAbout(uri, pathToFileURL(folder).href);
  for (const method of ['bulkCheck', 'comparePassages', 'exportResults', 'fixDrafts'].map(
    (one) => `wenfeng/${one}`,
  )) {
    for (const target of ['', '/', 'file:', 'C']) {
      const { error } = await client.ask(method, { ...requests[method], targets: [target] });
      expect(error?.message).toMatch(/targets.* is wrong/u);
    }
  }
});

describe('a notification with something missing or wrong in it', () => {
  const { notifications } = messagesAbout('file:///稿.txt', 'file:///');

  it.each(Object.keys(notifications))('%s does no harm', async (method) => {
    const { notifications: real } = messagesAbout(uri, pathToFileURL(folder).href);
    client.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'plaintext', version: 1, text: TEXT },
    });
    for (const params of spoilt(real[method])) client.tell(method, params);
    client.tell('wenfeng/ignored', { entries: [] });
    client.tell('workspace/didChangeConfiguration', { settings: null });
    await expectAlive();
  });
});

describe('what is no message', () => {
  it.each([
    '',
    '{',
    'null',
    '42',
    '[]',
    '"x"',
    '{}',
    '{"jsonrpc":"2.0"}',
    '\0',
    '{"id":{}}',
    '{"method":7,"id":1}',
  ])('%j does no harm', async (body) => {
    client.sendBody(body);
    await expectAlive();
  });

  it('an unknown request is told so, an unknown notification is nothing', async () => {
    const { error } = await client.ask('wenfeng/none', {});
    expect(error?.code).toBe(-32601);
    client.tell('wenfeng/none', {});
    await client.send({ id: 'x', result: 1 });
    await client.send({ id: 12_345, error: null });
    await expectAlive();
  });
});

describe('documents that are opened, changed and closed in any order', () => {
  const place = fc.record({
    line: fc.oneof(fc.nat(3), fc.constantFrom<unknown>(-1, 0.5, 2 ** 31, 1e300, null, '1')),
    character: fc.oneof(fc.nat(30), fc.constantFrom<unknown>(-5, 2.5, 2 ** 40, null, {})),
  });
  const change = fc.oneof(
    fc.record({
      range: fc.record({ start: place, end: place }),
      text: anyText.map((text) => text.slice(0, 40)),
    }),
    fc.record({ text: anyText }),
  );
  const version = fc.oneof(
    fc.integer({ min: -2, max: 5 }),
    fc.constantFrom<unknown>(null, 1.5, 'a', 2 ** 53),
  );
  const name = fc.constantFrom('a', 'b');
  const step = fc.oneof(
    fc.record({ method: fc.constant('textDocument/didOpen'), name, version, text: anyText }),
    {
      weight: 3,
      arbitrary: fc.record({
        method: fc.constant('textDocument/didChange'),
        name,
        version,
        changes: fc.array(change, { maxLength: 3 }),
      }),
    },
    fc.record({ method: fc.constant('textDocument/didClose'), name }),
    fc.record({
      method: fc.constantFrom('textDocument/hover', 'textDocument/codeAction', 'textDocument/diagnostic'),
      name,
      place,
    }),
    fc.record({
      method: fc.constantFrom(
        'wenfeng/cutPlan',
        'wenfeng/restructure',
        'wenfeng/termAt',
        'wenfeng/goToPlace',
      ),
      name,
      place,
    }),
  );

  it('are checked as they are once they are opened properly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), anyText, async (steps, last) => {
        const asked: Promise<Answer>[] = [];
        for (const { method, name: which, ...more } of steps) {
          const document = { uri: `${folder}/${which}.txt` };
          const at = 'place' in more ? more.place : undefined;
          const range = { start: at, end: at };
          if (at !== undefined) {
            const params = { textDocument: document, position: at, range, context: { diagnostics: [] } };
            asked.push(client.ask(method, { ...params, ...document, restructuring: 'splitList' }));
          } else if ('text' in more) {
            client.tell(method, { textDocument: { ...document, languageId: 'plaintext', ...more } });
          } else if ('changes' in more) {
            const textDocument = { ...document, version: more.version };
            client.tell(method, { textDocument, contentChanges: more.changes });
          } else client.tell(method, { textDocument: document });
        }
        for (const which of ['a', 'c']) {
          const document = { uri: `${folder}/${which}.txt` };
          client.tell('textDocument/didClose', { textDocument: document });
          client.tell('textDocument/didOpen', {
            textDocument: { ...document, languageId: 'plaintext', version: 1, text: last },
          });
        }
        for (const answer of await Promise.all(asked)) expectClear(answer);
        const [a, c] = await Promise.all(
          ['a', 'c'].map((which) =>
            client.ask('textDocument/diagnostic', { textDocument: { uri: `${folder}/${which}.txt` } }),
          ),
        );
        const said = (answer: Answer | undefined): string =>
          JSON.stringify((answer?.result as { items: unknown } | undefined)?.items).replaceAll(
            /\/[ac]\.txt/gu,
            '',
          );
        expect(said(a)).toEqual(said(c));
        for (const which of ['a', 'b', 'c'])
          client.tell('textDocument/didClose', { textDocument: { uri: `${folder}/${which}.txt` } });
      }),
      cases(60),
    );
    await expectAlive();
  });
});
