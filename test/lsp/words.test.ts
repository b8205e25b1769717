import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Registry from '../../server/src/core/rules/registry.js';
import { defineRule } from '../../server/src/core/rules/rule.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import type { LoadedSegmenter } from '../../server/src/segmenter/load.js';
import { PULL, PUSH, startClient, stopClients } from './client.js';

/** A rule that needs words and always finds one, and a rule that is broken. */
vi.mock('../../server/src/core/rules/registry.js', async (original) => {
  const { rules } = await original<typeof Registry>();
  const rule = {
    title: { zh: '试', en: 'trial' },
    reason: { zh: '试', en: 'trial' },
    norm: { level: 'advice', source: { zh: '试', en: 'trial' } },
    severity: 'hint',
    fix: 'none',
    options: {},
    messages: { first: { zh: '第一个词', en: 'the first word' } },
  } as const;
  const words = defineRule({
    ...rule,
    id: 'trial-words',
    needsWords: true,
    check({ draft, segmenter, report }) {
      const [paragraph] = draft.paragraphs;
      const [word] = segmenter?.segment(paragraph?.text ?? '') ?? [];
      if (paragraph === undefined || word === undefined) return;
      report({ message: 'first', span: paragraph.span(word.start, word.end) });
    },
  });
  const broken = defineRule({
    ...rule,
    id: 'trial-broken',
    needsWords: false,
    check() {
      throw new Error('this rule is broken');
    },
  });
  return { rules: [...rules, words, broken] };
});

const URI = 'file:///drafts/a.txt';
const TEXT = '请某某同志讲话。\n';

/** A segmenter that has loaded when the test says so. */
function slowSegmenter() {
  let finish: (loaded: LoadedSegmenter) => void = () => undefined;
  const loading = new Promise<LoadedSegmenter>((resolve) => (finish = resolve));
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  return {
    load: () => {
      begin();
      return loading;
    },
    begun,
    finish,
  };
}

afterEach(stopClients);

describe('rules that need words', () => {
  it('follow when the segmenter has loaded; the others do not wait', async () => {
    const segmenter = slowSegmenter();
    const client = await startClient({ loadSegmenter: segmenter.load });
    await client.open(URI, TEXT);
    const first = await client.pull(URI);
    expect(first).toMatchObject({ items: [{ code: 'placeholder-left' }] });
    expect(client.figures.all).toMatchObject([{ segmenter: 'loading', findings: 1 }]);

    await segmenter.begun;
    expect(client.refreshes.all).toEqual([]);
    segmenter.finish({ segmenter: createIntlSegmenter() });
    await client.refreshes.first();
    const second = await client.pull(URI, first.resultId);
    expect(second).toMatchObject({
      kind: 'full',
      items: [{ code: 'trial-words', severity: 4 }, { code: 'placeholder-left' }],
    });
    expect(client.figures.all.at(-1)).toMatchObject({ version: 1, segmenter: 'intl', findings: 2 });
  });

  it.each([
    ['does not pull', PUSH],
    ['cannot be told to pull again', { ...PULL, workspace: { configuration: true } }],
  ])('are published to a client that %s', async (_, capabilities) => {
    const segmenter = slowSegmenter();
    const client = await startClient({ capabilities, loadSegmenter: segmenter.load });
    expect(client.server?.capabilities.diagnosticProvider).toBeUndefined();
    await client.open(URI, TEXT);
    expect((await client.published.first()).diagnostics.map(({ code }) => code)).toEqual([
      'placeholder-left',
    ]);
    await segmenter.begun;
    const next = client.published.next();
    segmenter.finish({ segmenter: createIntlSegmenter() });
    expect((await next).diagnostics.map(({ code }) => code)).toEqual(['trial-words', 'placeholder-left']);
  });

  it('do not make the server load the segmenter for a text that is not Chinese', async () => {
    let loaded = 0;
    const client = await startClient({
      loadSegmenter: () => {
        loaded++;
        return { segmenter: createIntlSegmenter() };
      },
    });
    await client.open(URI, 'Nothing here is Chinese.\n');
    await client.pull(URI);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(loaded).toBe(0);
    await client.open('file:///b.txt', TEXT);
    await client.pull('file:///b.txt');
    await client.refreshes.first();
    expect(loaded).toBe(1);
  });

  it('use the platform’s words, and say so once, when the segmenter cannot be loaded', async () => {
    const client = await startClient({ loadSegmenter: () => Promise.reject(new Error('no dictionary')) });
    await client.open(URI, TEXT);
    await client.pull(URI);
    await client.refreshes.first();
    expect(await client.diagnostics(URI)).toHaveLength(2);
    expect(client.figures.all.at(-1)?.segmenter).toBe('intl');
    const lines = client.logged.all.filter((line) => line.includes('Intl.Segmenter'));
    expect(lines).toEqual([expect.stringContaining('no dictionary')]);
  });

  it('are nodejieba’s, and it is said once, when only its full dictionary is whole', async () => {
    const client = await startClient({
      loadSegmenter: () => ({ segmenter: createIntlSegmenter(), fullReason: 'words.utf8 is damaged' }),
    });
    await client.open(URI, TEXT);
    await client.pull(URI);
    await client.refreshes.first();
    expect(client.logged.all.filter((line) => line.includes('dictionary'))).toEqual([
      'nodejieba is loaded with its full dictionary, which takes longer: words.utf8 is damaged',
    ]);
  });
});

describe('a rule that fails', () => {
  it('is logged once and hinders no other', async () => {
    const client = await startClient();
    await client.open(URI, TEXT);
    expect(await client.diagnostics(URI)).toHaveLength(1);
    await client.change(URI, 2, { text: `${TEXT}${TEXT}` });
    await client.pull(URI);
    expect(client.logged.all.filter((line) => line.includes('trial-broken'))).toEqual([
      'rule trial-broken failed: this rule is broken',
    ]);
  });
});
