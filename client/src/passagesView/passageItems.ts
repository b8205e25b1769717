import * as vscode from 'vscode';
import { isDocx } from '../../../server/src/lsp/protocol/documentText.js';
import type { DraftNode, Node, PartnerNode, PassageNode } from './passageTree.js';

/** The command that shows both places of a passage. */
export const OPEN_PASSAGE = 'wenfeng.openPassage';

/** A line of the tree as VS Code shows it, and as a screen reader says it. */
export function treeItem(node: Node): vscode.TreeItem {
  const item =
    node.kind === 'draft' ? draftItem(node) : node.kind === 'partner' ? partnerItem(node) : passageItem(node);
  item.id = node.id;
  item.contextValue = node.kind;
  return item;
}

function draftItem({ uri, share }: DraftNode): vscode.TreeItem {
  const item = fileItem(uri);
  const said = vscode.l10n.t('{0} also elsewhere', percent(share));
  const folder = folderOf(uri);
  item.description = folder === '' ? said : `${said} · ${folder}`;
  item.tooltip = `${pathOf(uri)}\n${said}`;
  item.accessibilityInformation = { label: `${nameOf(uri)}, ${said}` };
  return item;
}

function partnerItem({ uri, share, children, id }: PartnerNode): vscode.TreeItem {
  const item = fileItem(uri);
  const count = passages(children.length);
  const said =
    id === `${uri} ${uri}`
      ? vscode.l10n.t('said twice in this draft')
      : vscode.l10n.t('{0} stands here too', percent(share));
  item.description = `${said} · ${count}`;
  item.tooltip = `${pathOf(uri)}\n${said}\n${count}`;
  item.accessibilityInformation = { label: `${nameOf(uri)}, ${said}, ${count}` };
  return item;
}

function passageItem(node: PassageNode): vscode.TreeItem {
  const { here, there, excerpt, characters, alike } = node;
  const item = new vscode.TreeItem(excerpt);
  const places = vscode.l10n.t('{0} and {1}', lineOf(here), lineOf(there));
  const length = vscode.l10n.t('{0} characters', characters);
  const near = alike < 1 ? [vscode.l10n.t('{0} the same', percent(alike))] : [];
  item.description = [places, length, ...near].join(' · ');
  item.iconPath = new vscode.ThemeIcon(alike < 1 ? 'arrow-swap' : 'copy');
  item.tooltip = [
    `${pathOf(here.uri)}: ${lineOf(here)}`,
    `${pathOf(there.uri)}: ${lineOf(there)}`,
    [length, ...near].join(' · '),
    excerpt,
  ].join('\n');
  item.command = { title: vscode.l10n.t('Open Both Places'), command: OPEN_PASSAGE, arguments: [node] };
  item.accessibilityInformation = { label: [excerpt, places, length, ...near].join(', ') };
  return item;
}

/** A file's line, with what it has below it. */
function fileItem(uri: string): vscode.TreeItem {
  const item = new vscode.TreeItem(nameOf(uri), vscode.TreeItemCollapsibleState.Collapsed);
  item.resourceUri = vscode.Uri.parse(uri, true);
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

function lineOf({ uri, place }: PassageNode['here']): string {
  const line = place.start.line + 1;
  // In a Word document a line of the text is a paragraph.
  return isDocx(uri) ? vscode.l10n.t('paragraph {0}', line) : vscode.l10n.t('line {0}', line);
}

function passages(count: number): string {
  return count === 1 ? vscode.l10n.t('1 passage') : vscode.l10n.t('{0} passages', count);
}

/** A share in hundredths; a small one is not nothing, and a large one not everything. */
function percent(share: number): string {
  const hundredths = Math.round(share * 100);
  if (hundredths === 0 && share > 0) return '<1%';
  return hundredths === 100 && share < 1 ? '>99%' : `${hundredths}%`;
}

function pathOf(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
}

function nameOf(uri: string): string {
  return pathOf(uri).split('/').at(-1) ?? '';
}

function folderOf(uri: string): string {
  return pathOf(uri).split('/').slice(0, -1).join('/');
}
