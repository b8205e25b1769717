import type { DraftIndexes } from './indexes.js';
import type { ParagraphContent } from './model.js';
import { ProseContent, type Block } from './content.js';

type Contents = Map<string, ProseContent>;

/** Keeps what is known of a draft from version to version, so that an edit costs what it changed. */
export class AnalysisCache {
  #current = new Map<Block, Contents>();
  #previous = new Map<Block, Contents>();
  /** Those of the version that was built last. */
  indexes: DraftIndexes<ParagraphContent> | undefined;

  /** The content of such a block, made when neither this version of the draft nor the one before had it. */
  content(block: Block, text: string): ProseContent {
    let contents = this.#current.get(block);
    if (contents === undefined) this.#current.set(block, (contents = new Map<string, ProseContent>()));
    let content = contents.get(text);
    if (content === undefined) {
      content = this.#previous.get(block)?.get(text) ?? new ProseContent(block, text);
      contents.set(text, content);
    }
    return content;
  }

  /** Called before each version is built: what the one before the last had is let go. */
  turn(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}
