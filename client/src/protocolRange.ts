import type * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient/node';

/** A range as the protocol has it: VS Code's own become lists when they are sent. */
export function protocolRange({ start, end }: vscode.Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
