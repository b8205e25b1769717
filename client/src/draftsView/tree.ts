import type { Draft, Finding } from './draft.js';
import { filtered, type Filter, type ShownDraft } from './filter.js';
import { compareGroups, ordered, type Order } from './order.js';

/** Whether drafts have findings below them, or rules have drafts. */
export type Grouping = 'draft' | 'rule';

/** How the results are shown. */
export interface Arrangement {
  readonly grouping: Grouping;
  readonly order: Order;
  readonly filter: Filter;
}

/** A line of the tree. Its id is the same for the same thing after every change, and no other line's. */
export type Node = DraftNode | RuleNode | FindingNode | GroupNode | LeftOutNode;

export interface DraftNode {
  readonly kind: 'draft';
  readonly id: string;
  readonly draft: Draft;
  /** Those that are shown, and below a rule that rule's. */
  readonly findings: readonly Finding[];
  /** The rule that it stands below. */
  readonly rule?: string;
  readonly children: readonly FindingNode[];
}

export interface RuleNode {
  readonly kind: 'rule';
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly children: readonly DraftNode[];
}

export interface FindingNode {
  readonly kind: 'finding';
  readonly id: string;
  readonly draft: Draft;
  readonly finding: Finding;
  /** Whether its rule is told by what it stands below. */
  readonly belowRule: boolean;
  readonly children: readonly never[];
}

/** Files that were not checked, together at the end. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: LeftOut;
  readonly children: readonly LeftOutNode[];
}
export type LeftOut = 'unreadable' | 'not-chinese';

export interface LeftOutNode {
  readonly kind: 'left-out';
  readonly id: string;
  readonly draft: Draft;
  readonly children: readonly never[];
}

/**
 * The tree of the results.
 * @param titleOf the title of a rule
 */
export function treeOf(
  drafts: readonly Draft[],
  { grouping, order, filter }: Arrangement,
  titleOf: (rule: string) => string,
): Node[] {
  const shown = ordered(filtered(drafts, filter, titleOf), order);
  const checked = shown.filter(({ draft }) => draft.failure === undefined && draft.skipped === undefined);
  return [
    ...(grouping === 'draft' ? checked.map((draft) => draftNode(draft)) : ruleNodes(checked, order, titleOf)),
    ...leftOut(shown, 'unreadable', ({ failure }) => failure !== undefined),
    ...leftOut(shown, 'not-chinese', ({ skipped }) => skipped === 'not-chinese'),
  ];
}

/** The line that each line stands below, by id. */
export function parentsOf(roots: readonly Node[]): ReadonlyMap<string, Node> {
  const parents = new Map<string, Node>();
  const visit = (node: Node): void => {
    for (const child of node.children) {
      parents.set(child.id, node);
      visit(child);
    }
  };
  roots.forEach(visit);
  return parents;
}

function draftNode({ draft, findings }: ShownDraft, rule?: string): DraftNode {
  const id = rule === undefined ? draft.uri : `${rule} ${draft.uri}`;
  const seen = new Map<string, number>();
  return {
    kind: 'draft',
    id,
    draft,
    findings,
    ...(rule === undefined ? {} : { rule }),
    children: findings.map((finding) => {
      // Which of the like findings it is, not where it stands, so that it stays the same when lines come before it.
      const like = `${id} ${finding.rule} ${finding.message}`;
      const number = (seen.get(like) ?? 0) + 1;
      seen.set(like, number);
      const belowRule = rule !== undefined;
      return { kind: 'finding', id: `${like} ${number}`, draft, finding, belowRule, children: [] };
    }),
  };
}

function ruleNodes(
  shown: readonly ShownDraft[],
  order: Order,
  titleOf: (rule: string) => string,
): RuleNode[] {
  const rules = new Set(shown.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return [...rules]
    .map((rule): RuleNode => {
      const below = shown.flatMap(({ draft, findings }) => {
        const own = findings.filter((finding) => finding.rule === rule);
        return own.length > 0 ? { draft, findings: own } : [];
      });
      return {
        kind: 'rule',
        id: `rule ${rule}`,
        rule,
        title: titleOf(rule),
        findings: below.flatMap(({ findings }) => findings),
        children: ordered(below, order).map((draft) => draftNode(draft, rule)),
      };
    })
    .toSorted((a, b) => compareGroups(a, b, order));
}

function leftOut(shown: readonly ShownDraft[], id: LeftOut, is: (draft: Draft) => boolean): GroupNode[] {
  const children = shown
    .filter(({ draft }) => is(draft))
    .map(({ draft }): LeftOutNode => ({ kind: 'left-out', id: `${id} ${draft.uri}`, draft, children: [] }));
  return children.length > 0 ? [{ kind: 'group', id, children }] : [];
}
