import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from './driver.js';
import { closeAll, openUnsaved, showNotification, waitUntil, wenfeng } from './support.js';

const SEED = '各乡镇要在三月十日以前把种子送到每一户，少一袋都不行。';
const STOCK = '要提高政治站位，压紧压实责任，真抓实干，务求实效。';
const TEXT = [
  '在柳岸县春耕工作会议上的讲话',
  '同志们：',
  '今天把大家请来，是要把今年的春耕安排好。',
  '一、把水管好',
  `柳岸渠去年冬天清了淤，今年放水要比往年早十天。${SEED}渠首的闸门每天看一遍。`,
  '二、把种子送好',
  `种子的账要记清，送到谁家、送了几袋，都要签字。${STOCK}种子站的门要一直开到四月。`,
  '三、把田种好',
  `山上的旱地先种，河边的水田后种，坡上的薄地改种豆子。上个星期我在车站碰见一位修鞋的老人。${SEED}农技员住到村里，白天下田，晚上讲课，一直住到秧苗返青。要进一步加强田间巡查，哪块田缺水，当天报到镇上。机手要先培训再下田，机器要先检修再开动，哪一台也不能带病下田。`,
  '大家回去以后，马上开会传达，三天之内把人手落实到田头。',
  '谢谢大家！',
  '',
].join('\n');

const TITLE = '.quick-input-title';
const ROW = '.quick-input-list .monaco-list-row';

/** Tests that need the keyboard run where the window is driven. */
const inWindow = driver.available ? it : (): void => undefined;

describe('the cut plan', () => {
  before(wenfeng);
  afterEach(closeAll);

  /** Runs the command and answers the question for the minutes; resolves when the list is there. */
  async function begin(minutes: string): Promise<{ readonly done: Thenable<unknown> }> {
    const done = vscode.commands.executeCommand('wenfeng.cutPlan');
    await driver.waitFor('.quick-input-widget .quick-input-box input');
    await waitUntil('the question', async () => (await driver.texts(TITLE)).some((title) => title !== ''));
    await driver.press('Control+A');
    await driver.type(minutes);
    await driver.screenshot('cut-plan-minutes');
    await driver.press('Enter');
    await driver.waitFor(ROW);
    return { done };
  }

  const title = async (): Promise<string> => (await driver.texts(TITLE)).join('');

  inWindow('ticks what is sure, tells the length as one ticks, and cuts as one edit', async () => {
    const { document } = await openUnsaved(TEXT, 'plaintext');
    const { done } = await begin('1');
    match(await title(), /^(?:Now 2 min → 1\.7 min \(target 1\)|现在 2 分钟 → 1\.7 分钟（目标 1）)$/u);
    await driver.screenshot('cut-plan');
    const before = await title();
    await driver.click(`${ROW}:has-text("修鞋的老人") .monaco-checkbox`);
    await waitUntil('another title', async () => (await title()) !== before);
    await driver.press('ArrowDown');
    await driver.press('ArrowDown');
    await driver.screenshot('cut-plan-ticked');
    await driver.press('Enter');
    await done;
    equal(
      document.getText(),
      TEXT.replace(STOCK, '')
        .replace('上个星期我在车站碰见一位修鞋的老人。', '')
        .replace(`坡上的薄地改种豆子。${SEED}`, '坡上的薄地改种豆子。')
        .replace('要进一步加强', '要加强'),
    );
    await driver.screenshot('cut-plan-done');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), TEXT);
  });

  inWindow('changes nothing when it is given up, and shows what was shown before', async () => {
    const editor = await openUnsaved(`${TEXT}${'散会。\n'.repeat(80)}谢谢！\n`, 'plaintext');
    editor.revealRange(new vscode.Range(60, 0, 61, 0), vscode.TextEditorRevealType.AtTop);
    await waitUntil('the view', () => (editor.visibleRanges[0]?.start.line ?? 0) > 30);
    const view = editor.visibleRanges[0]?.start.line ?? 0;
    const text = editor.document.getText();
    const { done } = await begin('0.5');
    await driver.press('ArrowDown');
    await waitUntil('the place of a cut', () => (editor.visibleRanges[0]?.start.line ?? 99) < 15);
    await driver.press('Escape');
    await done;
    await waitUntil('the view of before', () => editor.visibleRanges[0]?.start.line === view);
    equal(editor.document.getText(), text);
  });

  inWindow('plans anew when the draft has changed meanwhile', async () => {
    const { document } = await openUnsaved(TEXT, 'plaintext');
    const { done } = await begin('1');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), '各位上午好。');
    await vscode.workspace.applyEdit(edit);
    const changed = document.getText();
    await driver.press('Enter');
    await waitUntil('the new plan', async () => {
      const input = (await driver.texts('.quick-input-widget')).join('');
      return input !== '' && document.getText() === changed && (await driver.texts(ROW)).length > 0;
    });
    await driver.screenshot('cut-plan-anew');
    await driver.press('Enter');
    await done;
    ok(!document.getText().includes(STOCK));
    ok(document.getText().includes('各位上午好。'));
  });

  it('says so when there is nothing to cut', async () => {
    await openUnsaved('同志们：\n今天只说一件事，把渠修好。\n谢谢大家！\n', 'plaintext');
    await vscode.commands.executeCommand('wenfeng.cutPlan');
    await showNotification(vscode.env.language === 'zh-cn' ? '没有明显可删的话' : 'Nothing in this draft');
  });
});
