import type { Draft, Paragraph, Prose } from '../../draft/model.js';
import { sumOver } from '../../draft/sumOver.js';
import type { Edit } from '../../finding.js';
import { codesOf } from '../../text/codes.js';
import { compileMatcher, type Matcher } from '../../text/matcher.js';
import { contains, type Span } from '../../text/span.js';

/** Whether the span is all that a pair of quotation marks holds: the word is spoken of, not used. */
export function isMentioned({ analysis }: Prose, { start, end }: Span): boolean {
  return analysis.quotations.some(
    (quotation) => quotation.open !== '《' && quotation.start + 1 === start && quotation.end - 1 === end,
  );
}

/** Whether the span lies in a title 《…》, whose wording is somebody else's. */
export function isTitled({ analysis }: Prose, span: Span): boolean {
  return analysis.quotations.some((quotation) => quotation.open === '《' && contains(quotation, span));
}

/** The edit that puts `text` in the span's place; none where Markdown syntax would go with it. */
export function replacement(paragraph: Paragraph, { start, end }: Span, text: string): Edit | undefined {
  const span = paragraph.span(start, end);
  return span.end - span.start === end - start ? { span, text } : undefined;
}

/** Three paragraphs that begin 第…条 make a statute, whose diction is its own. */
export function isStatute(draft: Draft): boolean {
  return articlesOf(draft) >= ARTICLES;
}

const articlesOf = sumOver(({ text }) => Number(/^\s*第[零〇一二三四五六七八九十百千0-9]+条/u.test(text)));

const ARTICLES = 3;

/** Finds the writer's fixed wording in a text. */
export class FixedPlaces {
  readonly #matcher: Matcher | undefined;

  constructor(terms: readonly string[]) {
    this.#matcher = terms.length === 0 ? undefined : matcherOf(terms);
  }

  /** The places of fixed wording in `text`; those that end alike are one, the longest. */
  find(text: string): Span[] {
    const found: Span[] = [];
    if (this.#matcher === undefined) return found;
    this.#matcher.match(codesOf(text), (start, end) => found.push({ start, end }));
    return found;
  }
}

/** Several rules look for the same terms, and again with each version of a draft. */
const matchers = new WeakMap<readonly string[], Matcher>();

function matcherOf(terms: readonly string[]): Matcher {
  let matcher = matchers.get(terms);
  if (matcher === undefined) {
    matcher = compileMatcher(terms);
    matchers.set(terms, matcher);
  }
  return matcher;
}

/** Words of the vernacular of a century ago, which no draft of today is written in: 罢 for 吧, 么 for 吗. */
const PERIOD_WORDS = /(?<![什怎这那多要作])(?:么[？！]|罢[。！？])|那末|呜呼/u;

/** Whether the draft is a text of a century ago, whose forms of words were lawful then. */
export function isPeriodProse(draft: Draft): boolean {
  return periodParagraphsOf(draft) > 0;
}

const periodParagraphsOf = sumOver(({ text }) => Number(PERIOD_WORDS.test(text)));
