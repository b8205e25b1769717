import type { Label, Numbering } from './numbering.js';
import { headingOf, numberingReference, type Styles } from './styles.js';
import { firstBelow, switchOf, valueOf, type XmlElement } from './xml.js';

/** A paragraph of a Word document as a reader of the printed page sees it. */
export interface WordParagraph {
  /** Without the label; not blank. No line ends: what a writer broke by hand is a paragraph of its own. */
  readonly text: string;
  /** What automatic numbering writes before it: 一、（一）1. */
  readonly label: string;
  readonly bullet: boolean;
  /** 1 for the highest heading; 0 for what is no heading. */
  readonly heading: number;
}

/** What is not read aloud, or not there any more: deleted and moved text, notes, comments, fields' codes. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:rt',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sectPr',
]);

/** Reads the body of a document. */
export function readBody(body: XmlElement, styles: Styles, numbering: Numbering): WordParagraph[] {
  return new BodyReader(styles, numbering).read(body);
}

class BodyReader {
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #paragraphs: WordParagraph[] = [];
  /** Text of paragraphs whose end was deleted, which the next one goes on with. */
  #carried = '';

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  read(body: XmlElement): WordParagraph[] {
    this.#blocks(body);
    if (this.#carried !== '') this.#add(this.#carried, undefined, 0);
    return this.#paragraphs;
  }

  /** Paragraphs and tables, wherever they are wrapped. */
  #blocks(parent: XmlElement): void {
    for (const node of parent.children) {
      if (typeof node === 'string' || LEFT_OUT.has(node.name)) continue;
      if (node.name === 'w:p') this.#paragraph(node);
      else if (node.name === 'mc:AlternateContent') this.#blocks(chosen(node));
      else if (!isContents(node)) this.#blocks(node);
    }
  }

  #paragraph(element: XmlElement): void {
    const properties = firstBelow(element, 'w:pPr');
    const styleId = valueOf(properties, 'w:pStyle');
    const style = this.#styles.of(styleId);
    const boxes: XmlElement[] = [];
    const text = this.#carried + textOf(element, boxes);
    this.#carried = '';
    const mark = firstBelow(properties, 'w:rPr');
    if (firstBelow(mark, 'w:del') !== undefined || firstBelow(mark, 'w:moveFrom') !== undefined) {
      this.#carried = text;
    } else if (!/^toc \d/iu.test(style.name)) {
      const own = valueOf(properties, 'w:outlineLvl');
      const heading = own === undefined ? style.heading : headingOf(own);
      this.#add(text, this.#label(properties, styleId), heading);
    }
    for (const box of boxes) this.#blocks(box);
  }

  /** What automatic numbering writes before a paragraph. */
  #label(properties: XmlElement | undefined, styleId: string | undefined): Label | undefined {
    const own = numberingReference(properties);
    const styled = this.#styles.of(styleId).numbering;
    const list = own.list ?? styled.list;
    if (list === undefined) return undefined;
    const bound = styleId === undefined ? undefined : this.#numbering.levelOfStyle(list, styleId);
    return this.#numbering.next(list, own.level ?? styled.level ?? bound ?? 0);
  }

  /** One paragraph for each line that the writer broke by hand; what is blank is none, though it may have counted. */
  #add(text: string, label: Label | undefined, heading: number): void {
    const lines = text.split('\n').map((line) => line.trim());
    lines
      .filter((line) => line !== '')
      .forEach((line, index) => {
        const labelled = index === 0 ? label : undefined;
        this.#paragraphs.push({
          text: line,
          label: labelled?.text.trim() ?? '',
          bullet: labelled?.bullet ?? false,
          heading,
        });
      });
  }
}

/** The text of a paragraph or a part of it; text boxes that are anchored in it are put into `boxes`. */
function textOf(parent: XmlElement, boxes: XmlElement[]): string {
  let text = '';
  for (const node of parent.children) {
    if (typeof node === 'string' || LEFT_OUT.has(node.name)) continue;
    switch (node.name) {
      case 'w:t':
        text += node.children.filter((child) => typeof child === 'string').join('');
        break;
      case 'w:tab':
      case 'w:ptab':
        text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        text += '\n';
        break;
      case 'w:noBreakHyphen':
        text += '-';
        break;
      case 'w:sym':
        text += symbol(node);
        break;
      case 'w:txbxContent':
        boxes.push(node);
        break;
      case 'mc:AlternateContent':
        text += textOf(chosen(node), boxes);
        break;
      case 'w:r':
        if (switchOf(firstBelow(node, 'w:rPr'), 'w:vanish') !== true) text += textOf(node, boxes);
        break;
      default:
        text += textOf(node, boxes);
    }
  }
  return text;
}

/** The first of several forms of the same content, which newer programs choose. */
function chosen(alternatives: XmlElement): XmlElement {
  return firstBelow(alternatives, 'mc:Choice') ?? firstBelow(alternatives, 'mc:Fallback') ?? EMPTY;
}

const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] };

/** A character of a font of symbols; those beyond Unicode are ornaments. */
function symbol({ attributes }: XmlElement): string {
  const code = Number.parseInt(attributes.get('w:char') ?? '', 16);
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : '';
}

/** Whether a block is a table of contents, whose lines repeat the headings. */
function isContents(block: XmlElement): boolean {
  if (block.name !== 'w:sdt') return false;
  const gallery = firstBelow(block, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
  return gallery?.attributes.get('w:val') === 'Table of Contents';
}
