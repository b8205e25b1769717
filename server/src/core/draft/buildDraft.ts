import { hanSurplus } from '../text/characters.js';
import type { AnalysisCache } from './analysisCache.js';
import { DraftIndexes } from './indexes.js';
import { ProseContent } from './content.js';
import { readMarkdown } from './markdown.js';
import type { Draft, DraftFormat, Paragraph } from './model.js';
import { ProseParagraph } from './paragraph.js';
import { readPlain } from './plain.js';
import { sumOver } from './sumOver.js';

/**
 * Builds the document model of a draft. Accepts any string; never throws.
 *
 * @param text the decoded text without a byte-order mark; CRLF, LF and CR all end a line
 * @param cache kept by the caller over the versions of one draft; without it everything is analysed anew
 */
export function buildDraft(text: string, format: DraftFormat, cache?: AnalysisCache): Draft {
  cache?.turn();
  const sources = format === 'markdown' ? readMarkdown(text) : readPlain(text);
  const paragraphs: Paragraph[] = [];
  for (const { block, text: prose, pieces } of sources) {
    const content = cache?.content(block, prose) ?? new ProseContent(block, prose);
    paragraphs.push(new ProseParagraph(paragraphs.length, content, pieces));
  }
  let characters: number | undefined;
  const indexes = new DraftIndexes(() => paragraphs.map(({ content }) => content), cache?.indexes);
  if (cache !== undefined) cache.indexes = indexes;
  return {
    text,
    format,
    paragraphs,
    indexes,
    // A draft without any letter counts as Chinese: there is nothing in it that speaks against it.
    chinese: surplusOf({ indexes }) >= 0,
    get characters() {
      return (characters ??= charactersOf({ indexes }));
    },
  };
}

const surplusOf = sumOver(({ text }) => hanSurplus(text));
const charactersOf = sumOver(({ analysis }) => analysis.characters);
