import {
  environmentNames,
  type HarnessCall,
  type HarnessRequest,
  type HarnessResponse,
} from '../harness/protocol.js';

/**
 * Drives the real window from a test: the keyboard and the mouse, not VS Code's commands. Selectors are Playwright's
 * (CSS plus `:has-text("…")`, `text=…`) and mean the first visible element.
 *
 * A desktop VS Code is not driven: there `available` is false, every call does nothing, and `texts` is empty. A test
 * whose outcome hangs on a call must branch on `available` and reach the same state by commands.
 */
export const driver = {
  /** Whether calls reach a window. */
  available: process.env[environmentNames.window] === '1',

  /** Saves what the window shows as out/screenshots/NAME.png. */
  async screenshot(name: string): Promise<void> {
    await inWindow('screenshot', name);
  },

  /** Types text wherever the focus is; Han characters arrive as an input method commits them. */
  async type(text: string): Promise<void> {
    await inWindow('type', text);
  },

  /** Presses a key or a chord by Playwright's names: `Tab`, `Control+Space`, `Control+Shift+M`. */
  async press(key: string): Promise<void> {
    await inWindow('press', key);
  },

  /** Points at the middle of an element, which may lie below another, as a squiggle lies below its text. */
  async hover(selector: string): Promise<void> {
    await inWindow('hover', selector);
  },

  async click(selector: string): Promise<void> {
    await inWindow('click', selector);
  },

  async doubleClick(selector: string): Promise<void> {
    await inWindow('doubleClick', selector);
  },

  /** Opens an element's context menu. */
  async rightClick(selector: string): Promise<void> {
    await inWindow('rightClick', selector);
  },

  /** The texts of all visible elements that match, as they are now, without waiting for any. */
  async texts(selector: string): Promise<readonly string[]> {
    return inWindow('texts', selector);
  },

  /** Waits until an element is visible; fails after twenty seconds. */
  async waitFor(selector: string): Promise<void> {
    await inWindow('waitFor', selector);
  },

  /** Waits until no element is visible; fails after twenty seconds. */
  async waitForGone(selector: string): Promise<void> {
    await inWindow('waitForGone', selector);
  },
} as const;

/** Prints a line in the terminal where the tests were started. */
export async function printLine(line: string): Promise<void> {
  await ask({ call: 'log', argument: line });
}

async function inWindow(call: HarnessCall, argument: string): Promise<readonly string[]> {
  return driver.available ? ask({ call, argument }) : [];
}

async function ask(request: HarnessRequest): Promise<readonly string[]> {
  const address = process.env[environmentNames.address];
  if (address === undefined) throw new Error('The suite runs only under test/host/run.mjs.');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(request) });
  const answer = (await response.json()) as HarnessResponse;
  if ('error' in answer) throw new Error(`${request.call} ${request.argument}: ${answer.error}`);
  return answer.texts;
}
