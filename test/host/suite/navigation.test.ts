import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, file, openUnsaved, rulesAt, waitUntil, wenfeng } from './support.js';

/** Tests that need the window run where it is driven. */
const inWindow = driver.available ? it : (): void => undefined;

const WORDING = '茶农用一片叶子富了一方百姓';

/** A long draft with one wording at four places, too far apart for a parallelism. */
const DRAFT = [
  '在青禾县茶产业工作会议上的讲话',
  '同志们：',
  '今天这个会开得很及时，目的只有一个，把茶产业这件事说透、办好。',
  '一、看清家底，增强信心',
  '（一）看成绩。账算得过来，收成比去年好。',
  '石桥村靠着老茶树过上了好日子，小学的操场也翻修了。',
  '山上的防火道打通以后，护林员的脚程短了一半。',
  '去年冬天那场雪来得急，各村抢在封山以前把肥料运了上去。',
  '县里的质检室八月挂牌，样品当天送、当天出结果。',
  '采茶的老手带着新手，一个季下来，新手也能独当一面。',
  `有位老支书讲得实在：${WORDING}，靠的是一锄一锄地挖。`,
  '（二）看差距。别处走得快，我们慢了半步。',
  '我们的包装还是十年前的样子，拿出去自己都不好意思。',
  '仓库漏雨的事拖了两个梅雨季，不能再拖到第三个。',
  '合作社的账目贴得不勤，社员想看还得找人要。',
  `也要想一想，${WORDING}，会不会只富了靠路边的几户？`,
  '成效有三条。一是山绿了，路边的茶园连成了片；二是路通了，货车开得进村；三是人回来了，村里有了笑声。',
  '二、抓住重点，办好实事',
  '县里商量下来，定下两件事。',
  '第一，把加工厂建起来。请某某同志牵头，秋分以前开工，春分以前投产。',
  '第二，把牌子打出去。展销会一场一场去，回头客一个一个留。',
  `北坡试种的时候没人相信${WORDING}，如今抢着要苗。`,
  '技术员要下到地块里去，鞋上没有泥的，回来再跑一趟。',
  '银行的同志今天也在，贷款手续能并的并，能减的减。',
  '三、压实责任，说到做到',
  '乡镇的分管同志每月到园子里住两晚，住没住，群众知道。',
  `往后写材料，少写几遍${WORDING}，多写几笔亩产和单价。`,
  '财政的三百万元专款，九月底以前拨到合作社的户头上。',
  '纪检组盯住采购和验收两个口子，发现一起处理一起。',
  '宣传的同志少写空话，多到灶台边上听一听。',
  '气象站每天早上六点报一次墒情，村里的喇叭跟着播。',
  '等到明年清明，再来看这一条办到了没有。',
  '谢谢大家！',
  '',
].join('\n');

const chinese = vscode.env.language.startsWith('zh');

async function openDraft(file?: vscode.Uri): Promise<vscode.TextEditor> {
  if (file !== undefined) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(DRAFT));
  const editor = await (file === undefined
    ? openUnsaved(DRAFT, 'plaintext')
    : vscode.window.showTextDocument(file, { preview: false }));
  await waitUntil('findings', () => rulesAt(editor.document.uri).includes('repeated-phrase'));
  return editor;
}

/** Puts the cursor where some words stand for the nth time, with the keyboard in the editor. */
async function goTo(editor: vscode.TextEditor, words: string, nth = 0): Promise<vscode.Position> {
  const at = placesOf(editor.document, words)[nth];
  ok(at, `${words} is not there`);
  await driver.click('.editor-instance .view-line >> nth=0');
  await waitUntil('the click', () => editor.selection.isEmpty);
  await delay(100);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter);
  return at;
}

/** What a command of the extension is called in the language of the window. */
function titleOf(command: string): string | undefined {
  const manifest = vscode.extensions.getExtension('wenfeng.wenfeng')?.packageJSON as {
    contributes: { commands: { command: string; title: string | { value: string } }[] };
  };
  const title = manifest.contributes.commands.find((one) => one.command === command)?.title;
  return typeof title === 'object' ? title.value : title;
}

function placesOf(document: vscode.TextDocument, words: string): vscode.Position[] {
  return [...document.getText().matchAll(new RegExp(words, 'gu'))].map(({ index }) =>
    document.positionAt(index),
  );
}

describe('the structure of a draft', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenfeng-'));
  before(wenfeng);
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await closeAll();
  });

  it('is its outline, with sections, lead sentences and members of lists', async () => {
    const { document } = await openDraft();
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    deepEqual(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['一、看清家底，增强信心', ['（一）看成绩', '（二）看差距']],
        ['二、抓住重点，办好实事', ['第一，把加工厂建起来', '第二，把牌子打出去']],
        ['三、压实责任，说到做到', []],
      ],
    );
    deepEqual(
      symbols[0]?.children[1]?.children.map(({ name }) => name),
      ['一是山绿了', '二是路通了', '三是人回来了'],
    );
  });

  inWindow('shows in breadcrumbs, outline, sticky scroll and above the headings', async () => {
    // Breadcrumbs are only shown of what lies on disk.
    const editor = await openDraft(vscode.Uri.file(join(folder, '茶产业讲话.txt')));
    await vscode.commands.executeCommand('outline.focus');
    await driver.waitFor('.outline-pane .monaco-list-row:has-text("（一）看成绩")');
    // The folder takes most of the height otherwise.
    await driver.click('.pane-header:has-text("drafts")');
    await driver.waitFor('.outline-pane .monaco-list-row:has-text("第一，把加工厂建起来")');
    await goTo(editor, '看差距');
    const below = placesOf(editor.document, '仓库漏雨')[0];
    ok(below);
    editor.selection = new vscode.Selection(below, below);
    editor.revealRange(new vscode.Range(below, below), vscode.TextEditorRevealType.AtTop);
    await driver.waitFor('.sticky-widget .sticky-line-content:has-text("看清家底")');
    await driver.waitFor('.breadcrumbs-control .monaco-breadcrumb-item:has-text("（二）看差距")');
    await driver.waitFor(`.codelens-decoration:has-text("${chinese ? '字 · ' : 'characters · '}")`);
    await driver.screenshot('structure');
    await driver.click('.pane-header:has-text("drafts")');
    editor.revealRange(new vscode.Range(0, 0, 0, 0));
    await driver.waitFor('.codelens-decoration');
    await driver.screenshot('section-figures');
  });

  inWindow('folds by section and by list', async () => {
    const editor = await openDraft();
    await goTo(editor, '县里商量下来');
    await vscode.commands.executeCommand('editor.fold');
    await waitUntil('the fold', async () => {
      const text = (await driver.texts('.editor-instance .view-lines')).join('');
      return text.includes('县里商量下来') && !text.includes('把加工厂建起来');
    });
    await vscode.commands.executeCommand('editor.foldAll');
    await waitUntil('all folds', async () => {
      const text = (await driver.texts('.editor-instance .view-lines')).join('');
      return text.includes('三、压实责任') && !text.includes('县里商量下来');
    });
    await driver.screenshot('folded');
    await vscode.commands.executeCommand('editor.unfoldAll');
  });

  it('is what a selection grows to', async () => {
    const { document } = await openDraft();
    const at = placesOf(document, '货车')[0];
    ok(at);
    const [range] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at.translate(0, 1)],
    );
    const chain: string[] = [];
    for (let one = range; one !== undefined; one = one.parent) chain.push(document.getText(one.range));
    const wanted = ['货车开得进村', '二是路通了，货车开得进村；'];
    deepEqual(
      chain.filter((text) => wanted.includes(text)),
      wanted,
    );
    equal(chain.at(-1), DRAFT);
  });
});

describe('the structure of a Markdown draft', () => {
  before(wenfeng);
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await closeAll();
  });

  const MARKDOWN = [
    '# 在茶产业工作会议上的讲话',
    '',
    '同志们：',
    '',
    '## 一、看清家底',
    '',
    '成效有两条。一是山绿了，茶园连成了片；二是路通了，货车开得进村。',
    '',
    '（一）看成绩。账算得过来。',
    '',
    '收成比去年好。',
    '',
    '## 二、办好实事',
    '',
    '- 建加工厂',
    '  - 秋分以前开工',
    '',
    '把牌子打出去。',
    '',
  ].join('\n');

  it('folds as Markdown does, and by lead sentences too', async () => {
    const { document } = await openUnsaved(MARKDOWN, 'markdown');
    await waitUntil('the folds', async () => {
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      const lines = folds.map(({ start, end }) => `${String(start)}-${String(end)}`);
      return ['4-10', '8-10', '14-15'].every((fold) => lines.includes(fold));
    });
  });

  inWindow('stands in the outline beside Markdown’s own', async () => {
    await openUnsaved(MARKDOWN, 'markdown');
    await vscode.commands.executeCommand('outline.focus');
    await driver.click('.pane-header:has-text("drafts")');
    await driver.waitFor('.outline-pane .monaco-list-row:has-text("一是山绿了")');
    await driver.screenshot('structure-markdown');
    await driver.click('.pane-header:has-text("drafts")');
  });
});

describe('the figures above the headings', () => {
  before(wenfeng);
  afterEach(closeAll);

  inWindow('lead to the findings of their section', async () => {
    const editor = await openDraft();
    await goTo(editor, '一、看清');
    const lens = `.codelens-decoration a:has-text("${chinese ? '处提示' : 'findings'}")`;
    await driver.waitFor(lens);
    await driver.click(`${lens} >> nth=0`);
    await driver.waitFor('.peekview-widget .ref-tree .monaco-list-row');
    await driver.screenshot('section-findings');
    await driver.press('Escape');
    await driver.waitForGone('.peekview-widget');
  });

  inWindow('lead to the only finding, and say what it is', async () => {
    const editor = await openUnsaved(
      '一、发言\n请某某同志先讲几句。\n二、散会\n大家都辛苦了。\n',
      'plaintext',
    );
    const lens = `.codelens-decoration a:has-text("${chinese ? '1 处提示' : '1 finding'}")`;
    await driver.waitFor(lens);
    await driver.click(lens);
    await driver.waitFor('.monaco-hover:has-text("placeholder-left")');
    deepEqual(editor.selection.active, new vscode.Position(1, 1));
  });

  inWindow('stand above the first line of a draft without headings, in a dark window too', async () => {
    const workbench = vscode.workspace.getConfiguration('workbench');
    await workbench.update('colorTheme', 'Default Dark Modern', vscode.ConfigurationTarget.Workspace);
    try {
      await openUnsaved('同志们：\n今天开会，请某某同志先讲，某某同志补充。\n散会。\n', 'plaintext');
      await driver.waitFor(
        `.codelens-decoration a:has-text("${chinese ? '27 字 · 不到 1 分钟 · 2 处提示' : '27 characters · under 1 min · 2 findings'}")`,
      );
      await driver.screenshot('draft-figures-dark');
    } finally {
      await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('are switched off by a setting', async () => {
    // A file of its own: the names of unsaved drafts come again, and with them what VS Code remembers of the last one.
    const own = file('开关.txt');
    const { document } = await openDraft(own);
    const lenses = async (): Promise<number> =>
      (
        await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
        )
      ).length;
    equal(await lenses(), 5);
    const settings = vscode.workspace.getConfiguration('wenfeng');
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      await waitUntil('their end', async () => (await lenses()) === 0);
      await driver.waitForGone('.codelens-decoration');
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await waitUntil('their return', async () => (await lenses()) === 5);
    await driver.waitFor('.codelens-decoration');
    await closeAll();
    await vscode.workspace.fs.delete(own);
  });
});

describe('a repeated wording', () => {
  before(wenfeng);
  afterEach(closeAll);

  inWindow('is marked at all its places', async () => {
    const editor = await openDraft();
    await goTo(editor, WORDING, 1);
    await waitUntil('the marks', async () => (await driver.texts('.wordHighlightText')).length >= 4);
    await driver.screenshot('wording-marked');
  });

  inWindow('leaves other words to the marks of the editor', async () => {
    const editor = await openUnsaved('同志们。\n今天开会。\n散会。\n今天开会。\n', 'plaintext');
    await waitUntil('the check', async () => /\d/u.test((await wenfeng()).statusBarText() ?? ''));
    await goTo(editor, '今天开会', 1);
    await waitUntil('the marks', async () => (await driver.texts('.wordHighlightText')).length === 2);
  });

  it('is gone through from place to place, and round again', async () => {
    const editor = await openDraft();
    const places = placesOf(editor.document, WORDING);
    equal(places.length, 4);
    const first = placesOf(editor.document, '今天这个会')[0];
    ok(first);
    editor.selection = new vscode.Selection(first, first);
    for (const place of [...places, places[0]]) {
      ok(place);
      if (driver.available && place === places[1]) {
        await driver.click('.editor-instance .view-line >> nth=0');
        await delay(100);
        editor.selection = new vscode.Selection(places[0] ?? place, places[0] ?? place);
        await driver.press('Control+F7');
        await waitUntil('the step', () => editor.selection.active.isEqual(place));
        await waitUntil('the marks', async () => (await driver.texts('.wordHighlightText')).length >= 4);
        await driver.screenshot('wording-step');
        continue;
      }
      await vscode.commands.executeCommand('wenfeng.nextPlace');
      await waitUntil('the step', () => editor.selection.active.isEqual(place));
    }
    await vscode.commands.executeCommand('wenfeng.previousPlace');
    const last = places.at(-1);
    await waitUntil('the step back', () => last !== undefined && editor.selection.active.isEqual(last));
  });

  inWindow('is said not to be there when nothing is repeated', async () => {
    const editor = await openUnsaved('同志们：\n今天开会，请大家讲一讲。\n', 'plaintext');
    await waitUntil('the check', async () => /\d/u.test((await wenfeng()).statusBarText() ?? ''));
    const before = editor.selection.active;
    await vscode.commands.executeCommand('wenfeng.nextPlace');
    await driver.waitFor(`.statusbar-item:has-text("${chinese ? '没有发现重复' : 'no repeated wording'}")`);
    deepEqual(editor.selection.active, before);
  });

  it('has keys that VS Code gives to nothing else', async () => {
    const bindings = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const commands = [
      ...bindings.getText().matchAll(/"key": "(ctrl(?:\+shift)?\+f7)",\s*"command": "([^"]+)"/gu),
    ].map(([, key, command]) => [key, command]);
    deepEqual(
      new Map(commands as [string, string][]),
      new Map([
        ['ctrl+shift+f7', 'wenfeng.previousPlace'],
        ['ctrl+f7', 'wenfeng.nextPlace'],
      ]),
    );
    equal(commands.length, 2);
  });
});

describe('the menu', () => {
  before(wenfeng);
  afterEach(closeAll);

  inWindow('opens from the status bar, tells the figures, and does what is chosen', async () => {
    await openDraft();
    await driver.waitFor('.codelens-decoration');
    await driver.click('.statusbar-item[id*="wenfeng.figures"] a');
    await driver.waitFor('.quick-input-list .monaco-list-row');
    const [title] = await driver.texts('.quick-input-title');
    ok(/\d/u.test(title ?? ''), title);
    // It fades in.
    await delay(500);
    await driver.screenshot('menu');
    const known = await vscode.commands.getCommands(true);
    const rows = (await driver.texts('.quick-input-list .monaco-list-row')).join('\n');
    for (const command of ['insertStructure', 'cutPlan', 'newDraft', 'showReport']) {
      const title = titleOf(`wenfeng.${command}`);
      equal(title !== undefined && rows.includes(title), known.includes(`wenfeng.${command}`), command);
    }
    await driver.type(chinese ? '显示日志' : 'Show the Log');
    await driver.press('Enter');
    await driver.waitForGone('.quick-input-list .monaco-list-row');
    await waitUntil(
      'the log',
      async () => (await driver.texts('.panel .output-view-container, .part.panel .title')).length > 0,
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  inWindow('offers what makes sense without a draft', async () => {
    await openUnsaved('{}', 'json');
    const choice = vscode.commands.executeCommand('wenfeng.showMenu');
    await driver.waitFor('.quick-input-list .monaco-list-row');
    const rows = (await driver.texts('.quick-input-list .monaco-list-row')).join('\n');
    ok(!rows.includes(chinese ? '检查本稿' : 'Check This Draft'), rows);
    await driver.press('Escape');
    await choice;
  });
});
