import type { ComparePassagesResult, Passage } from '../../../server/src/lsp/protocol/passages.js';

type Place = Passage['a'];

/** A line of the tree. Its id is no other line's. */
export type Node = DraftNode | PartnerNode | PassageNode;

/** A draft that has passages in common with others. */
export interface DraftNode {
  readonly kind: 'draft';
  readonly id: string;
  readonly uri: string;
  /** How much of it stands in other drafts too, 0 to 1. */
  readonly share: number;
  /** Characters, marks not counted. */
  readonly characters: number;
  /** The draft with most of it first. */
  readonly children: readonly PartnerNode[];
}

/** A draft that has passages in common with the one that it stands below, which may be the very same. */
export interface PartnerNode {
  readonly kind: 'partner';
  readonly id: string;
  readonly uri: string;
  /** How much of the draft above stands in this one, 0 to 1. */
  readonly share: number;
  /** In the order of the draft above. */
  readonly children: readonly PassageNode[];
}

/** A passage of the draft above that stands in the partner too. */
export interface PassageNode {
  readonly kind: 'passage';
  readonly id: string;
  readonly here: { readonly uri: string; readonly place: Place };
  readonly there: { readonly uri: string; readonly place: Place };
  readonly excerpt: string;
  readonly characters: number;
  /** How much of it is the same in both, 0 to 1. */
  readonly alike: number;
  readonly children: readonly never[];
}

/** The drafts with passages in common, the one with the most of such first; each pair from both sides. */
export function passageTree({ drafts, pairs }: Pick<ComparePassagesResult, 'drafts' | 'pairs'>): DraftNode[] {
  const sides = pairs.flatMap(({ a, b, shareOfA, shareOfB, passages }) => [
    { uri: a, partner: b, share: shareOfA, passages: passages.map((passage) => ({ ...passage })) },
    // A draft and itself is seen from one side.
    ...(a === b
      ? []
      : [
          {
            uri: b,
            partner: a,
            share: shareOfB,
            passages: passages.map((passage) => ({ ...passage, a: passage.b, b: passage.a })),
          },
        ]),
  ]);
  return drafts
    .map(({ uri, share, characters }): DraftNode => {
      const partners = sides
        .filter((side) => side.uri === uri)
        .map((side) => partnerNode(side))
        .toSorted((x, y) => y.share - x.share || compare(x.uri, y.uri));
      return { kind: 'draft', id: uri, uri, share, characters, children: partners };
    })
    .filter(({ children }) => children.length > 0)
    .toSorted((x, y) => y.share - x.share || compare(x.uri, y.uri));
}

/** The line that each line stands below, by id. */
export function parentsOf(roots: readonly DraftNode[]): ReadonlyMap<string, Node> {
  const parents = new Map<string, Node>();
  for (const draft of roots) {
    for (const partner of draft.children) {
      parents.set(partner.id, draft);
      for (const passage of partner.children) parents.set(passage.id, partner);
    }
  }
  return parents;
}

function partnerNode(side: {
  readonly uri: string;
  readonly partner: string;
  readonly share: number;
  readonly passages: readonly Passage[];
}): PartnerNode {
  const { uri, partner, share, passages } = side;
  const id = `${uri} ${partner}`;
  return {
    kind: 'partner',
    id,
    uri: partner,
    share,
    children: passages
      .toSorted((x, y) => x.a.start.line - y.a.start.line || x.a.start.character - y.a.start.character)
      .map(({ a, b, excerpt, characters, alike }, index) => ({
        kind: 'passage',
        id: `${id} ${index}`,
        here: { uri, place: a },
        there: { uri: partner, place: b },
        excerpt,
        characters,
        alike,
        children: [],
      })),
  };
}

/** By code units. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
