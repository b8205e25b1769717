import { countBySeverity, type Finding } from './draft.js';
import type { ShownDraft } from './filter.js';

/** What drafts are ordered by. */
export const ORDERS = ['weight', 'findings', 'name', 'minutes'] as const;
export type Order = (typeof ORDERS)[number];

/** How much a finding weighs: one error outweighs two warnings, and hints only decide between equals. */
const WEIGHTS = { error: 9, warning: 3, information: 1, hint: 0.1 } as const;

/** Chinese names stand by their pinyin, numbers by their value. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** How much findings weigh together. */
export function weightOf(findings: readonly Finding[]): number {
  const count = countBySeverity(findings);
  return (
    count.error * WEIGHTS.error +
    count.warning * WEIGHTS.warning +
    count.information * WEIGHTS.information +
    count.hint * WEIGHTS.hint
  );
}

/** Drafts in an order: names from the first, the rest from the most; equals by folder and name. */
export function ordered(drafts: readonly ShownDraft[], order: Order): ShownDraft[] {
  const least: Readonly<Record<Order, (draft: ShownDraft) => number>> = {
    weight: ({ findings }) => -weightOf(findings),
    findings: ({ findings }) => -findings.length,
    name: () => 0,
    minutes: ({ draft }) => -draft.minutes,
  };
  return drafts.toSorted((a, b) => least[order](a) - least[order](b) || compareNames(a, b, order));
}

/** Something with findings, in the order of drafts: rules have no minutes, so there their weight counts. */
export function compareGroups(
  a: { readonly title: string; readonly findings: readonly Finding[] },
  b: { readonly title: string; readonly findings: readonly Finding[] },
  order: Order,
): number {
  const by =
    order === 'name'
      ? 0
      : order === 'findings'
        ? b.findings.length - a.findings.length
        : weightOf(b.findings) - weightOf(a.findings);
  return by || byName.compare(a.title, b.title);
}

/** By name alone where that was asked for, since equal names in several folders belong together. */
function compareNames({ draft: a }: ShownDraft, { draft: b }: ShownDraft, order: Order): number {
  const names = byName.compare(a.name, b.name);
  const folders = byName.compare(a.folder, b.folder);
  return order === 'name' ? names || folders : folders || names;
}
