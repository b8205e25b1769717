import { analyseParagraph } from './analysis.js';
import { classify } from './classify.js';
import type { ParagraphAnalysis, ParagraphContent, ParagraphKind, Piece } from './model.js';
import { derivations } from './perParagraph.js';

/** What a format says a paragraph is: a heading of a level, a list item, a cell of a table, or no more than a line. */
export type Block = 1 | 2 | 3 | 4 | 5 | 6 | 'item' | 'cell' | 'line';

/** What a reader of a format knows of a paragraph. */
export interface ParagraphSource {
  readonly block: Block;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The words of a block, analysed when somebody asks. */
export class ProseContent implements ParagraphContent {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly text: string;
  readonly derived: unknown[] = new Array<unknown>(derivations());
  #analysis: ParagraphAnalysis | undefined;

  constructor(block: Block, text: string) {
    const { kind, level } = kindOf(block, text);
    this.kind = kind;
    this.level = level;
    this.text = text;
  }

  get analysis(): ParagraphAnalysis {
    return (this.#analysis ??= analyseParagraph(this.text));
  }

  /** Itself, so that what can be asked of a paragraph can be asked of its content. */
  get content(): this {
    return this;
  }
}

function kindOf(block: Block, text: string): { readonly kind: ParagraphKind; readonly level: number } {
  if (typeof block === 'number') return { kind: 'heading', level: block };
  if (block === 'cell') return { kind: 'cell', level: 0 };
  const own = classify(text);
  return block === 'item' && own.kind !== 'heading' ? { kind: 'item', level: 0 } : own;
}
