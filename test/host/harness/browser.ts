import { chromium, type Browser, type Page } from 'playwright-core';
import { PlainError } from './plain-error.js';

/** Starts Chromium without a window; it ends with `close()`, or with this process. */
export function launchChromium(executable: string): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    headless: true,
    // The harness handles signals itself, so that the server ends too.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    args: [
      // Containers and root have no user namespaces; the only pages are our own.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Lets a page reach one server and nothing else. */
export async function confine(page: Page, origin: string): Promise<void> {
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    return url.origin === origin || !/^https?:$/.test(url.protocol) ? route.continue() : route.abort();
  });
}

/**
 * Two unlike characters that look the same are two empty boxes: there is no Chinese font.
 *
 * @throws PlainError when Chinese text would be unreadable on screenshots
 */
export async function demandChineseFont(page: Page): Promise<void> {
  const readable = await page.evaluate<boolean>(`(() => {
    const draw = (text) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const context = canvas.getContext('2d');
      context.font = '32px sans-serif';
      context.fillText(text, 2, 34);
      return canvas.toDataURL();
    };
    return draw('讲') !== draw('话') && draw('讲') !== draw(' ');
  })()`);
  if (!readable)
    throw new PlainError(
      'Chinese text cannot be shown without a Chinese font: apt-get install fonts-noto-cjk',
    );
}
