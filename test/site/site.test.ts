import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/registry.js';
import { launchChromium } from '../host/harness/browser.js';
import { demandChromium } from '../host/harness/prerequisites.js';

/** What `npm run docs:build` made. */
const SITE = join('out', 'site');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    const file = join(SITE, normalize(pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  browser = await launchChromium(demandChromium({ compiler: false }));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(path: string, width = 1280): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  await page.goto(origin + path);
  return page;
}

describe('the site', () => {
  it('has a page for every rule, which its list leads to', async () => {
    const pages = readdirSync(join(SITE, 'rules'));
    expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.html`).sort());
    const page = await open('/examples.html');
    for (const { id, title } of rules)
      expect(await page.locator(`aside a[href="/rules/${id}.html"]`).innerText()).toBe(title.zh);
  });

  it('shows examples as prose, what is at fault and what is not', async () => {
    const page = await open('/rules/dunhao-misuse.html');
    expect(await page.locator('figure.example.bad').count()).toBeGreaterThan(0);
    expect(await page.locator('figure.example.good figcaption').first().innerText()).toBe('正例');
    expect(await page.locator('pre:has-text("顿号")').count()).toBe(0);
  });

  it('is searched in Chinese, by a part of a word too', async () => {
    const page = await open('/');
    for (const [words, found] of [
      ['顿号', 'dunhao-misuse 顿号误用'],
      ['小标题', 'heading-too-long 标题过长'],
      ['忽略', '忽略'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.locator('#localsearch-input').fill(words);
      await page.locator('.results .result', { hasText: found }).first().waitFor({ timeout: 10_000 });
      await page.keyboard.press('Escape');
    }
  });

  it.each(['/', '/structure.html', '/examples.html'])('fits a telephone: %s', async (path) => {
    const page = await open(path, 390);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
  });
});
