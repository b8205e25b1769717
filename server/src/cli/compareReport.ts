import type { ComparedFile, ComparedFiles } from '../bulk/comparePassages.js';
import { isDocx } from '../bulk/formatOf.js';
import type { DraftPair, Passage } from '../core/passages/comparison.js';
import type { Language } from '../core/localized.js';
import { excerptOf } from '../core/text/excerpt.js';
import { LineIndex } from '../core/text/lines.js';
import { printable } from '../core/text/printable.js';
import type { Span } from '../core/text/span.js';
import { CLI_MESSAGES } from './messages.js';
import type { Painter } from './stylish.js';

/** The words of a report on passages in one language. */
interface CompareWords {
  readonly share: (percent: number) => string;
  readonly fresh: string;
  readonly characters: (count: number) => string;
  readonly notChinese: string;
  readonly within: (path: string) => string;
  readonly pair: (a: string, b: string, shareOfA: number, shareOfB: number) => string;
  readonly equal: string;
  readonly alike: (percent: number) => string;
  readonly one: string;
  readonly summary: (drafts: number, pairs: number, passages: number) => string;
}

const WORDS: Readonly<Record<Language, CompareWords>> = {
  zh: {
    share: (percent) => `${String(percent)}% 也在别的稿子里`,
    fresh: '和别的稿子没有相同的段落',
    characters: (count) => `${String(count)} 字`,
    notChinese: '不是中文稿，没有比较',
    within: (path) => `${path} 前后相同`,
    pair: (a, b, shareOfA, shareOfB) =>
      `${a} 和 ${b}（前者的 ${String(shareOfA)}%，后者的 ${String(shareOfB)}%）`,
    equal: '一字不差',
    alike: (percent) => `${String(percent)}% 相同`,
    one: '只有一篇稿子，看的是它自己前后有没有相同的段落。',
    summary: (drafts, pairs, passages) =>
      pairs === 0
        ? `比较了 ${String(drafts)} 篇，没有相同的段落。`
        : `比较了 ${String(drafts)} 篇，${String(pairs)} 对稿子有相同的段落，共 ${String(passages)} 处。`,
  },
  en: {
    share: (percent) => `${String(percent)}% stands in other drafts too`,
    fresh: 'no passage in common with the others',
    characters: (count) => `${String(count)} characters`,
    notChinese: 'not Chinese prose, not compared',
    within: (path) => `Twice in ${path}`,
    pair: (a, b, shareOfA, shareOfB) =>
      `${a} and ${b} (${String(shareOfA)}% of the first, ${String(shareOfB)}% of the second)`,
    equal: 'word for word',
    alike: (percent) => `${String(percent)}% the same`,
    one: 'There is one draft only, so this is what it says twice itself.',
    summary: (drafts, pairs, passages) =>
      pairs === 0
        ? `${String(drafts)} compared; no passages in common.`
        : `${String(drafts)} compared; pairs with passages in common: ${String(pairs)}, passages: ${String(passages)}.`,
  },
};

/** The comparison as people read it: each draft with its share, then each pair with its passages. */
export function stylishComparison(
  { files, pairs }: ComparedFiles,
  language: Language,
  paint: Painter,
): string {
  const words = WORDS[language];
  const texts = textsOf(files);
  const read = files.filter(({ failure }) => failure === undefined);
  const compared = read.filter(({ skipped }) => skipped === undefined);
  const alone = compared.length === 1;
  let report = '';
  for (const file of read) {
    const figures =
      file.skipped === undefined
        ? [
            words.characters(file.characters),
            ...(alone ? [] : [file.share > 0 ? words.share(percent(file.share)) : words.fresh]),
          ].join(' · ')
        : words.notChinese;
    report += `${paint('bold', printable(file.shownPath))}  ${paint('dim', figures)}\n`;
  }
  for (const { a, b, shareOfA, shareOfB, passages } of pairs) {
    const names = [a, b].map((path) => printable(texts.get(path)?.shownPath ?? path));
    const [one = '', two = ''] = names;
    const heading = a === b ? words.within(one) : words.pair(one, two, percent(shareOfA), percent(shareOfB));
    report += `\n${paint('bold', heading)}\n`;
    for (const passage of passages) {
      const places = `${placeOf(texts.get(a), passage.a, language)}  ${placeOf(texts.get(b), passage.b, language)}`;
      const figures = [
        words.characters(passage.characters),
        passage.alike === 1 ? words.equal : words.alike(percent(passage.alike)),
      ].join(' · ');
      const excerpt = `「${printable(excerptIn(texts.get(a), passage))}」`;
      report += `  ${places}  ${paint('dim', figures)}\n    ${paint('dim', excerpt)}\n`;
    }
  }
  const told = pairs.reduce((sum, { passages }) => sum + passages.length, 0);
  const summary = words.summary(compared.length, pairs.length, told);
  return `${report}\n${alone ? `${words.one}\n` : ''}${summary}\n`;
}

/** A place of a passage for programs, counted as in the JSON report of a check. */
interface JsonPlace {
  readonly offset: number;
  readonly endOffset: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The comparison as programs read it: docs/compare.md describes it. */
export function jsonComparison({ files, pairs }: ComparedFiles, language: Language): string {
  const texts = textsOf(files);
  const nameOf = (path: string): string => texts.get(path)?.shownPath ?? path;
  return `${JSON.stringify(
    {
      version: 1,
      drafts: files.map(({ shownPath, characters, share, skipped, failure }) => ({
        path: shownPath,
        characters,
        share,
        ...(isDocx(shownPath) ? { places: 'paragraphs' } : {}),
        ...(skipped === undefined ? {} : { skipped }),
        ...(failure === undefined ? {} : { failure: failure.localized[language] }),
      })),
      pairs: pairs.map(({ a, b, shareOfA, shareOfB, passages }: DraftPair) => ({
        a: nameOf(a),
        b: nameOf(b),
        shareOfA,
        shareOfB,
        passages: passages.map((passage) => ({
          a: jsonPlace(texts.get(a), passage.a),
          b: jsonPlace(texts.get(b), passage.b),
          excerpt: excerptIn(texts.get(a), passage),
          characters: passage.characters,
          alike: passage.alike,
        })),
      })),
    },
    undefined,
    2,
  )}\n`;
}

/** A draft whose lines can be counted. */
interface Lined {
  readonly shownPath: string;
  readonly text: string;
  readonly lines: LineIndex;
}

function textsOf(files: readonly ComparedFile[]): Map<string, Lined> {
  return new Map(
    files.map(({ path, shownPath, text }) => [path, { shownPath, text, lines: new LineIndex(text) }]),
  );
}

/** The draft's name with the line and column, or for a Word document with the paragraph. */
function placeOf(draft: Lined | undefined, { start }: Span, language: Language): string {
  if (draft === undefined) return '';
  const name = printable(draft.shownPath);
  const position = draft.lines.positionAt(start);
  if (isDocx(draft.shownPath)) return `${name} ${CLI_MESSAGES[language].position(position, 'paragraphs')}`;
  return `${name}:${String(position.line)}:${String(position.column)}`;
}

function jsonPlace(draft: Lined | undefined, { start, end }: Span): JsonPlace {
  const lines = draft?.lines ?? new LineIndex('');
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    offset: start,
    endOffset: end,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function excerptIn(draft: Lined | undefined, { a }: Passage): string {
  return excerptOf(draft?.text.slice(a.start, a.end) ?? '');
}

/** A share in per cent; what is neither nothing nor all is from 1 to 99. */
function percent(share: number): number {
  return share === 0 || share === 1 ? share * 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}
