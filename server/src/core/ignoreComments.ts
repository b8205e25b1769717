import type { SyntaxNode } from '@lezer/common';
import { parseMarkdown } from './draft/markdown.js';
import type { Draft } from './draft/model.js';
import type { Finding } from './finding.js';
import type { Rule } from './rules/rule.js';
import type { Span } from './text/span.js';

/** What an ignoring comment reaches. */
interface Reach extends Span {
  /** Rules by id; none stands for all. */
  readonly rules: readonly string[];
}

/** A comment that has to do with ignoring. */
interface IgnoreComment {
  readonly does: 'block' | 'start' | 'end';
  readonly rules: readonly string[];
}

const MENTION = /wenfeng-ignore|文风忽略/iu;

const COMMENT =
  /^<!--\s*(?:wenfeng-ignore|文风忽略)(?:-?(start|end|开始|结束))?(?!-?[\p{L}\p{N}_])\s*[:：]?([\s\S]*?)-->/iu;

const STARTS = ['start', '开始'];

/** Blocks that a comment between words belongs to. */
const LEAF = /^(?:Paragraph|TableCell|Task|ATXHeading[1-6]|SetextHeading[12])$/u;

/**
 * Takes out the findings that a comment of a Markdown draft asks to ignore:
 *
 * - `<!-- wenfeng-ignore -->` before a block those of the block, inside a paragraph those of the paragraph;
 * - from `<!-- wenfeng-ignore-start -->` to `<!-- wenfeng-ignore-end -->`, or the end of the draft, those between;
 * - `<!-- 文风忽略 -->`, `<!-- 文风忽略开始 -->` and `<!-- 文风忽略结束 -->` are the same.
 *
 * Rules may follow, by id or Chinese title, and then only theirs; other Chinese words are a remark. A finding counts
 * as where it starts. Plain text has no comments.
 */
export function applyIgnoreComments(
  findings: readonly Finding[],
  draft: Draft,
  rules: readonly Rule[],
): { readonly kept: readonly Finding[]; readonly ignored: readonly Finding[] } {
  if (findings.length === 0 || draft.format !== 'markdown' || !MENTION.test(draft.text)) {
    return { kept: findings, ignored: [] };
  }
  const reaches = reachesOf(draft.text, new Map(rules.map(({ id, title }) => [title.zh, id])));
  const isIgnored = ({ rule, span }: Finding): boolean =>
    reaches.some(
      (reach) =>
        reach.start <= span.start &&
        span.start < reach.end &&
        (reach.rules.length === 0 || reach.rules.includes(rule)),
    );
  return {
    kept: findings.filter((finding) => !isIgnored(finding)),
    ignored: findings.filter(isIgnored),
  };
}

function reachesOf(draft: string, titles: ReadonlyMap<string, string>): Reach[] {
  const { tree, text, sourceOf } = parseMarkdown(draft);
  const reaches: Reach[] = [];
  let open: { readonly start: number; readonly rules: readonly string[] }[] = [];
  tree.iterate({
    enter: (ref) => {
      if (ref.name !== 'Comment' && ref.name !== 'CommentBlock') return;
      const comment = readComment(text.slice(ref.from, ref.to), titles);
      if (comment === undefined) return;
      const { rules } = comment;
      if (comment.does === 'start') {
        open.push({ start: ref.from, rules });
      } else if (comment.does === 'end') {
        const ended = open.filter((range) => isEndedBy(range.rules, rules));
        reaches.push(...ended.map((range) => ({ ...range, end: ref.to })));
        open = open.filter((range) => !ended.includes(range));
      } else {
        const block = ref.name === 'Comment' ? leafAround(ref.node) : blockAfter(ref.node);
        if (block !== undefined) reaches.push({ start: block.from, end: block.to, rules });
      }
    },
  });
  return [...reaches, ...open.map((range) => ({ ...range, end: text.length }))].map((reach) => ({
    ...reach,
    start: sourceOf(reach.start),
    end: sourceOf(reach.end),
  }));
}

function readComment(text: string, titles: ReadonlyMap<string, string>): IgnoreComment | undefined {
  const [, place, rest] = COMMENT.exec(text) ?? [];
  if (rest === undefined) return undefined;
  const rules = rest.split(/[\s,，、;；]+/u).flatMap((word) => {
    const id = titles.get(word) ?? word.toLowerCase();
    return /^[a-z]+(?:-[a-z]+)*$/u.test(id) ? [id] : [];
  });
  const does = place === undefined ? 'block' : STARTS.includes(place.toLowerCase()) ? 'start' : 'end';
  return { does, rules };
}

/** An end that names no rules ends everything, one that names some ends what was begun for some of them. */
function isEndedBy(begun: readonly string[], ended: readonly string[]): boolean {
  return ended.length === 0 || begun.some((rule) => ended.includes(rule));
}

function leafAround(node: SyntaxNode): SyntaxNode | undefined {
  let around = node.parent;
  while (around !== null && !LEAF.test(around.name)) around = around.parent;
  return around ?? undefined;
}

/** The first block behind a comment that is no comment itself, outside what the comment stands in if need be. */
function blockAfter(node: SyntaxNode): SyntaxNode | undefined {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    let next = at.nextSibling;
    while (next !== null && /^(?:CommentBlock|QuoteMark|ListMark)$/u.test(next.name)) next = next.nextSibling;
    if (next !== null) return next;
  }
  return undefined;
}
