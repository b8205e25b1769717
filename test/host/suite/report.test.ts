import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, file, open, openUnsaved, waitUntil, wenfeng } from './support.js';

/** Tests that need the keyboard and the pages inside the window run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

const DRAFT = '报告用稿.txt';

/** Opened as a writer opens it, and not by the suite. */
const SHORT = '散会前的话.txt';

const LONG =
  '今年入春以来，云溪河沿线各村抓紧修渠、清淤、补种，乡镇干部一户一户上门，把账目贴在祠堂门口，让乡亲们看得见、算得清';

const TEXT = [
  '在全县春季水利工作会议上的讲话',
  '同志们：',
  '今天的会议，讲两点意见。',
  '一、看清家底，心中有数',
  `${LONG}，${LONG}，${LONG}。工作要快，工作要稳，工作要实，各项工作都要落到实处。`,
  '各村要把修渠的账目贴在祠堂门口，让乡亲们看得见、算得清，谁来问都答得上。',
  '二、压实责任，说到做到',
  `（一）把责任分到人头。各乡镇要切实负起责任，进一步压实任务，不断完善机制，扎实推进各项工作。${'水渠要修到田头。'.repeat(40)}`,
  '（二）把进度按月通报。各村要把修渠的账目贴在祠堂门口，让乡亲们看得见、算得清，谁来问都答得上。请某某同志抓好落实。',
  '三、抓紧当前的工作',
  '汛期将至，堤防检修的工作一天也不能拖，值班值守的工作一刻也不能松。',
  '谢谢大家！',
  '',
].join('\n');

/** The page of the report, inside the frames in which VS Code keeps it. */
const PAGE =
  'iframe.webview.ready >> internal:control=enter-frame >> iframe#active-frame >> internal:control=enter-frame';
const inReport = (selector: string): string => `${PAGE} >> ${selector}`;

const show = async (): Promise<void> => {
  await vscode.commands.executeCommand('wenfeng.showReport');
  await driver.waitFor(inReport('.figures'));
};

const textOf = async (selector: string): Promise<string> =>
  (await driver.texts(inReport(selector))).join('\n');

const isReport = ({ input }: vscode.Tab): boolean =>
  input instanceof vscode.TabInputWebview && input.viewType.endsWith('wenfeng.report');

const reports = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isReport);

describe('the report', () => {
  before(async () => {
    await wenfeng();
    await vscode.workspace.fs.writeFile(file(DRAFT), new TextEncoder().encode(TEXT));
    await vscode.workspace.fs.writeFile(
      file(SHORT),
      new TextEncoder().encode('同志们：\n散会以后，请大家把窗户关好。\n'),
    );
  });
  afterEach(async () => {
    await setTheme(undefined);
    await closeAll();
  });
  after(async () => {
    await vscode.workspace.fs.delete(file(DRAFT));
    await vscode.workspace.fs.delete(file(SHORT));
  });

  it('opens once, beside the draft', async () => {
    await open(DRAFT);
    await vscode.commands.executeCommand('wenfeng.showReport');
    await waitUntil('the panel', () => reports().length === 1);
    await vscode.commands.executeCommand('wenfeng.showReport');
    await delay(300);
    equal(reports().length, 1);
    match(reports()[0]?.label ?? '', /报告用稿/u);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), file(DRAFT).toString());
  });

  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['light', 'Default Light Modern'],
    ['high-contrast', 'Default High Contrast'],
    ['high-contrast-light', 'Default High Contrast Light'],
  ] as const) {
    inWindow(`follows the theme: ${name}`, async () => {
      await setTheme(theme);
      await open(DRAFT);
      await show();
      await driver.waitFor(inReport('[data-part="rules"] .mark'));
      await delay(400);
      await driver.screenshot(`report-${name}`);
      await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await vscode.commands.executeCommand('workbench.action.maximizeEditorHideSidebar');
      await delay(900);
      await driver.screenshot(`report-${name}-wide`);
      await driver.click(inReport('h1'));
      for (let page = 1; page <= 5; page++) {
        await driver.press('PageDown');
        await delay(300);
        await driver.screenshot(`report-${name}-page-${String(page)}`);
      }
      await vscode.commands.executeCommand('workbench.action.evenEditorWidths');
      await vscode.commands.executeCommand('workbench.action.toggleSidebarVisibility');
    });
  }

  inWindow(
    'is driven by keyboard alone: into a chart, along its marks, to a place in the draft',
    async () => {
      const editor = await open(DRAFT);
      await show();
      await driver.waitFor(inReport('[data-part="rules"] .mark'));
      await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
      const readout = inReport('[data-part="paragraph-lengths"] .readout');
      for (let tab = 0; tab < 60 && (await driver.texts(readout)).join('') === ''; tab++)
        await driver.press('Tab');
      match(await textOf('[data-part="paragraph-lengths"] .readout'), /1/u);
      for (let step = 0; step < 4; step++) await driver.press('ArrowRight');
      match(await textOf('[data-part="paragraph-lengths"] .readout'), /5/u);
      await driver.screenshot('report-keyboard');
      await driver.press('Enter');
      await waitUntil('the place in the draft', () => {
        const { activeTextEditor } = vscode.window;
        return activeTextEditor?.document === editor.document && activeTextEditor.selection.start.line === 4;
      });
      ok(
        vscode.window.activeTextEditor?.document
          .getText(vscode.window.activeTextEditor.selection)
          .startsWith('今年入春'),
      );
      equal(vscode.window.visibleTextEditors.length, 1);
    },
  );

  inWindow('keeps the focus where it was while the draft is written on', async () => {
    const editor = await open(DRAFT);
    await show();
    const characters = async (): Promise<string> => textOf('.figures > div:first-child .value');
    await waitUntil('the figures', async () => (await characters()) !== '');
    const before = await characters();
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    const readout = inReport('[data-part="paragraph-lengths"] .readout');
    for (let tab = 0; tab < 60 && (await driver.texts(readout)).join('') === ''; tab++)
      await driver.press('Tab');
    await driver.press('ArrowRight');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(10, 0), '还有一句话要补上。');
    });
    await waitUntil('the new figures', async () => (await characters()) !== before);
    await delay(500);
    match(await textOf('[data-part="paragraph-lengths"] .readout'), /2/u);
    await driver.press('ArrowRight');
    match(await textOf('[data-part="paragraph-lengths"] .readout'), /3/u);
  });

  inWindow('follows the draft in front, and says what it cannot report on', async () => {
    await open(DRAFT);
    await show();
    await waitUntil('the name', async () => (await textOf('h1')) === '报告用稿');
    await openUnsaved('', 'plaintext');
    await driver.waitFor(inReport('.notice'));
    const empty = await textOf('.notice');
    await driver.screenshot('report-empty');
    await closeAll();
    await open(DRAFT);
    await show();
    await openUnsaved('# Minutes\n\nNothing here is a speech, and nobody reads it aloud.\n', 'markdown');
    await driver.waitFor(inReport('.notice'));
    await waitUntil('another notice', async () => (await textOf('.notice')) !== empty);
    await closeAll();
    // A document that the suite itself has opened is let go after minutes only.
    await vscode.commands.executeCommand('vscode.open', file(SHORT));
    await show();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await waitUntil('the remark', async () => (await textOf('#remark')) !== '', 20_000);
    await driver.screenshot('report-closed');
    await driver.waitFor(inReport('.figures'));
  });

  inWindow('is exported as a file, with or without the text', async () => {
    await open(DRAFT);
    for (const row of [0, 1]) {
      const done = vscode.commands.executeCommand('wenfeng.exportReport');
      await driver.waitFor('.quick-input-list .monaco-list-row');
      if (row === 0) await driver.screenshot('report-export');
      for (let step = 0; step < row; step++) await driver.press('ArrowDown');
      await driver.press('Enter');
      await driver.waitFor('.quick-input-widget .quick-input-action .monaco-button');
      // The dialog looks at the folder before it takes an answer.
      await delay(700);
      await driver.press('Enter');
      await done;
      const [target] = await vscode.workspace.findFiles('报告用稿*.html');
      ok(target, 'no file was written beside the draft');
      const html = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      await vscode.workspace.fs.delete(target);
      match(html, /^<!doctype html>/u);
      equal(html.includes('把账目贴在祠堂门口'), row === 1);
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  });

  inWindow('asks for a draft where there is none', async () => {
    await closeAll();
    await vscode.commands.executeCommand('wenfeng.showReport');
    await vscode.commands.executeCommand('notifications.showList');
    await waitUntil('the notification', async () =>
      (await driver.texts('.notification-list-item')).some((text) =>
        /Open a draft first|请先打开一份稿子/u.test(text),
      ),
    );
    equal(reports().length, 0);
  });
});

async function setTheme(theme: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('workbench')
    .update('colorTheme', theme, vscode.ConfigurationTarget.Global);
}
