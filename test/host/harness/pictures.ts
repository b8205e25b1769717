import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from './browser.js';
import { root, screenshotsFolder } from './paths.js';
import { PlainError, runMain } from './plain-error.js';
import { demandChromium } from './prerequisites.js';

/** A picture in docs/images, cut from a screenshot that a test takes. */
interface Picture {
  readonly name: string;
  /** The end of the test's title. */
  readonly test: string;
  readonly screenshot: string;
  /** What is left away at the bottom, in pixels. */
  readonly less: number;
}

const PICTURES: readonly Picture[] = [
  { name: 'editor', test: 'is mended by a quick fix', screenshot: 'quick-fix', less: 0 },
  {
    name: 'structure',
    test: 'shows in breadcrumbs, outline, sticky scroll and above the headings',
    screenshot: 'structure',
    less: 160,
  },
  { name: 'report', test: 'follows the theme: light', screenshot: 'report-light-wide', less: 40 },
];

await runMain(main);

/** Runs the tests in a Chinese window, and cuts their screenshots to size. */
async function main(): Promise<number> {
  const pattern = PICTURES.map(({ test }) => test).join('|');
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'test', 'host', 'run.mjs'), '--locale', 'zh-cn', '--grep', pattern],
    { stdio: 'inherit', env: { ...process.env, WENFENG_HOST: 'code-server' } },
  );
  if (status !== 0) throw new PlainError('A test failed, so no picture was changed.');
  const browser = await launchChromium(demandChromium({ compiler: false }));
  try {
    const page = await browser.newPage();
    for (const picture of PICTURES) await cut(page, picture);
  } finally {
    await browser.close();
  }
  return 0;
}

async function cut(page: Page, { name, screenshot, less }: Picture): Promise<void> {
  const file = readFileSync(join(screenshotsFolder, `${screenshot}.png`));
  await page.setContent(
    `<body style="margin:0"><img src="data:image/png;base64,${file.toString('base64')}"></body>`,
  );
  const { width, height } = (await page.locator('img').boundingBox()) ?? { width: 0, height: 0 };
  await page.setViewportSize({ width, height });
  const path = join(root, 'docs', 'images', `${name}.png`);
  await page.screenshot({ path, clip: { x: 0, y: 0, width, height: height - less } });
  console.log(`docs/images/${name}.png: ${String(width)} × ${String(height - less)}`);
}
