import { parser as commonmark, GFM } from '@lezer/markdown';
import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { OPAQUE } from '../text/characters.js';
import type { Block, ParagraphSource } from './content.js';
import { withLineFeeds, type LineFeedText } from './lineFeeds.js';
import type { Piece } from './model.js';

const parser = commonmark.configure(GFM);

/** Leaf blocks whose inline content is prose. Code blocks, HTML blocks and link definitions are not. */
const PROSE_BLOCKS = new Set(['Paragraph', 'TableCell', 'Task']);

/** Inline nodes that are removed without a trace, so that the prose on both sides joins. */
const SYNTAX = new Set([
  'EmphasisMark',
  'StrikethroughMark',
  'LinkMark',
  'HeaderMark',
  'QuoteMark',
  'HardBreak',
  'TaskMarker',
]);

/** Those at the start of a line: the blanks after them are its indent. */
const BEFORE_INDENT = new Set(['QuoteMark', 'HardBreak']);

/** Inline nodes that hold no prose but stand where a word could: both sides must not join. */
const OPAQUE_INLINE = new Set([
  'InlineCode',
  'Autolink',
  'URL',
  'HTMLTag',
  'Comment',
  'ProcessingInstruction',
  'Image',
  'Entity',
]);

/** The paragraphs of a Markdown draft: headings, paragraphs, list items and table cells, without their syntax. */
export function* readMarkdown(draft: string): Generator<ParagraphSource> {
  const { tree, text, sourceOf } = parseMarkdown(draft);
  const blocks: { node: SyntaxNode; heading: number }[] = [];
  tree.iterate({
    enter: (ref: SyntaxNodeRef) => {
      const heading = /^(?:ATX|Setext)Heading([1-6])$/u.exec(ref.name)?.[1];
      if (heading !== undefined || PROSE_BLOCKS.has(ref.name)) {
        blocks.push({ node: ref.node, heading: heading === undefined ? 0 : Number(heading) });
        return false;
      }
      return true;
    },
  });
  for (const { node, heading } of blocks) {
    const { prose, pieces } = readInline(text, node);
    if (!/[^\s\uFFFC]/u.test(prose)) continue;
    yield {
      block: blockOf(node, heading),
      text: prose,
      pieces: pieces.map((piece) => ({ ...piece, source: sourceOf(piece.source) })),
    };
  }
}

/** The syntax of a Markdown draft, and the text that its offsets are of. */
export interface ParsedMarkdown extends LineFeedText {
  readonly tree: Tree;
}

/** Parses a Markdown draft without its front matter. */
export function parseMarkdown(draft: string): ParsedMarkdown {
  const read = withLineFeeds(draft);
  const { text } = read;
  const body = frontMatterEnd(text);
  // Front matter becomes blank lines of the same length, so that offsets stay those of the text.
  const prose = body === 0 ? text : text.slice(0, body).replace(/[^\n]/gu, ' ') + text.slice(body);
  return { ...read, tree: parser.parse(prose) };
}

function blockOf(node: SyntaxNode, heading: number): Block {
  if (heading > 0) return heading as Block;
  if (node.name === 'TableCell') return 'cell';
  return node.parent?.name === 'ListItem' ? 'item' : 'line';
}

/** The prose of a block: its text without inline syntax, soft line breaks taken out. */
function readInline(text: string, block: SyntaxNode): { prose: string; pieces: Piece[] } {
  let prose = '';
  const pieces: Piece[] = [];
  const copy = (from: number, to: number): void => {
    if (to <= from) return;
    pieces.push({ at: prose.length, source: from, length: to - from });
    prose += text.slice(from, to);
  };
  const copyLines = (from: number, to: number): void => {
    // Chinese needs no blank where a line was broken; the indent of the next line is not prose either.
    const breaks = /[ \t]*\\?\n[ \t]*/gu;
    breaks.lastIndex = from;
    let start = from;
    for (let match = breaks.exec(text); match !== null && match.index < to; match = breaks.exec(text)) {
      copy(start, match.index);
      start = Math.min(match.index + match[0].length, to);
    }
    copy(start, to);
  };
  const opaque = (from: number): void => {
    pieces.push({ at: prose.length, source: from, length: 1 });
    prose += OPAQUE;
  };
  const visit = (node: SyntaxNode, from: number, to: number): void => {
    let at = from;
    for (let child = node.firstChild; child !== null && child.from < to; child = child.nextSibling) {
      copyLines(at, child.from);
      at = Math.max(at, BEFORE_INDENT.has(child.name) ? skipIndent(text, child.to) : child.to);
      if (OPAQUE_INLINE.has(child.name)) opaque(child.from);
      else if (child.name === 'Escape') copy(child.from + 1, child.to);
      else if (!SYNTAX.has(child.name)) visit(child, child.from, endOfProse(child));
    }
    copyLines(at, to);
  };
  visit(block, block.from, block.to);
  return trimmed(prose, pieces);
}

/** Where the prose of an inline node ends: that of a link with its words, before its target. */
function endOfProse(node: SyntaxNode): number {
  return (node.name === 'Link' ? node.getChildren('LinkMark')[1]?.from : undefined) ?? node.to;
}

function skipIndent(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at;
}

/** Blanks around a block are layout: `## 一、…` leaves one in front. */
function trimmed(prose: string, pieces: Piece[]): { prose: string; pieces: Piece[] } {
  const lead = /^[ \t]*/u.exec(prose)?.[0].length ?? 0;
  const text = prose.slice(lead).replace(/[ \t]+$/u, '');
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const from = Math.max(piece.at, lead);
    const to = Math.min(piece.at + piece.length, lead + text.length);
    if (to > from)
      kept.push({ at: from - lead, source: piece.source + (from - piece.at), length: to - from });
  }
  return { prose: text, pieces: kept };
}

/** The end of YAML (---) or TOML (+++) front matter, 0 without any. */
function frontMatterEnd(text: string): number {
  return /^(---|\+\+\+)[ \t]*\n(?:[\s\S]*?\n)?\1[ \t]*(?:\n|$)/u.exec(text)?.[0].length ?? 0;
}
