import { formatNumber } from './numberFormats.js';
import { childrenOf, firstBelow, switchOf, valueOf, type XmlElement } from './xml.js';

/** One level of an automatic list. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** What is written, %1 standing for the number of the first level. */
  readonly text: string;
  /** The level (from 1) whose numbers set this one back, with all above it; 0 for none, undefined for the next above. */
  readonly restart: number | undefined;
  /** The paragraph style that it is bound to. */
  readonly style: string | undefined;
  /** All numbers are written in Arabic numerals. */
  readonly legal: boolean;
}

/** A list: its levels, and where they begin anew when it is first used. */
interface List {
  /** The lists of one scheme count on from one another. */
  readonly scheme: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** What Word writes before a paragraph of an automatic list. */
export interface Label {
  /** Empty for a bullet. */
  readonly text: string;
  readonly bullet: boolean;
}

/** Schemes that refer to one another in a longer row than this refer to themselves. */
const MAX_LINKS = 8;

/**
 * The automatic numbering of a document: 一、（一）1. that stand in no paragraph's text. To be asked for each paragraph
 * in order, since it counts.
 */
export class Numbering {
  readonly #lists = new Map<string, List>();
  /** By scheme, the last number of each level; undefined for a level that begins anew. */
  readonly #counters = new Map<string, (number | undefined)[]>();
  readonly #used = new Set<string>();

  /** @param root of the part of numbering; a document may have none */
  constructor(root: XmlElement | undefined) {
    const schemes = new Map<string, XmlElement>();
    for (const scheme of childrenOf(root, 'w:abstractNum')) {
      schemes.set(scheme.attributes.get('w:abstractNumId') ?? '', scheme);
    }
    for (const list of childrenOf(root, 'w:num')) {
      const scheme = linked(valueOf(list, 'w:abstractNumId') ?? '', schemes);
      const levels = new Map(levelsOf(schemes.get(scheme)));
      const starts = new Map<number, number>();
      for (const override of childrenOf(list, 'w:lvlOverride')) {
        const start = wholeOf(valueOf(override, 'w:startOverride'));
        if (start !== undefined) starts.set(indexOf(override), start);
        for (const [index, level] of levelsOf(override)) levels.set(index, level);
      }
      this.#lists.set(list.attributes.get('w:numId') ?? '', { scheme, levels, starts });
    }
  }

  /** The level (from 0) that a list binds to a paragraph style. */
  levelOfStyle(id: string, style: string): number | undefined {
    return [...(this.#lists.get(id)?.levels ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  /** The label of the next paragraph of a list; undefined for a list that is not there, as 0 is by convention. */
  next(id: string, index: number): Label | undefined {
    const list = this.#lists.get(id);
    const level = list?.levels.get(index);
    if (list === undefined || level === undefined) return undefined;
    const counters = this.#countersOf(id, list);
    const last = counters[index];
    counters[index] = last === undefined ? level.start : last + 1;
    for (let below = index + 1; below < counters.length; below++) {
      const restart = list.levels.get(below)?.restart ?? below;
      if (index < restart) counters[below] = undefined;
    }
    const text = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const other = Number(digit) - 1;
      const shown = list.levels.get(other);
      const value = counters[other] ?? shown?.start ?? 1;
      const format = shown?.format ?? 'decimal';
      return formatNumber(value, level.legal && other !== index ? 'decimal' : format);
    });
    const bullet = level.format === 'bullet';
    return { text: bullet ? '' : text, bullet };
  }

  #countersOf(id: string, list: List): (number | undefined)[] {
    const counters = this.#counters.get(list.scheme) ?? Array.from<undefined>({ length: 9 });
    this.#counters.set(list.scheme, counters);
    if (!this.#used.has(id)) {
      this.#used.add(id);
      for (const [index, start] of list.starts) counters[index] = start - 1;
    }
    return counters;
  }
}

/** The scheme that holds the levels: one may leave them to another by way of a style of lists. */
function linked(id: string, schemes: ReadonlyMap<string, XmlElement>): string {
  let current = id;
  for (let step = 0; step < MAX_LINKS; step++) {
    const style = valueOf(schemes.get(current), 'w:numStyleLink');
    if (style === undefined) return current;
    const target = [...schemes].find(([, scheme]) => valueOf(scheme, 'w:styleLink') === style);
    if (target === undefined) return current;
    current = target[0];
  }
  return current;
}

function levelsOf(parent: XmlElement | undefined): [number, Level][] {
  return childrenOf(parent, 'w:lvl').map((level) => [
    indexOf(level),
    {
      start: wholeOf(valueOf(level, 'w:start')) ?? 0,
      format: formatOf(level),
      text: valueOf(level, 'w:lvlText') ?? '',
      restart: wholeOf(valueOf(level, 'w:lvlRestart')),
      style: valueOf(level, 'w:pStyle'),
      legal: switchOf(level, 'w:isLgl') ?? false,
    },
  ]);
}

/** Newer formats are wrapped, so that older programs see a stand-in. */
function formatOf(level: XmlElement): string {
  return (
    valueOf(level, 'w:numFmt') ??
    valueOf(firstBelow(level, 'mc:AlternateContent', 'mc:Fallback'), 'w:numFmt') ??
    'decimal'
  );
}

function indexOf(element: XmlElement): number {
  const index = wholeOf(element.attributes.get('w:ilvl')) ?? 0;
  return index <= 8 ? index : 0;
}

function wholeOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/u.test(text) ? Number(text) : undefined;
}
