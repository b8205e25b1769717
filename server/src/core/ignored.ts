import type { Finding } from './finding.js';
import type { IgnoredFinding } from './guide.js';
import type { Span } from './text/span.js';

/** How many characters of a finding's words are kept; a longer text may change behind them. */
const EXCERPT = 24;

/** How many characters are kept on each side of a finding, within its line: what is written on other lines changes nothing. */
const AROUND = 12;

/** Stands for the finding's words between what is before and behind them. */
const HERE = '〔…〕';

/**
 * What is to be recorded so that a finding is not told again: its rule, how its words begin, and, for this place
 * only, what stands around them. Blanks and line ends do not count, so that reformatting changes nothing.
 */
export function ignoredFinding(
  text: string,
  finding: Pick<Finding, 'rule' | 'span'>,
  where: 'here' | 'everywhere',
): IgnoredFinding {
  const excerpt = excerptOf(text, finding.span);
  return where === 'everywhere'
    ? { rule: finding.rule, text: excerpt }
    : { rule: finding.rule, text: excerpt, context: contextOf(text, finding.span) };
}

/** The findings that the writer has not ignored. */
export function withoutIgnored(
  text: string,
  findings: readonly Finding[],
  ignored: readonly IgnoredFinding[],
): readonly Finding[] {
  if (ignored.length === 0 || findings.length === 0) return findings;
  const known = new Map<string, Set<string | undefined>>();
  for (const entry of ignored) {
    const key = keyOf(entry.rule, entry.text);
    const contexts = known.get(key);
    if (contexts === undefined) known.set(key, new Set([entry.context]));
    else contexts.add(entry.context);
  }
  return findings.filter(({ rule, span }) => {
    const contexts = known.get(keyOf(rule, excerptOf(text, span)));
    return contexts === undefined || !(contexts.has(undefined) || contexts.has(contextOf(text, span)));
  });
}

function keyOf(rule: string, text: string): string {
  return `${rule}\n${text}`;
}

/** How the words of a span begin. Where they are nothing but blanks, the blanks themselves. */
function excerptOf(text: string, { start, end }: Span): string {
  const words = leading(text.slice(start, end), EXCERPT);
  return words === '' ? `␣${end - start}` : words;
}

function contextOf(text: string, { start, end }: Span): string {
  return trailing(text.slice(0, start), AROUND) + HERE + leading(text.slice(end), AROUND, LINE_END);
}

const LINE_END = /[\n\r]/u;

/** The first `count` characters that are no blanks, as far as `end`. Looks no farther than it must. */
function leading(text: string, count: number, end?: RegExp): string {
  let found = '';
  let taken = 0;
  for (const char of text) {
    if (end?.test(char) === true) break;
    if (isBlank(char)) continue;
    found += char;
    if (++taken === count) break;
  }
  return found;
}

function trailing(text: string, count: number): string {
  // Surrogate halves are not told apart backwards; `count` code units are as good a context.
  let found = '';
  for (let at = text.length - 1; at >= 0 && found.length < count; at--) {
    const char = text.charAt(at);
    if (LINE_END.test(char)) break;
    if (!isBlank(char)) found = char + found;
  }
  return found.replace(/^[\uDC00-\uDFFF]/u, '');
}

function isBlank(char: string): boolean {
  return /[\s\u200B\u2060]/u.test(char);
}
