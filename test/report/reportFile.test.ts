import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import { DEFAULT_GUIDE } from '../../server/src/core/guide.js';
import { reportOf } from '../../server/src/core/report/draftReport.js';
import { renderFile, renderPanel } from '../../server/src/report/renderReport.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { closeBrowser, openPage, seriousFaults } from './page.js';

const segmenter = createIntlSegmenter();

const TEXT = readFileSync('samples/county-mobilisation.txt', 'utf8');

function draftOf(text: string) {
  const result = checkDraft(text, { format: 'plain', segmenter });
  return {
    name: '动员大会',
    draft: result.draft,
    report: reportOf(result, { guide: DEFAULT_GUIDE, segmenter }),
  };
}

const file = (includeText: boolean): string => renderFile([draftOf(TEXT)], { language: 'zh', includeText });

/** The panel's page with its own style sheet, in one of VS Code's themes. */
function panel(kind: string, colours: Readonly<Record<string, string>>): string {
  const { report } = draftOf(TEXT);
  const parts = renderPanel(report, { language: 'zh', width: 640, placeOf: () => '0.0.0.1' });
  const variables = Object.entries(colours)
    .map(([name, colour]) => `--vscode-${name}: ${colour};`)
    .join(' ');
  return `<!doctype html><html lang="zh-CN"><head><title>报告</title><style>html { ${variables} }</style><style>${readFileSync('server/src/report/report.css', 'utf8')}</style></head><body class="${kind}" data-vscode-theme-kind="${kind}"><main><h1>动员大会</h1><p class="subtitle">报告跟着当前打开的稿子走。</p>${parts.map(({ id, html }) => `<div data-part="${id}">${html}</div>`).join('')}</main></body></html>`;
}

afterAll(closeBrowser);

describe('a report file in a browser', () => {
  it('would be found at fault', async () => {
    const { page } = await openPage(file(true).replace('<html lang="zh-CN">', '<html>'));
    expect((await seriousFaults(page)).join()).toMatch(/html-has-lang/u);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it.each([
      ['with the text', true],
      ['without it', false],
    ])(`has no serious fault of accessibility, ${scheme}, %s`, async (_, includeText) => {
      const { page, requests, faults } = await openPage(file(includeText), { scheme });
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      expect(await seriousFaults(page)).toEqual([]);
      expect(requests).toEqual([]);
      expect(faults).toEqual([]);
    });
  }

  it('has none with several drafts, or with none', async () => {
    for (const drafts of [[draftOf(TEXT), draftOf(''), draftOf('Not Chinese at all.')], []]) {
      const { page } = await openPage(renderFile(drafts, { language: 'en', includeText: true }));
      expect(await seriousFaults(page)).toEqual([]);
    }
  });

  it('is driven by keyboard: one stop a chart, arrows along it, Enter to the place', async () => {
    const { page } = await openPage(file(false));
    const active = () =>
      page.evaluate<string>('document.activeElement.dataset.mark ?? document.activeElement.id');
    const marks = await page.locator('#d1-paragraph-lengths a.mark').count();
    expect(marks).toBeGreaterThan(10);
    await page.locator('#d1-paragraph-lengths a.mark').first().focus();
    expect(await active()).toBe('paragraphs-0-0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await active()).toBe('paragraphs-0-2');
    expect(await page.locator('#d1-paragraph-lengths .readout').textContent()).toMatch(/第 3 段/u);
    await page.keyboard.press('End');
    expect(await active()).toBe(`paragraphs-0-${String(marks - 1)}`);
    await page.keyboard.press('ArrowRight');
    expect(await active()).toBe(`paragraphs-0-${String(marks - 1)}`);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    expect(await active()).not.toMatch(/^paragraphs-/u);
    await page.keyboard.press('Shift+Tab');
    expect(await active()).toBe('paragraphs-0-1');
    await page.keyboard.press('Enter');
    await expect.poll(active).toBe('d1-p2');
    expect(await page.locator('#d1-p2').isVisible()).toBe(true);
  });

  it('goes up and down by rows in a map', async () => {
    const { page } = await openPage(file(true));
    const row = () => page.evaluate<string>('document.activeElement.dataset.row');
    await page.locator('#d1-rules a.mark').first().focus();
    expect(await row()).toBe('0');
    await page.keyboard.press('ArrowDown');
    expect(await row()).toBe('1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await row()).toBe('0');
  });

  it('leads into the text, also a second time', async () => {
    const { page } = await openPage(file(true));
    const mark = page.locator('#d1-rules a.mark').first();
    const target = (await mark.getAttribute('href'))?.slice(1) ?? '';
    expect(target).toMatch(/^d1-t\d+/u);
    for (let time = 0; time < 2; time++) {
      await mark.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe(target);
    }
  });

  it('fits a narrow window and paper', async () => {
    const { page } = await openPage(file(true), { width: 400 });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.readout').first().isVisible()).toBe(false);
    expect(await page.locator('.chart svg').first().isVisible()).toBe(true);
  });
});

describe('the panel in a browser', () => {
  it('takes the lines of its charts from the theme', async () => {
    const { page } = await openPage(panel('vscode-dark', { 'editorWidget-border': '#123456' }));
    const stroke =
      'getComputedStyle(document.querySelector(".chart path[stroke=\'var(--wf-grid)\']")).stroke';
    expect(await page.evaluate(stroke)).toBe('rgb(18, 52, 86)');
  });

  it.each([
    [
      'vscode-light',
      {
        'editor-background': '#ffffff',
        'editor-foreground': '#3b3b3b',
        descriptionForeground: '#3b3b3b',
        'editorWidget-border': '#c8c8c8',
        'textLink-foreground': '#005fb8',
        focusBorder: '#005fb8',
        'charts-blue': '#1a85ff',
        'editorWarning-foreground': '#bf8803',
        'editorError-foreground': '#e51400',
        'sideBar-background': '#f8f8f8',
        foreground: '#3b3b3b',
      },
    ],
    [
      'vscode-dark',
      {
        'editor-background': '#1f1f1f',
        'editor-foreground': '#cccccc',
        descriptionForeground: '#9d9d9d',
        'editorWidget-border': '#454545',
        'textLink-foreground': '#4daafc',
        focusBorder: '#0078d4',
        'charts-blue': '#3794ff',
        'editorWarning-foreground': '#cca700',
        'editorError-foreground': '#f14c4c',
        'sideBar-background': '#181818',
        foreground: '#cccccc',
      },
    ],
    [
      'vscode-high-contrast',
      {
        'editor-background': '#000000',
        'editor-foreground': '#ffffff',
        descriptionForeground: '#ffffffb3',
        contrastBorder: '#6fc3df',
        'textLink-foreground': '#21a6ff',
        focusBorder: '#f38518',
        'charts-blue': '#3794ff',
        'editorWarning-foreground': '#ffd370',
        'editorError-foreground': '#f48771',
        foreground: '#ffffff',
      },
    ],
  ])('has no serious fault of accessibility: %s', async (kind, colours) => {
    const { page } = await openPage(panel(kind, colours));
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    expect(await seriousFaults(page)).toEqual([]);
  });
});
