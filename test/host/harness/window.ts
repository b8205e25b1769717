import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { screenshotsFolder } from './paths.js';
import type { HarnessCall } from './protocol.js';

/** How long an element may take to appear or to go, in milliseconds; long, since a machine may be busy with more. */
const patience = 20_000;

const nothing: readonly string[] = [];

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Does in the window what a call asks for. */
export async function drive(
  page: Page,
  call: Exclude<HarnessCall, 'log'>,
  argument: string,
): Promise<readonly string[]> {
  switch (call) {
    case 'screenshot':
      await takeScreenshot(page, argument);
      return nothing;
    case 'type':
      await page.keyboard.type(argument, { delay: 10 });
      return nothing;
    case 'press':
      await page.keyboard.press(argument);
      return nothing;
    case 'hover':
      await moveTo(page, argument);
      return nothing;
    case 'click':
      await moveTo(page, argument);
      await pressButton(page, 'left', 1);
      return nothing;
    case 'doubleClick':
      await moveTo(page, argument);
      await pressButton(page, 'left', 2);
      return nothing;
    case 'rightClick':
      await moveTo(page, argument);
      await pressButton(page, 'right', 1);
      return nothing;
    case 'texts':
      return visible(page, argument).allInnerTexts();
    case 'waitFor':
      await visible(page, argument).first().waitFor({ state: 'visible', timeout: patience });
      return nothing;
    case 'waitForGone':
      await visible(page, argument).first().waitFor({ state: 'hidden', timeout: patience });
      return nothing;
  }
}

/** Saves what the window shows as out/screenshots/NAME.png. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshotsFolder, { recursive: true });
  const file = name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80);
  await page.screenshot({ path: join(screenshotsFolder, `${file}.png`) });
}

/** Removes the screenshots of earlier failures, which would pass for this run's. */
export function forgetFailures(): void {
  mkdirSync(screenshotsFolder, { recursive: true });
  for (const name of readdirSync(screenshotsFolder)) {
    if (/^(failed-|host-stopped)/.test(name)) rmSync(join(screenshotsFolder, name));
  }
}

function visible(page: Page, selector: string): Locator {
  return page.locator(selector).filter({ visible: true });
}

/**
 * Moves the mouse to the middle of an element, whatever lies over it: a squiggle lies below the text it marks, and a
 * person points at it all the same.
 */
async function moveTo(page: Page, selector: string): Promise<void> {
  const box = await boxOf(page, selector);
  // Two steps, so that the element underneath sees a movement even where the mouse already stood.
  await page.mouse.move(box.x + box.width / 2 - 1, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Where an element is. What is drawn anew between two looks is looked for again. */
async function boxOf(page: Page, selector: string): Promise<Box> {
  const element = visible(page, selector).first();
  for (const end = Date.now() + patience; ;) {
    await element.waitFor({ state: 'visible', timeout: patience });
    const box = await element.boundingBox({ timeout: patience });
    if (box !== null) return box;
    if (Date.now() > end) throw new Error(`${selector} went away.`);
  }
}

async function pressButton(page: Page, button: 'left' | 'right', clickCount: number): Promise<void> {
  for (let count = 1; count <= clickCount; count += 1) {
    await page.mouse.down({ button, clickCount: count });
    await page.mouse.up({ button, clickCount: count });
  }
}
