import { readFileSync } from 'node:fs';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import type { Finding } from '../../server/src/core/finding.js';
import { overlaps, type Span } from '../../server/src/core/text/span.js';

/** What an editor says of a place: it has to be reported, had better be, may be, or must not be. */
export type Verdict = 'must-flag' | 'should-flag' | 'may-flag' | 'must-not-flag';

const VERDICTS: readonly string[] = [
  'must-flag',
  'should-flag',
  'may-flag',
  'must-not-flag',
] satisfies Verdict[];

/** One judgement of a gold file. */
export interface GoldEntry {
  /** 1-based line of the draft. */
  readonly line: number;
  /** The words the place begins with; their first occurrence on the line is meant. Empty for the line itself. */
  readonly startText: string;
  readonly rule: string;
  readonly verdict: Verdict;
  readonly why: string;
}

/** A draft with an editor's judgements of it. */
export interface Gold {
  readonly draftPath: string;
  readonly format: DraftFormat;
  readonly text: string;
  readonly entries: readonly GoldEntry[];
}

/** Rules that judge the draft as a whole: their entries are met by a finding anywhere in it. */
const ANYWHERE = new Set(['overused-word', 'term-inconsistent']);

/**
 * Reads `NAME.gold.json` and the draft `NAME.txt` or `NAME.md` beside it.
 *
 * @throws when a file is missing, an entry is malformed, or its words do not stand on its line: a gold entry
 *   that cannot be placed would judge nothing
 */
export function readGold(goldPath: string): Gold {
  const stem = goldPath.replace(/\.gold\.json$/u, '');
  const { draftPath, text } = readDraft(stem);
  const parsed: unknown = JSON.parse(readFileSync(goldPath, 'utf8'));
  if (!Array.isArray(parsed)) throw new Error(`${goldPath}: not a list of entries`);
  const entries = parsed.map((value: unknown, index) => toEntry(value, `${goldPath}, entry ${index + 1}`));
  const gold: Gold = { draftPath, format: draftPath.endsWith('.md') ? 'markdown' : 'plain', text, entries };
  for (const entry of entries) placeOf(gold, entry);
  return gold;
}

function readDraft(stem: string): { draftPath: string; text: string } {
  let reason = '';
  for (const draftPath of [`${stem}.txt`, `${stem}.md`]) {
    try {
      return { draftPath, text: readFileSync(draftPath, 'utf8').replace(/^\uFEFF/u, '') };
    } catch (error) {
      reason = String(error);
    }
  }
  throw new Error(`no draft beside ${stem}.gold.json: ${reason}`);
}

function toEntry(value: unknown, where: string): GoldEntry {
  if (typeof value !== 'object' || value === null) throw new Error(`${where}: not an object`);
  const { line, startText, rule, verdict, why } = value as Partial<Record<keyof GoldEntry, unknown>>;
  if (typeof line !== 'number' || typeof startText !== 'string') {
    throw new Error(`${where}: line or startText is missing`);
  }
  if (typeof rule !== 'string' || !isVerdict(verdict)) throw new Error(`${where}: rule or verdict is wrong`);
  return { line, startText, rule, verdict, why: typeof why === 'string' ? why : '' };
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === 'string' && VERDICTS.includes(value);
}

/**
 * The span of an entry's words in the draft: UTF-16 offsets, half-open.
 * @throws when the words do not stand on the line
 */
export function placeOf(gold: Gold, entry: GoldEntry): Span {
  const lines = gold.text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/gu);
  let number = 0;
  for (const match of lines) {
    number++;
    if (number < entry.line) continue;
    const at = match[0].indexOf(entry.startText);
    if (at < 0) break;
    const start = match.index + at;
    return {
      start,
      end: entry.startText === '' ? match.index + match[0].length : start + entry.startText.length,
    };
  }
  throw new Error(
    `${gold.draftPath}:${entry.line}: “${entry.startText}” does not stand there (${entry.rule})`,
  );
}

/** Whether a finding of the entry's rule, or one of its related places, shares a character with its words. */
export function isMet(gold: Gold, entry: GoldEntry, findings: readonly Finding[]): boolean {
  const place = placeOf(gold, entry);
  return findings.some(
    (finding) =>
      finding.rule === entry.rule &&
      (ANYWHERE.has(entry.rule) || placesOf(finding).some((span) => overlaps(span, place))),
  );
}

/** Every place a finding names: its own, then the related ones. */
export function placesOf(finding: Finding): readonly Span[] {
  return [finding.span, ...finding.related.map((related) => related.span)];
}

/** How a rule did on a gold file. */
export interface GoldScore {
  readonly rule: string;
  readonly must: readonly GoldEntry[];
  readonly mustFound: readonly GoldEntry[];
  readonly should: readonly GoldEntry[];
  readonly shouldFound: readonly GoldEntry[];
  readonly mustNot: readonly GoldEntry[];
  /** Entries of `mustNot` that a finding touched. */
  readonly wrong: readonly GoldEntry[];
  /** Findings that the gold asks for or allows. */
  readonly right: number;
  /** Findings that share no character with any entry of their rule: neither asked for nor forbidden. */
  readonly unjudged: readonly Finding[];
}

/** Scores each of `ruleIds` that the gold file judges or that said something, in the order given. */
export function scoreGold(gold: Gold, findings: readonly Finding[], ruleIds: readonly string[]): GoldScore[] {
  const met = (entry: GoldEntry): boolean => isMet(gold, entry, findings);
  return ruleIds.flatMap((rule) => {
    const own = gold.entries.filter((entry) => entry.rule === rule);
    const said = findings.filter((finding) => finding.rule === rule);
    if (own.length === 0 && said.length === 0) return [];
    const must = own.filter((entry) => entry.verdict === 'must-flag');
    const should = own.filter((entry) => entry.verdict === 'should-flag');
    const mustNot = own.filter((entry) => entry.verdict === 'must-not-flag');
    const judged = own.map((entry) => placeOf(gold, entry));
    return [
      {
        rule,
        must,
        mustFound: must.filter(met),
        should,
        shouldFound: should.filter(met),
        mustNot,
        wrong: mustNot.filter(met),
        right: said.filter((finding) =>
          own.some((entry) => entry.verdict !== 'must-not-flag' && isMet(gold, entry, [finding])),
        ).length,
        unjudged: said.filter(
          (finding) => !placesOf(finding).some((a) => judged.some((b) => overlaps(a, b))),
        ),
      },
    ];
  });
}
