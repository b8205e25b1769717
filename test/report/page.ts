import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../host/harness/browser.js';
import { demandChromium } from '../host/harness/prerequisites.js';

/** axe's script, to be run in a page. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Promise<Browser> | undefined;

/**
 * A page that shows a document and can reach nothing.
 * @throws PlainError where there is no Chromium: the test fails then, and is not passed over
 */
export async function openPage(
  html: string,
  options: { readonly scheme?: 'light' | 'dark'; readonly width?: number } = {},
): Promise<{
  readonly page: Page;
  readonly requests: readonly string[];
  readonly faults: readonly string[];
}> {
  browser ??= launchChromium(demandChromium({ compiler: false }));
  const { scheme = 'light', width = 1000 } = options;
  const context = await (
    await browser
  ).newContext({
    colorScheme: scheme,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    requests.push(url);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, requests, faults };
}

const ADDRESS = 'http://report.test/';

/** Ends the browser, if one was started. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** What axe finds serious or worse, each with the elements that it is about. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger, which no content security policy holds back.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
}
