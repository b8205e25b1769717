import * as vscode from 'vscode';
import type { ShowFindingsParams } from '../../../server/src/lsp/protocol/sectionFindings.js';

/**
 * Shows the findings of a section: the only one by its hover, several in a peek view below the heading, as the editor
 * shows references.
 *
 * @param params what the code lens says; anything else does nothing
 */
export async function showSectionFindings(params: unknown): Promise<void> {
  if (!isParams(params)) return;
  const uri = vscode.Uri.parse(params.uri, true);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const locations = params.ranges.map(
    ({ start, end }) =>
      new vscode.Location(
        uri,
        editor.document.validateRange(new vscode.Range(start.line, start.character, end.line, end.character)),
      ),
  );
  const [first, second] = locations;
  if (first === undefined) return;
  if (second !== undefined) {
    const at = editor.document.validatePosition(new vscode.Position(params.at.line, params.at.character));
    await vscode.commands.executeCommand('editor.action.peekLocations', uri, at, locations, 'peek');
    return;
  }
  editor.selection = new vscode.Selection(first.range.start, first.range.start);
  editor.revealRange(first.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
}

function isParams(value: unknown): value is ShowFindingsParams {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, at, ranges } = value as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && typeof at === 'object' && at !== null && Array.isArray(ranges);
}
