import { childrenOf, firstBelow, valueOf, type XmlElement } from './xml.js';

/** The list that a paragraph belongs to, each part as far as it is said. */
export interface NumberingReference {
  readonly list?: string;
  /** From 0. */
  readonly level?: number;
}

/** What a paragraph style says, with what it takes over from those it is based on. */
export interface ParagraphStyle {
  readonly name: string;
  /** 1 for the highest heading; 0 for what is no heading. */
  readonly heading: number;
  readonly numbering: NumberingReference;
}

/** Styles that are based on one another in a longer row than this are based on themselves. */
const MAX_BASES = 32;

/** The paragraph styles of a document. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string | undefined, ParagraphStyle>();
  readonly #default: string | undefined;

  /** @param root of the part of styles; a document may have none */
  constructor(root: XmlElement | undefined) {
    let standard: string | undefined;
    for (const style of childrenOf(root, 'w:style')) {
      const id = style.attributes.get('w:styleId');
      if (id === undefined || style.attributes.get('w:type') !== 'paragraph') continue;
      this.#elements.set(id, style);
      if (['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '')) standard ??= id;
    }
    this.#default = standard;
  }

  /** The style of an id; that of a paragraph that names none for undefined. */
  of(id: string | undefined): ParagraphStyle {
    const known = this.#known.get(id) ?? this.#read(id);
    this.#known.set(id, known);
    return known;
  }

  #read(id: string | undefined): ParagraphStyle {
    const row = this.#row(id ?? this.#default);
    const outline = row.map((style) => valueOf(firstBelow(style, 'w:pPr'), 'w:outlineLvl'));
    const references = row.map((style) => numberingReference(firstBelow(style, 'w:pPr')));
    return {
      name: valueOf(row[0], 'w:name') ?? '',
      heading: headingOf(outline.find((level) => level !== undefined)),
      // A style that takes its list over may say a level of its own.
      numbering: references.reduceRight<NumberingReference>((base, own) => ({ ...base, ...own }), {}),
    };
  }

  /** A style and those it is based on, itself first. */
  #row(id: string | undefined): XmlElement[] {
    const row: XmlElement[] = [];
    let style = id === undefined ? undefined : this.#elements.get(id);
    while (style !== undefined && row.length < MAX_BASES) {
      row.push(style);
      style = this.#elements.get(valueOf(style, 'w:basedOn') ?? '');
    }
    return row;
  }
}

/** What the properties of a paragraph or style say of its list. */
export function numberingReference(properties: XmlElement | undefined): NumberingReference {
  const numbering = firstBelow(properties, 'w:numPr');
  const list = valueOf(numbering, 'w:numId');
  const level = Number(valueOf(numbering, 'w:ilvl') ?? NaN);
  return {
    ...(list === undefined ? {} : { list }),
    ...(Number.isInteger(level) && level >= 0 && level <= 8 ? { level } : {}),
  };
}

/** The level of a heading from Word's outline level, which counts from 0 and has 9 for text. */
export function headingOf(outline: string | undefined): number {
  const level = Number(outline ?? NaN);
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level + 1 : 0;
}
