import type { RuleTitles } from '../rulePages/ruleTitles.js';
import type { Draft, Finding } from './draft.js';
import type { Node } from './tree.js';

/** Lines of the tree with all that stands below them as plain text, each finding with its place, to be pasted elsewhere. */
export function textOf(nodes: readonly Node[], titleOf: RuleTitles): string {
  return nodes.flatMap((node) => linesOf(node, titleOf)).join('\n');
}

function linesOf(node: Node, titleOf: RuleTitles): string[] {
  switch (node.kind) {
    case 'finding':
      return [findingLine(node.draft, node.finding, titleOf)];
    case 'left-out':
      return [`${pathOf(node.draft)}${node.draft.failure === undefined ? '' : `\t${node.draft.failure}`}`];
    case 'draft':
      return node.findings.length > 0
        ? node.findings.map((finding) => findingLine(node.draft, finding, titleOf))
        : [pathOf(node.draft)];
    case 'rule':
    case 'group':
      return node.children.flatMap((child) => linesOf(child, titleOf));
  }
}

/** Path, line and column as editors and terminals write them, then the message and its rule. */
function findingLine(draft: Draft, { place, message, rule }: Finding, titleOf: RuleTitles): string {
  return `${pathOf(draft)}:${place.line + 1}:${place.character + 1}\t${message}\t${titleOf(rule)}`;
}

function pathOf({ folder, name }: Draft): string {
  return folder === '' ? name : `${folder}/${name}`;
}
