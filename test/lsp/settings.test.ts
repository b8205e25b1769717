import { afterEach, describe, expect, it } from 'vitest';
import { languageOfLocale, readSettings } from '../../server/src/lsp/settings.js';
import { holdSettings, PULL, PUSH, startClient, stopClients, type TestClient } from './client.js';

const URI = 'file:///drafts/a.txt';
const TEXT = '同志们：\n请某某同志讲话，大家认真听，回去抓好落实，不折不扣完成好今年的目标任务。\n';
const SENTENCES = { rules: { 'sentence-too-long': { max: 20, severity: 'error' } } };

afterEach(stopClients);

const codes = async (client: TestClient, uri = URI): Promise<unknown[]> =>
  (await client.diagnostics(uri)).map(({ code }) => code);

describe('settings of a client that can be asked', () => {
  it('hold at once when they change', async () => {
    const client = await startClient();
    await client.registered.first((method) => method === 'workspace/didChangeConfiguration');
    await client.open(URI, TEXT);
    expect(await codes(client)).toEqual(['placeholder-left']);

    const refresh = client.refreshes.next();
    await client.changeSettings(SENTENCES);
    await refresh;
    expect(await client.diagnostics(URI)).toMatchObject([
      { code: 'sentence-too-long', severity: 1 },
      { code: 'placeholder-left' },
    ]);

    await client.changeSettings({ rules: { 'placeholder-left': { severity: 'off' } } });
    expect(await codes(client)).toEqual([]);
    await client.changeSettings({ enable: false });
    expect(await codes(client)).toEqual([]);
    expect(client.figures.all.at(-1)).toMatchObject({ skipped: 'disabled', findings: 0 });
    await client.changeSettings({});
    expect(await codes(client)).toEqual(['placeholder-left']);
  });

  it('are those of the folder that the draft is in', async () => {
    const client = await startClient();
    const asked: unknown[] = [];
    client.tellSettings = (uri) => {
      asked.push(uri);
      return uri?.includes('/strict/') === true ? SENTENCES : {};
    };
    await client.open(URI, TEXT);
    await client.open('file:///strict/b.txt', TEXT);
    expect(await codes(client)).toHaveLength(1);
    expect(await codes(client, 'file:///strict/b.txt')).toHaveLength(2);
    await client.pull(URI);
    expect(asked).toEqual([URI, 'file:///strict/b.txt']);
  });

  it('that change while they are asked for are asked for again', async () => {
    const client = await startClient();
    const { asked, release } = holdSettings(client);
    await client.open(URI, TEXT);
    const answer = codes(client);
    await asked;
    await client.changeSettings(SENTENCES);
    // What the client answers now was read before the change.
    release();
    expect(await answer).toEqual(['sentence-too-long', 'placeholder-left']);
  });

  it('that the client fails to tell are the defaults', async () => {
    const client = await startClient();
    client.tellSettings = () => Promise.reject(new Error('no settings today'));
    await client.open(URI, TEXT);
    expect(await codes(client)).toEqual(['placeholder-left']);
    expect(client.logged.all.some((line) => line.includes('no settings today'))).toBe(true);
  });

  it('that are wrong are ignored, each with one line in the log', async () => {
    const client = await startClient();
    client.settings = {
      enable: 'yes',
      rules: {
        'sentence-too-long': { max: '20', severity: 'fatal', width: 3 },
        'placeholder-left': { severity: 'hint' },
      },
    };
    await client.open(URI, TEXT);
    await client.open('file:///b.txt', TEXT);
    expect(await client.diagnostics(URI)).toMatchObject([{ code: 'placeholder-left', severity: 4 }]);
    await client.pull('file:///b.txt');
    expect(client.logged.all.filter((line) => line.includes('is ignored'))).toEqual([
      'setting wenfeng.enable is ignored: it should be true or false',
      'setting wenfeng.rules.sentence-too-long.severity is ignored: it should be one of error, warning, information, hint, off',
      'setting wenfeng.rules.sentence-too-long.max is ignored: it should be a whole number from 20 to 1000',
      'setting wenfeng.rules.sentence-too-long.width is ignored: no such option',
    ]);
  });
});

describe('settings of a client that cannot be asked', () => {
  const capabilities = { ...PULL, workspace: { diagnostics: { refreshSupport: true } } };

  it.each([SENTENCES, { wenfeng: SENTENCES }])('come with initialize: %j', async (settings) => {
    const client = await startClient({ capabilities, initializationOptions: { settings } });
    await client.open(URI, TEXT);
    expect(await codes(client)).toEqual(['sentence-too-long', 'placeholder-left']);
  });

  it('come with their change', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(URI, TEXT);
    await client.published.first(({ diagnostics }) => diagnostics.length === 1);
    const next = client.published.next(({ diagnostics }) => diagnostics.length !== 1);
    await client.changeSettings({ enable: false });
    expect((await next).diagnostics).toEqual([]);
  });

  it('may be nonsense', async () => {
    const client = await startClient({ capabilities, initializationOptions: 'nonsense' });
    await client.open(URI, TEXT);
    await client.changeSettings(['nonsense']);
    expect(await codes(client)).toEqual(['placeholder-left']);
  });
});

describe('reading settings', () => {
  it.each([undefined, null, {}])('%j is all defaults', (raw) => {
    expect(readSettings(raw, 'zh')).toEqual({
      settings: {
        enable: true,
        codeLens: true,
        languages: ['plaintext', 'markdown'],
        language: 'zh',
        guide: { rules: {} },
      },
      problems: [],
    });
  });

  it.each([
    7,
    'x',
    [],
    { languages: 'plaintext' },
    { languages: [1] },
    { rules: [] },
    { rules: { 'no-rule': {} } },
  ])('%j is one problem and all defaults', (raw) => {
    const { settings, problems } = readSettings(raw, 'zh');
    expect(problems).toHaveLength(1);
    expect(settings).toEqual(readSettings({}, 'zh').settings);
  });

  it.each([0, 19, 1001, 20.5, Number.NaN, '50', true])('%j is no length of a sentence', (max) => {
    const { settings, problems } = readSettings({ rules: { 'sentence-too-long': { max } } }, 'zh');
    expect(problems).toHaveLength(1);
    expect(settings.guide.rules['sentence-too-long']?.options).toEqual({});
  });

  it('takes the names that other editors give to languages', () => {
    const languages = ['text', 'org', 'constructor', 'md'];
    expect(readSettings({ languages }, 'zh').settings.languages).toEqual([
      'plaintext',
      'org',
      'constructor',
      'markdown',
    ]);
  });

  it('takes the language of messages from the settings, else from the client', () => {
    expect(readSettings({ messageLanguage: 'en' }, 'zh').settings.language).toBe('en');
    expect(readSettings({ messageLanguage: 'auto' }, 'en').settings.language).toBe('en');
    expect(['zh-cn', 'en', 'en-GB', 'EN_us', 'de', 'enm', undefined].map(languageOfLocale)).toEqual([
      'zh',
      'en',
      'en',
      'en',
      'zh',
      'zh',
      'zh',
    ]);
  });
});
