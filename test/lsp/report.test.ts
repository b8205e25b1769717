import { afterEach, describe, expect, it } from 'vitest';
import {
  readPlace,
  REPORT,
  REPORT_FILE,
  writePlace,
  type ReportFileResult,
  type ReportResult,
} from '../../server/src/lsp/protocol/report.js';
import { rangeOf, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
const TEXT =
  '同志们：\n一、修渠\n各村要把账目贴出来，让乡亲们看得见。\n二、管护\n请某某同志讲话。\n谢谢大家！\n';

afterEach(stopClients);

const ask = (client: TestClient, params: unknown = { uri: URI, width: 600 }): Promise<ReportResult> =>
  client.connection.sendRequest(REPORT, params);

const htmlOf = (result: ReportResult): string => {
  if (result.state !== 'ready') throw new Error(result.state);
  return result.parts.map(({ html }) => html).join('\n');
};

describe('the report', () => {
  it('leads each place to its lines and characters', async () => {
    const client = await startClient();
    await client.open(URI, TEXT);
    const html = htmlOf(await ask(client));
    const places = [...html.matchAll(/data-place="([^"]*)"/gu)].map(([, place]) => readPlace(place));
    expect(places.length).toBeGreaterThan(20);
    expect(places).not.toContain(undefined);
    expect(places).toContainEqual(rangeOf(TEXT, '某某'));
    expect(places).toContainEqual(rangeOf(TEXT, '各村要把账目贴出来，让乡亲们看得见。'));
  });

  it('is of the text as it is now, in the same sections', async () => {
    const client = await startClient();
    await client.open(URI, TEXT);
    const before = await ask(client);
    await client.change(URI, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '各位来宾、',
    });
    const after = await ask(client);
    if (before.state !== 'ready' || after.state !== 'ready') throw new Error('not ready');
    expect(after.parts.map(({ id }) => id)).toEqual(before.parts.map(({ id }) => id));
    const changed = after.parts.filter(({ html }, index) => html !== before.parts[index]?.html);
    expect(changed.map(({ id }) => id)).toContain('figures');
  });

  it('follows the language of messages and the guide', async () => {
    const client = await startClient({ locale: 'en' });
    client.settings = { rules: { 'speech-length': { maxCharacters: 10 } } };
    await client.open(URI, TEXT);
    const html = htmlOf(await ask(client));
    expect(html).toContain('At a glance');
    expect(html).toMatch(/\d over the limit of 10</u);
  });

  it('says that a document is not open or left alone', async () => {
    const client = await startClient();
    expect(await ask(client)).toEqual({ state: 'closed' });
    client.settings = { enable: false };
    await client.open(URI, TEXT);
    expect(await ask(client)).toEqual({ state: 'disabled' });
    const file = await client.connection.sendRequest<ReportFileResult>(REPORT_FILE, {
      uri: URI,
      name: 'a',
      includeText: false,
    });
    expect(file).toEqual({});
  });

  it('is written as a file, with the text only when that was asked for', async () => {
    const client = await startClient();
    await client.open(URI, TEXT);
    const file = async (includeText: boolean): Promise<string> => {
      const params = { uri: URI, name: '动员会 <1>', includeText };
      return (await client.connection.sendRequest<ReportFileResult>(REPORT_FILE, params)).html ?? '';
    };
    expect(await file(true)).toContain('各村要把账目贴出来');
    expect(await file(false)).not.toContain('账目');
    expect(await file(false)).toContain('<h1>动员会 &#60;1&#62;</h1>');
  });

  it('refuses what is no request', async () => {
    const client = await startClient();
    await client.open(URI, TEXT);
    for (const params of [{}, { uri: URI }, { uri: URI, width: 'wide' }, { uri: 7, width: 1 }]) {
      await expect(ask(client, params)).rejects.toThrow(/parameters are wrong/u);
    }
    await expect(client.connection.sendRequest(REPORT_FILE, { uri: URI })).rejects.toThrow(/wrong/u);
  });
});

describe('a place in a link', () => {
  it('comes back as it was, and nothing else is one', () => {
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 12 } };
    expect(readPlace(writePlace(range))).toEqual(range);
    for (const other of [
      '',
      '1.2.3',
      '1.2.3.4.5',
      '-1.2.3.4',
      '1.2.3.x',
      ' 1.2.3.4',
      7,
      null,
      undefined,
      {},
      '1.2.3.99999999999',
    ]) {
      expect(readPlace(other)).toBeUndefined();
    }
  });
});
