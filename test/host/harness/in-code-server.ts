import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { confine, demandChineseFont, launchChromium } from './browser.js';
import { openChannel } from './channel.js';
import { installPackage, quietSettings, startCodeServer } from './code-server.js';
import { outFolder } from './paths.js';
import { demandChromium } from './prerequisites.js';
import { environmentNames } from './protocol.js';
import { timeUp, type RunPlan } from './run-plan.js';
import { installCodeServer, isInstalled, pinnedVersion } from './toolchain.js';
import { drive, takeScreenshot } from './window.js';

const serverLog = join(outFolder, 'host', 'code-server.log');
const windowLog = join(outFolder, 'host', 'window.log');

/** Runs the suite in code-server's extension host, with Chromium as its window. Ends all that it starts. */
export async function runInCodeServer(plan: RunPlan): Promise<void> {
  const chromium = demandChromium({ compiler: !isInstalled() });
  const steps: (() => Promise<void> | void)[] = [];
  try {
    const browser = await launchChromium(chromium);
    steps.push(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    await demandChineseFont(page);
    const tools = await installCodeServer(plan.log, plan.interrupted);
    plan.log(`code-server ${pinnedVersion()} with ${chromium}`);

    const places = { folder: join(plan.scratch, 'home'), extensions: plan.extensions };
    if (plan.vsix !== undefined) await installPackage(tools, plan.vsix, places, plan.interrupted);
    const channel = await openChannel(async ({ call, argument }) => {
      if (call !== 'log') return drive(page, call, argument);
      plan.log(argument);
      return [];
    });
    steps.push(() => {
      channel.close();
    });

    const server = await startCodeServer(tools, {
      ...places,
      port: 0,
      driven: true,
      locale: plan.locale,
      settings: quietSettings,
      environment: {
        [environmentNames.address]: channel.address,
        [environmentNames.window]: '1',
        [environmentNames.packed]: plan.vsix === undefined ? '' : '1',
        [environmentNames.result]: plan.result,
        [environmentNames.grep]: plan.grep ?? '',
        [environmentNames.color]: process.stdout.isTTY ? '1' : '',
      },
      log: serverLog,
    });
    steps.push(() => server.stop());

    await confine(page, server.origin);
    try {
      await Promise.race([
        openAndAwaitExit(page, server.origin, plan),
        server.ended,
        plan.interrupted,
        timeUp(plan),
      ]);
    } catch (error) {
      await takeScreenshot(page, 'host-stopped').catch(() => undefined);
      throw error;
    }
  } finally {
    for (const step of steps.reverse()) await Promise.resolve(step()).catch(console.error);
  }
}

/** Opens the workbench with the extension and its suite, and resolves when the suite's run is over. */
async function openAndAwaitExit(page: Page, origin: string, plan: RunPlan): Promise<void> {
  rmSync(windowLog, { force: true });
  const exited = new Promise<void>((resolve, reject) => {
    page.on('crash', () => {
      reject(new Error('The window crashed.'));
    });
    // The workbench calls these two when the server allows it to be driven. The exit code says nothing: it is 0 also
    // when the extension host has died, so the result file decides.
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  exited.catch(() => undefined);
  await page.exposeFunction('codeAutomationLog', (level: string, values: readonly unknown[]) => {
    appendFileSync(windowLog, `[${level}] ${format(...values)}\n`);
  });
  page.on('pageerror', (error) => {
    appendFileSync(windowLog, `[pageerror] ${String(error)}\n`);
  });
  const remote = (path: string): string => `vscode-remote://${new URL(origin).host}${encodeURI(path)}`;
  const address = new URL(origin);
  address.searchParams.set(...opened(plan.workspace));
  address.searchParams.set(
    'payload',
    JSON.stringify([
      ['extensionDevelopmentPath', remote(plan.developed)],
      ['extensionTestsPath', remote(plan.suite)],
      ['skipWelcome', 'true'],
    ]),
  );
  await page.goto(address.href);
  await exited;
}

/** The part of the address that says what to open. */
function opened(path: string | undefined): [name: string, value: string] {
  if (path === undefined) return ['ew', 'true'];
  return [path.endsWith('.code-workspace') ? 'workspace' : 'folder', path];
}
