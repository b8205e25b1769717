import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, delay, file, openUnsaved, rulesAt, waitUntil, wenfeng } from './support.js';

const OPENING = '这次会议的主要任务是，贯彻【上级会议】精神';

const GUIDE = '.wenfeng.json';
const ROW = '.quick-input-list .monaco-list-row';

/** Tests that need the keyboard run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

describe('the paragraph structures', () => {
  before(wenfeng);
  afterEach(async () => {
    await suggestWhileTypingMarkdown(undefined);
    await closeAll();
  });

  inWindow('are chosen by part of the speech with a preview, inserted, and filled in', async () => {
    const { document } = await openUnsaved('同志们：\n\n', 'plaintext');
    await focusEnd();
    const choice = vscode.commands.executeCommand('wenfeng.insertStructure');
    await driver.waitFor('.quick-input-widget .quick-input-list .monaco-list-row');
    await waitUntil('the preview', () => previews().length === 1);
    await driver.screenshot('structures');
    await driver.type('重点工作');
    await waitUntil('the row', async () =>
      (await driver.texts('.quick-input-list .monaco-list-row')).some((row) => row.includes('zdgz')),
    );
    await waitUntil('the text in the preview', async () =>
      (await driver.texts('.editor-instance .view-lines')).some((text) => text.includes('重点抓好三件事')),
    );
    await driver.screenshot('structures-chosen');
    await driver.press('Enter');
    await choice;
    await waitUntil('the structure', () =>
      document.getText().startsWith('同志们：\n\n接下来的【时间】，重点抓好三件事'),
    );
    equal(previews().length, 0);
    await driver.type('三个月');
    await waitUntil('the filled field', () => document.getText().includes('接下来的三个月，重点抓好三件事'));
    await driver.press('Tab');
    await driver.type('修渠');
    await waitUntil('the next field', () => document.getText().includes('一是修渠，由【单位】负责'));
    await driver.screenshot('structure-inserted');
  });

  inWindow('are chosen by occasion once that was asked for, as long as the window lives', async () => {
    const { document } = await openUnsaved('', 'plaintext');
    const toggle = async (icon: string): Promise<void> => {
      await driver.click(`.quick-input-titlebar .codicon-${icon}`);
    };
    let choice = vscode.commands.executeCommand('wenfeng.insertStructure');
    await driver.waitFor(`${ROW}:has-text("开场（会议主题）")`);
    await toggle('calendar');
    await driver.waitFor('.quick-input-titlebar .codicon-list-ordered');
    await waitUntil('the rows by occasion', async () =>
      (await driver.texts(ROW)).every((row) => !row.includes('称谓')),
    );
    await driver.screenshot('structures-by-occasion');
    await driver.press('Escape');
    await choice;

    choice = vscode.commands.executeCommand('wenfeng.insertStructure');
    await waitUntil('the preview', () => previews().length === 1);
    await driver.waitFor('.quick-input-titlebar .codicon-list-ordered');
    await driver.waitFor(ROW);
    await driver.type('安全生产');
    await driver.waitFor(`${ROW}:has-text("事故警示")`);
    await driver.screenshot('structures-of-occasion');
    for (let row = 0; row < 30 && !(await active()).includes('隐患排查'); row++)
      await driver.press('ArrowDown');
    await waitUntil('the text in the preview', async () =>
      (await driver.texts('.editor-instance .view-lines')).some((text) => text.includes('一处一账')),
    );
    await driver.screenshot('structures-of-occasion-preview');
    await driver.press('Enter');
    await choice;
    await waitUntil('the structure', () => document.getText().startsWith('从【日期】起'));

    choice = vscode.commands.executeCommand('wenfeng.insertStructure');
    await driver.waitFor(ROW);
    await toggle('list-ordered');
    await driver.waitFor('.quick-input-titlebar .codicon-calendar');
    await driver.press('Escape');
    await choice;
  });

  inWindow('of the guide stand first, are typed like the shipped ones, and run nothing', async () => {
    const guide = {
      rules: { 'placeholder-left': 'off' },
      structures: [
        { name: '青石开场', prefix: ['qskc', '青石开场'], text: ['今天在【地点】开会，', '讲【几件】事。'] },
        { name: '青石账目', prefix: 'qszm', text: '$CLIPBOARD ${TM_FILENAME} \\$5' },
      ],
    };
    const { document: before } = await openUnsaved('今天，我们在【地点】开会。\n', 'plaintext');
    await waitUntil('a finding', () => rulesAt(before.uri).length > 0);
    await vscode.workspace.fs.writeFile(file(GUIDE), new TextEncoder().encode(JSON.stringify(guide)));
    try {
      await waitUntil('the guide', () => rulesAt(before.uri).length === 0);
      const { document } = await openUnsaved('', 'plaintext');
      await focusEnd();
      const choice = vscode.commands.executeCommand('wenfeng.insertStructure');
      await driver.waitFor(`${ROW}:has-text("青石账目")`);
      match((await driver.texts(ROW))[0] ?? '', /青石开场/u);
      await driver.screenshot('structures-own');
      await driver.press('Enter');
      await choice;
      await waitUntil('the structure', () => document.getText() === '今天在【地点】开会，\n讲【几件】事。');
      await driver.type('石溪');
      await driver.press('Tab');
      await driver.type('两件');
      await waitUntil('both fields', () => document.getText() === '今天在石溪开会，\n讲两件事。');
      for (const [before, typed] of [
        ['', 'qszm'],
        ['我们要做好各项工作', 'qszm'],
      ] as const) {
        await closeAll();
        const editor = await openUnsaved(before, 'plaintext');
        await focusEnd();
        await driver.type(typed);
        const rows = '.suggest-widget.visible .monaco-list-row';
        await driver.waitFor(`${rows}:has-text("青石账目")`);
        await driver.screenshot('structures-own-typed');
        await driver.press('Enter');
        const whole = `${before}$CLIPBOARD \${TM_FILENAME} $5`;
        await waitUntil('the text as it stands', () => editor.document.getText() === whole);
      }
    } finally {
      await vscode.workspace.fs.delete(file(GUIDE));
    }
  });

  inWindow('leave the draft as it is when nothing is chosen', async () => {
    const { document } = await openUnsaved('同志们：\n', 'plaintext');
    await focusEnd();
    const choice = vscode.commands.executeCommand('wenfeng.insertStructure');
    await driver.waitFor('.quick-input-list .monaco-list-row');
    await driver.press('Escape');
    await choice;
    equal(document.getText(), '同志们：\n');
    equal(previews().length, 0);
    equal(vscode.window.activeTextEditor?.document, document);
  });

  for (const [language, before, typed] of [
    ['plaintext', '我们要做好各项工作。', 'kcgx'],
    ['plaintext', '我们要做好各项工作', '开场贯彻'],
    ['plaintext', '', 'kcgx'],
    ['markdown', '我们要做好各项工作。', 'kcgx'],
    ['markdown', '我们要做好各项工作', 'kcgx'],
    ['markdown', '我们要做好各项工作', '开场贯彻'],
  ] as const) {
    const place = before === '' ? 'on an empty line' : `behind ${before}`;

    inWindow(`come while ${typed} is typed ${place} (${language})`, async () => {
      await suggestWhileTypingMarkdown('on');
      const { document } = await openUnsaved(before, language);
      await focusEnd();
      await typeUntilSuggested(typed);
      await takeOnlySuggestion(typed);
      await waitUntil('the structure', () => document.getText().includes(OPENING));
      ok(document.getText().startsWith(before));
      ok(!document.getText().includes(typed));
    });

    it(`come at Ctrl+Space when ${typed} stands ${place} (${language})`, async () => {
      const { document, selection } = await openUnsaved(before + typed, language);
      if (driver.available) {
        await focusEnd();
        await driver.press('Control+Space');
        await takeOnlySuggestion(typed);
        await waitUntil('the structure', () => document.getText().includes(OPENING));
        ok(document.getText().startsWith(before));
      } else {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          selection.active,
        );
        const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        deepEqual(
          labels.filter((label) => label === typed),
          [typed],
        );
      }
    });
  }

  inWindow('do not come in the middle of everyday words', async () => {
    await openUnsaved('', 'plaintext');
    await focusEnd();
    await driver.type('我们要看到突出的问题和重点');
    // Asking by hand shows what typing would, or that there is nothing.
    await driver.press('Control+Space');
    await driver.waitFor('.suggest-widget .message, .suggest-widget .monaco-list-row');
    const rows = await driver.texts('.suggest-widget .monaco-list-row');
    deepEqual(
      rows.filter((row) => /通报|工作/u.test(row)),
      [],
    );
  });
});

/**
 * Types, and the last character again where no list has come up: VS Code drops a request for suggestions that a busy
 * machine answers after the next character.
 */
async function typeUntilSuggested(typed: string): Promise<void> {
  const rows = '.suggest-widget.visible .monaco-list-row';
  await driver.type(typed);
  for (let attempt = 0; attempt < 3; attempt++) {
    const end = Date.now() + 3000;
    while (Date.now() < end) {
      if ((await driver.texts(rows)).some((row) => row.includes(typed))) return;
      await delay(100);
    }
    await driver.press('Backspace');
    await driver.type(typed.slice(-1));
  }
}

async function takeOnlySuggestion(typed: string): Promise<void> {
  // The list is made anew at each character, so what is looked at is looked at once.
  const wanted = new RegExp(`^${typed}\\s*开场（贯彻上级会议）`, 'u');
  await waitUntil('the one suggestion', async () => {
    const rows = await driver.texts('.suggest-widget.visible .monaco-list-row');
    return rows.length === 1 && wanted.test(rows.join());
  });
  if (typed === '开场贯彻') await driver.screenshot('suggestion');
  await driver.press('Enter');
}

async function focusEnd(): Promise<void> {
  await driver.click('.editor-instance .view-line >> nth=0');
  await driver.press('Control+End');
  await waitUntil('the cursor at the end', () => {
    const editor = vscode.window.activeTextEditor;
    const end = editor?.document.lineAt(editor.document.lineCount - 1).range.end;
    return editor !== undefined && end !== undefined && editor.selection.active.isEqual(end);
  });
}

/** The row that is chosen in the list. */
async function active(): Promise<string> {
  return (await driver.texts(`${ROW}.focused`)).join();
}

function previews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === 'wenfeng-structure');
}

/** Markdown has suggestions while typing switched off unless the writer wants them. */
async function suggestWhileTypingMarkdown(value: 'on' | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('editor', { languageId: 'markdown' })
    .update(
      'quickSuggestions',
      value === undefined ? undefined : { other: value },
      vscode.ConfigurationTarget.Workspace,
      true,
    );
}
