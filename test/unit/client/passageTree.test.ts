import { describe, expect, it } from 'vitest';
import { parentsOf, passageTree, type DraftNode } from '../../../client/src/passagesView/passageTree.js';
import type { DraftPair, Passage } from '../../../server/src/lsp/protocol/passages.js';

function at(line: number): Passage['a'] {
  return { start: { line, character: 0 }, end: { line, character: 20 } };
}

function passage(a: number, b: number, excerpt: string): Passage {
  return { a: at(a), b: at(b), excerpt, characters: 20, alike: 1 };
}

const NEW = 'file:///2026.txt';
const OLD = 'file:///2025.txt';
const OTHER = 'file:///青石镇.txt';

const PAIRS: readonly DraftPair[] = [
  { a: OLD, b: NEW, shareOfA: 0.5, shareOfB: 0.6, passages: [passage(9, 1, '防汛'), passage(2, 7, '收储')] },
  { a: NEW, b: OTHER, shareOfA: 0.1, shareOfB: 0.8, passages: [passage(3, 0, '收尾')] },
];

const DRAFTS = [
  { uri: OLD, characters: 900, share: 0.5 },
  { uri: NEW, characters: 800, share: 0.65 },
  { uri: OTHER, characters: 200, share: 0.8 },
  { uri: 'file:///新.txt', characters: 300, share: 0 },
  { uri: 'file:///坏.txt', characters: 0, share: 0, failure: '读不了。' },
];

function listed(roots: readonly DraftNode[]): unknown {
  return roots.map(({ uri, share, children }) => [
    uri,
    share,
    ...children.map((partner) => [
      partner.uri,
      partner.share,
      ...partner.children.map(
        ({ here, there, excerpt }) =>
          `${here.place.start.line} ${excerpt} ${there.uri} ${there.place.start.line}`,
      ),
    ]),
  ]);
}

describe('the tree of shared passages', () => {
  it('has each pair from both sides, the larger share first, passages in the order of the draft above', () => {
    expect(listed(passageTree({ drafts: DRAFTS, pairs: PAIRS }))).toEqual([
      [OTHER, 0.8, [NEW, 0.8, `0 收尾 ${NEW} 3`]],
      [NEW, 0.65, [OLD, 0.6, `1 防汛 ${OLD} 9`, `7 收储 ${OLD} 2`], [OTHER, 0.1, `3 收尾 ${OTHER} 0`]],
      [OLD, 0.5, [NEW, 0.5, `2 收储 ${NEW} 7`, `9 防汛 ${NEW} 1`]],
    ]);
  });

  it('has a draft below itself once', () => {
    const pair = { a: NEW, b: NEW, shareOfA: 0.2, shareOfB: 0.2, passages: [passage(1, 5, '收储')] };
    const roots = passageTree({ drafts: [{ uri: NEW, characters: 900, share: 0.2 }], pairs: [pair] });
    expect(listed(roots)).toEqual([[NEW, 0.2, [NEW, 0.2, `1 收储 ${NEW} 5`]]]);
  });

  it('has ids of their own for all lines, and knows what each stands below', () => {
    const roots = passageTree({ drafts: DRAFTS, pairs: PAIRS });
    const nodes = roots.flatMap((draft) => [
      draft,
      ...draft.children.flatMap((partner) => [partner, ...partner.children]),
    ]);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const parents = parentsOf(roots);
    expect(nodes.filter(({ id }) => parents.get(id) === undefined)).toEqual(roots);
    expect(nodes.every((node) => node.children.every((child) => parents.get(child.id) === node))).toBe(true);
  });
});
