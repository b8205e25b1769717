import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import type { Finding } from '../../../server/src/core/finding.js';
import { applyEdits, fixUntilStable } from '../../../server/src/core/fixes.js';
import { rules } from '../../../server/src/core/rules/registry.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { cases } from '../../arbitraries/cases.js';
import { drafts } from '../../arbitraries/drafts.js';
import { guide, GUIDES } from '../../arbitraries/guides.js';
import { spanFaults } from './spanFaults.js';

const { segmenter } = loadSegmenter();
const SEGMENTERS = { own: segmenter, intl: createIntlSegmenter(), none: undefined };

/** What is wrong with where a finding points, what it changes and what it says. */
function faultsOf(text: string, { rule, span, related, fixes, message }: Finding): string[] {
  const places = spanFaults(text, [span, ...related.map((place) => place.span)]);
  const edits = fixes.flatMap((fix) => [
    ...spanFaults(
      text,
      fix.edits.map((edit) => edit.span),
      true,
    ),
    ...fix.edits
      .filter((edit, index) => edit.span.start < (fix.edits[index - 1]?.span.end ?? 0))
      .map(({ span: { start } }) => `the edit at ${String(start)} is out of order`),
  ]);
  const said = [message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title)]
    .filter(
      (words) =>
        words.trim() === '' ||
        /\{[a-z]\w*\}|undefined|NaN|Infinity/u.test(words) ||
        (/\p{Cs}/u.test(words) && !/\p{Cs}/u.test(text)),
    )
    .map((words) => `it says ${JSON.stringify(words)}`);
  return [...places, ...edits, ...said].map((fault) => `${rule}: ${fault}`);
}

describe('any draft', () => {
  const fired = new Set<string>();

  it('is checked without a rule failing; findings point into it, and never into a character', () => {
    fc.assert(
      fc.property(
        drafts(),
        guide,
        fc.constantFrom<keyof typeof SEGMENTERS>('own', 'own', 'intl', 'none'),
        fc.constantFrom('zh', 'en'),
        ({ text, format }, itsGuide, words, language) => {
          const { findings, failures } = checkDraft(text, {
            format,
            guide: GUIDES[itsGuide],
            segmenter: SEGMENTERS[words],
            language,
          });
          expect(failures).toEqual([]);
          expect(findings.flatMap((finding) => faultsOf(text, finding))).toEqual([]);
          for (const { rule } of findings) fired.add(rule);
        },
      ),
      cases(400),
    );
  });

  afterAll(() => {
    // A rule that no draft came near would be tried by nothing above.
    expect(rules.map(({ id }) => id).filter((id) => !fired.has(id))).toEqual([]);
  });
});

describe('the line ends of a draft', () => {
  /** A text with each line end replaced; no CR is put before an LF that is not its own. */
  function withLineEnds(lf: string, ends: readonly string[]): string {
    let index = 0;
    let before = '';
    return lf.replace(/\n/gu, (_, at: number) => {
      const end = ends[index++ % ends.length] ?? '\n';
      before = end === '\n' && before === '\r' && lf[at - 1] === '\n' ? '\r\n' : end;
      return before;
    });
  }

  /** The findings with their places told as in a text whose lines end with LF. */
  function inLf(text: string, findings: readonly Finding[]): unknown {
    const extra = [...text.matchAll(/\r\n/gu)].map(({ index }) => index);
    const place = (offset: number): number => {
      let low = 0;
      let high = extra.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((extra[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return offset - low;
    };
    const lf = (words: string): string => words.replace(/\r\n?/gu, '\n');
    return JSON.parse(
      JSON.stringify(findings, (key, value: unknown) =>
        typeof value === 'number' && (key === 'start' || key === 'end')
          ? place(value)
          : typeof value === 'string'
            ? lf(value)
            : value,
      ),
    );
  }

  it('change no finding: LF, CRLF, CR and all of them together', () => {
    fc.assert(
      fc.property(
        drafts(6),
        guide,
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 5 }),
        ({ text, format }, itsGuide, ends) => {
          const found = (one: string): unknown =>
            inLf(one, checkDraft(one, { format, guide: GUIDES[itsGuide], segmenter }).findings);
          const lf = text.replace(/\r\n?/gu, '\n');
          const expected = found(lf);
          expect(found(withLineEnds(lf, ['\r\n']))).toEqual(expected);
          expect(found(withLineEnds(lf, ends))).toEqual(expected);
        },
      ),
      cases(120),
    );
  });
});

/**
 * Rules that judge marks and ordinals by themselves. The others read words and sentences: what a fix makes right may
 * show them a fault that was there before.
 */
const MECHANICAL = rules
  .filter(({ fix, severity }) => fix === 'safe' || severity === 'error')
  .map(({ id }) => id);

describe('safe fixes', () => {
  const check = (format: DraftFormat) => (text: string) => checkDraft(text, { format, segmenter }).findings;
  const mechanical = (findings: readonly Finding[]): string[] =>
    findings.map(({ rule }) => rule).filter((rule) => MECHANICAL.includes(rule));

  it('come to an end, and running them on their result changes nothing', () => {
    fc.assert(
      fc.property(drafts(6), ({ text, format }) => {
        const { text: fixed } = fixUntilStable(text, check(format));
        expect(fixUntilStable(fixed, check(format))).toEqual({ text: fixed, applied: 0 });
        expect(check(format)(fixed).flatMap(({ fixes }) => fixes.filter(({ safe }) => safe))).toEqual([]);
      }),
      cases(80),
    );
  });

  it('each take a fault away and bring none', () => {
    fc.assert(
      fc.property(drafts(4), ({ text, format }) => {
        const before = check(format)(text);
        for (const { rule, fixes } of before) {
          const fix = fixes.find(({ safe }) => safe);
          if (fix === undefined) continue;
          const after = check(format)(applyEdits(text, fix.edits));
          // A fault that this one hid may take the place of each edit.
          const allowed = mechanical(before).length - 1 + fix.edits.length;
          expect(mechanical(after).length, `${rule} ${JSON.stringify(fix)}`).toBeLessThanOrEqual(allowed);
        }
      }),
      cases(40),
    );
  });
});
