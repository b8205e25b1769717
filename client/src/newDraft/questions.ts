import * as vscode from 'vscode';

/** What came of a question: an answer, the wish to go back to the one before, or nothing. */
export type Reply<T> = { readonly answer: T } | 'back' | undefined;

/** Where a question stands in its series. */
export interface Place {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly totalSteps: number;
}

/** Lets the writer choose one of some items; `active` is chosen unless the writer moves on. */
export function choose<T extends vscode.QuickPickItem>(
  place: Place,
  placeholder: string,
  items: readonly T[],
  active: T | undefined,
): Promise<Reply<T>> {
  const picker = vscode.window.createQuickPick<T>();
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  picker.items = items;
  if (active !== undefined) picker.activeItems = [active];
  return ask(picker, place, (reply) => {
    picker.onDidAccept(() => {
      const [answer] = picker.selectedItems;
      if (answer !== undefined) reply({ answer });
    });
  });
}

/** Lets the writer type a text; what `faultOf` says of it stands below until it is mended. */
export function type(
  place: Place,
  prompt: string,
  value: string,
  faultOf: (text: string) => string | undefined,
): Promise<Reply<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  box.valueSelection = [0, value.length];
  return ask(box, place, (reply) => {
    box.onDidChangeValue((text) => {
      box.validationMessage = faultOf(text);
    });
    box.onDidAccept(() => {
      box.validationMessage = faultOf(box.value);
      if (faultOf(box.value) === undefined) reply({ answer: box.value });
    });
  });
}

async function ask<T>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  place: Place,
  listen: (reply: (reply: Reply<T>) => void) => void,
): Promise<Reply<T>> {
  Object.assign(input, place);
  if (place.step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  try {
    return await new Promise<Reply<T>>((resolve) => {
      listen(resolve);
      input.onDidTriggerButton(() => {
        resolve('back');
      });
      input.onDidHide(() => {
        resolve(undefined);
      });
      input.show();
    });
  } finally {
    input.dispose();
  }
}
