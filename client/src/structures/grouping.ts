import { OCCASIONS, PARTS } from '../../../server/src/lsp/protocol/structures.js';
import type { Structure } from './structure.js';

/** How structures are put together in a list. */
export type Grouping = 'part' | 'occasion';

/** The structures that there are for one draft. */
export interface Structures {
  /** Of the draft's guide. */
  readonly own: readonly Structure[];
  readonly shipped: readonly Structure[];
}

/** Structures below one title. */
export interface StructureGroup {
  readonly title: Title;
  readonly structures: readonly Structure[];
}

/** A title in both languages. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

const OWN: Title = { zh: '我们自己的', en: 'Our own' };
const ANY: Title = { zh: '各种场合', en: 'Any occasion' };

/**
 * The groups of a list; none is empty. The writer's own structures stand first, and again below what they are for. By
 * occasion a structure stands below each that it suits, and what is shipped for all of them last, in a group of its own.
 */
export function groupsOf({ own, shipped }: Structures, grouping: Grouping): readonly StructureGroup[] {
  const all = [...own, ...shipped];
  const groups: readonly StructureGroup[] =
    grouping === 'part'
      ? PARTS.map(({ id, title }) => ({ title, structures: all.filter(({ part }) => part === id) }))
      : [
          ...OCCASIONS.map(({ id, title }) => ({
            title,
            structures: all.filter(({ occasions }) => occasions.includes(id)),
          })),
          { title: ANY, structures: shipped.filter(({ occasions }) => occasions.length === 0) },
        ];
  return [{ title: OWN, structures: own }, ...groups].filter(({ structures }) => structures.length > 0);
}

/** A group in a list in which something is looked for. */
export interface ListedGroup extends StructureGroup {
  /** The whole group is meant, whatever its structures say. */
  readonly whole: boolean;
}

/**
 * The groups of a list in which something is looked for: those first whose title, in either language, has in it what
 * was typed, whole; then all others, where each structure stands only below the first title that it is left for.
 */
export function groupsFor(groups: readonly StructureGroup[], typed: string): readonly ListedGroup[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return groups.map((group) => ({ ...group, whole: false }));
  const isMeant = ({ zh, en }: Title): boolean => zh.includes(wanted) || en.toLowerCase().includes(wanted);
  const meant = groups.filter(({ title }) => isMeant(title));
  const seen = new Set<Structure>();
  return [...meant, ...groups.filter((group) => !meant.includes(group))].flatMap((group) => {
    const fresh = group.structures.filter((structure) => !seen.has(structure));
    for (const structure of fresh) seen.add(structure);
    return fresh.length === 0 ? [] : { ...group, structures: fresh, whole: meant.includes(group) };
  });
}
