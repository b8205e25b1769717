import * as vscode from 'vscode';
import { showLength } from '../figures.js';
import type { RuleTitles } from '../rulePages/ruleTitles.js';
import { countBySeverity, worstOf, type Draft, type Finding, type Severity } from './draft.js';
import { rangeOf } from './draftOf.js';
import { isDocx } from '../../../server/src/lsp/protocol/documentText.js';
import { shownUri } from '../wordDocuments/textView.js';
import type { DraftNode, FindingNode, GroupNode, LeftOutNode, Node, RuleNode } from './tree.js';

/** A line of the tree as VS Code shows it, and as a screen reader says it. */
export function treeItem(node: Node, titleOf: RuleTitles): vscode.TreeItem {
  const item = itemOf(node, titleOf);
  item.id = node.id;
  return item;
}

/** A number of findings in words. */
export function showFindings(count: number): string {
  if (count === 0) return vscode.l10n.t('no findings');
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

/** A number of drafts in words. */
export function showDrafts(count: number): string {
  return count === 1 ? vscode.l10n.t('1 draft') : vscode.l10n.t('{0} drafts', count);
}

/** The name of a severity. */
function showSeverity(severity: Severity): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'warning':
      return vscode.l10n.t('Warning');
    case 'information':
      return vscode.l10n.t('Information');
    case 'hint':
      return vscode.l10n.t('Hint');
  }
}

function itemOf(node: Node, titleOf: RuleTitles): vscode.TreeItem {
  switch (node.kind) {
    case 'draft':
      return draftItem(node);
    case 'rule':
      return ruleItem(node);
    case 'finding':
      return findingItem(node, titleOf);
    case 'group':
      return groupItem(node);
    case 'left-out':
      return leftOutItem(node);
  }
}

function draftItem({ draft, findings, rule, children }: DraftNode): vscode.TreeItem {
  const item = fileItem(draft);
  item.collapsibleState =
    children.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
  const figures = rule === undefined ? [showLength(draft)] : [];
  const folder = draft.folder === '' ? [] : [draft.folder];
  item.description = [showFindings(findings.length), ...figures, ...folder].join(' · ');
  item.tooltip = [pathOf(draft), showLength(draft), severities(findings)].join('\n');
  item.contextValue = rule === undefined ? 'draft' : 'draftOfRule';
  if (children.length === 0) item.command = openCommand(draft);
  item.accessibilityInformation = { label: [draft.name, severities(findings), showLength(draft)].join(', ') };
  return item;
}

function ruleItem({ rule, title, findings, children }: RuleNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = `${showFindings(findings.length)} · ${showDrafts(children.length)}`;
  item.iconPath = severityIcon(worstOf(findings));
  item.tooltip = `${title}\n${severities(findings)}`;
  item.contextValue = rule === '' ? 'noRule' : 'rule';
  item.accessibilityInformation = {
    label: [title, severities(findings), showDrafts(children.length)].join(', '),
  };
  return item;
}

function findingItem({ draft, finding, belowRule }: FindingNode, titleOf: RuleTitles): vscode.TreeItem {
  const { severity, message, rule, place } = finding;
  const item = new vscode.TreeItem(message);
  // In a Word document a line of the text is a paragraph.
  const line = isDocx(draft.uri)
    ? vscode.l10n.t('paragraph {0}', place.line + 1)
    : vscode.l10n.t('line {0}', place.line + 1);
  item.description = line;
  item.iconPath = severityIcon(severity);
  item.tooltip = `${message}\n${belowRule ? '' : `${titleOf(rule)} · `}${line}`;
  item.contextValue = rule === '' ? 'findingOfNoRule' : 'finding';
  item.command = openCommand(draft, rangeOf(finding));
  item.accessibilityInformation = { label: `${showSeverity(severity)}: ${message}, ${line}` };
  return item;
}

function groupItem({ id, children }: GroupNode): vscode.TreeItem {
  const label =
    id === 'unreadable' ? vscode.l10n.t('Could not be read') : vscode.l10n.t('Not Chinese, left alone');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.description = String(children.length);
  item.iconPath = new vscode.ThemeIcon(id === 'unreadable' ? 'circle-slash' : 'circle-outline');
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${label}, ${children.length}` };
  return item;
}

function leftOutItem({ draft }: LeftOutNode): vscode.TreeItem {
  const item = fileItem(draft);
  const reason = draft.failure ?? vscode.l10n.t('This document is not Chinese prose, so it is left alone.');
  item.description = draft.failure ?? draft.folder;
  item.tooltip = `${pathOf(draft)}\n${reason}`;
  item.contextValue = 'leftOut';
  item.command = openCommand(draft);
  item.accessibilityInformation = { label: `${draft.name}, ${reason}` };
  return item;
}

/** A line that looks as the file does elsewhere: with its icon and with the colours of its state. */
function fileItem(draft: Draft): vscode.TreeItem {
  const item = new vscode.TreeItem(draft.name);
  item.resourceUri = vscode.Uri.parse(draft.uri, true);
  item.iconPath = vscode.ThemeIcon.File;
  return item;
}

/** VS Code knows this command in a tree: one click shows, two keep open. */
function openCommand({ uri }: Draft, selection?: vscode.Range): vscode.Command {
  return {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [shownUri(vscode.Uri.parse(uri, true)), ...(selection === undefined ? [] : [{ selection }])],
  };
}

function pathOf({ folder, name }: Draft): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** How many findings there are of each severity that there are any of. */
function severities(findings: readonly Finding[]): string {
  const { error, warning, information, hint } = countBySeverity(findings);
  const parts = [
    ...(error > 0 ? [vscode.l10n.t('Errors: {0}', error)] : []),
    ...(warning > 0 ? [vscode.l10n.t('Warnings: {0}', warning)] : []),
    ...(information > 0 ? [vscode.l10n.t('Information: {0}', information)] : []),
    ...(hint > 0 ? [vscode.l10n.t('Hints: {0}', hint)] : []),
  ];
  return parts.length === 0 ? vscode.l10n.t('no findings') : parts.join(', ');
}

function severityIcon(severity: Severity): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    case 'warning':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'));
    case 'information':
      return new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground'));
    case 'hint':
      return new vscode.ThemeIcon('lightbulb');
  }
}
