import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { IgnoredFinding } from '../../server/src/core/guide.js';
import {
  applyIgnored,
  ignoredPlace,
  ignoredWording,
  isWording,
  type Ignorable,
} from '../../server/src/core/ignored.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { cases } from '../arbitraries/cases.js';

const { segmenter } = loadSegmenter();

/** A finding at the `nth` place (from 0) where `words` stand. */
function at(text: string, words: string, nth = 0, rule = 'stock-phrase'): Ignorable {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`${words} is not in the text`);
  return { rule, span: { start, end: start + words.length } };
}

/** A finding at each place where `words` stand. */
function everywhere(text: string, words: string, rule = 'stock-phrase'): Ignorable[] {
  return text
    .split(words)
    .slice(1)
    .map((_, nth) => at(text, words, nth, rule));
}

/** Where findings are left when `entries` are ignored. */
function left(text: string, findings: readonly Ignorable[], ...entries: IgnoredFinding[]): number[] {
  return applyIgnored(findings, entries, text).kept.map(({ span }) => span.start);
}

const TEXT = '会议要求，大力弘扬实干作风。\n各村要大力弘扬互助精神，大力弘扬好家风。\n';
const FOUND = everywhere(TEXT, '大力弘扬');

describe('a wording that is ignored', () => {
  const entry = ignoredWording(TEXT, at(TEXT, '大力弘扬'));

  it('is recorded by its words alone', () => {
    expect(entry).toEqual({ rule: 'stock-phrase', text: '大力弘扬' });
    expect(isWording(entry)).toBe(true);
  });

  it('is ignored wherever it stands, in any draft', () => {
    expect(left(TEXT, FOUND, entry)).toEqual([]);
    const other = '全镇大力弘扬新风。';
    expect(left(other, everywhere(other, '大力弘扬'), entry)).toEqual([]);
  });

  it('is ignored of its rule only, and no other wording is', () => {
    const others = [at(TEXT, '大力弘扬', 1, 'repeated-word'), at(TEXT, '互助精神')];
    expect(applyIgnored(others, [entry], TEXT).kept).toEqual(others);
  });

  it('may be written by hand with blanks', () => {
    expect(left(TEXT, FOUND, { rule: 'stock-phrase', text: ' 大力 弘扬\n' })).toEqual([]);
  });

  it('does not say anything when it is a mark or a blank', () => {
    const text = '他说：“好 的。';
    expect(isWording(ignoredWording(text, at(text, '“')))).toBe(false);
    expect(ignoredWording(text, at(text, ' ')).text).toBe('␣');
    expect(isWording(ignoredWording(text, at(text, ' ')))).toBe(false);
  });
});

describe('a place that is ignored', () => {
  it('is recorded with what stands around it on its line', () => {
    expect(ignoredPlace(TEXT, at(TEXT, '大力弘扬', 1), FOUND)).toEqual({
      rule: 'stock-phrase',
      text: '大力弘扬',
      before: '各村要',
      after: '互助精神，大力弘',
    });
  });

  it('leaves the other places where the words stand', () => {
    for (const [index, finding] of FOUND.entries()) {
      const entry = ignoredPlace(TEXT, finding, FOUND);
      expect(applyIgnored(FOUND, [entry], TEXT).ignored, String(index)).toEqual([finding]);
    }
  });

  it('is told from places that are alike close by', () => {
    const line = '我们要大力弘扬新风。';
    const text = `开头的一句话。\n${line}\n中间的一句话。\n${line}\n最后的一句话。\n`;
    const found = everywhere(text, '大力弘扬');
    for (const finding of found) {
      expect(applyIgnored(found, [ignoredPlace(text, finding, found)], text).ignored).toEqual([finding]);
    }
  });

  it('is found again after blanks and marks around it were changed', () => {
    const entry = ignoredPlace(TEXT, at(TEXT, '大力弘扬', 2), FOUND);
    const edited = TEXT.replace('精神，大力弘扬好家风', '精神； 大力弘扬\u3000好家风');
    expect(left(edited, everywhere(edited, '大力弘扬'), entry)).toHaveLength(2);
  });

  it('is found again when one side was rewritten', () => {
    const entry = ignoredPlace(TEXT, at(TEXT, '大力弘扬', 2), FOUND);
    const edited = TEXT.replace('大力弘扬好家风', '大力弘扬优良的传统');
    expect(left(edited, everywhere(edited, '大力弘扬'), entry)).toHaveLength(2);
  });

  it('is not taken for another when its sentence is gone', () => {
    const entry = ignoredPlace(TEXT, at(TEXT, '大力弘扬'), FOUND);
    const edited = '同志们，今年我们大力弘扬新风正气，成绩很大。';
    const result = applyIgnored(everywhere(edited, '大力弘扬'), [entry], edited);
    expect(result.kept).toHaveLength(1);
    expect(result.unmatched).toEqual([entry]);
  });

  it('survives changes behind the beginning of long words', () => {
    const paragraph = (more: string): string =>
      `各村各社区要把秋粮收购这件事放在心上，${more}把仓容腾出来，把价格贴出来，把队伍排好，让种粮户少跑一趟路。`;
    const text = `前一段。\n${paragraph('')}\n后一段。`;
    const finding = at(text, paragraph(''), 0, 'paragraph-too-long');
    const entry = ignoredPlace(text, finding, [finding]);
    expect(entry).toEqual({
      rule: 'paragraph-too-long',
      text: '各村各社区要把秋粮收购这件事放在心上，把仓容腾出…',
      before: '',
      after: '',
    });
    const edited = `新的一段。\n${text.replace('让种粮户少跑一趟路', '不误农时')}`;
    const start = edited.indexOf('各村');
    const again = { rule: finding.rule, span: { start, end: edited.indexOf('\n后一段') } };
    expect(applyIgnored([again], [entry], edited).kept).toEqual([]);
  });

  it('keeps no half of a character', () => {
    const text = `${'𠮷'.repeat(9)}大力弘扬${'𠮷'.repeat(9)}大力弘扬`;
    const found = everywhere(text, '大力弘扬');
    for (const finding of found) {
      const entry = ignoredPlace(text, finding, found);
      expect(`${entry.before ?? ''} ${entry.after ?? ''}`).not.toMatch(/\p{Cs}/u);
      expect(applyIgnored(found, [entry], text).ignored).toEqual([finding]);
    }
  });
});

describe('whatever is written', () => {
  const WORDS = '大力弘扬';
  const filler = fc
    .array(fc.constantFrom(...Array.from('村路桥水田仓粮人事会，。；“”\n 𠮷'), '大力弘扬', '大力'), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join(''));

  it('an ignored finding stays ignored after any edit outside its context', () => {
    fc.assert(
      fc.property(filler, filler, filler, filler, (before, after, newBefore, newAfter) => {
        // What the entry keeps reaches at most 48 characters that are no blanks.
        const guard = '甲乙丙丁戊己庚辛壬癸子丑'.repeat(4);
        const near = `${guard}\n${before}${WORDS}${after}\n${guard}`;
        const text = `${newAfter}${near}${newBefore}`;
        const finding: Ignorable = {
          rule: 'stock-phrase',
          span: {
            start: newAfter.length + guard.length + 1 + before.length,
            end: newAfter.length + guard.length + 1 + before.length + WORDS.length,
          },
        };
        const entry = ignoredPlace(text, finding, everywhere(text, WORDS));
        const edited = `${newBefore}\n${near}${newAfter}`;
        const start = newBefore.length + 1 + guard.length + 1 + before.length;
        const { ignored } = applyIgnored(everywhere(edited, WORDS), [entry], edited);
        expect(ignored.map(({ span }) => span.start)).toContain(start);
      }),
      cases(300),
    );
  });

  it('no finding of another rule is taken out, and every finding is kept or ignored, in order', () => {
    const rule = fc.constantFrom('stock-phrase', 'repeated-word');
    fc.assert(
      fc.property(filler, filler, rule, fc.boolean(), (text, other, about, here) => {
        const found = [
          ...everywhere(text, WORDS),
          ...everywhere(text, WORDS, 'repeated-word'),
          ...everywhere(text, '大力'),
        ].sort((a, b) => a.span.start - b.span.start);
        const source = `${other}${WORDS}${text.slice(0, 9)}`;
        const finding = at(source, WORDS, 0, about);
        const entry = here ? ignoredPlace(source, finding, [finding]) : ignoredWording(source, finding);
        const { kept, ignored, unmatched } = applyIgnored(found, [entry], text);
        expect(found.filter((one) => kept.includes(one) || ignored.includes(one))).toEqual(found);
        expect(kept.length + ignored.length).toBe(found.length);
        expect(kept).toEqual(found.filter((one) => kept.includes(one)));
        for (const { span, rule: its } of ignored) {
          expect(its).toBe(about);
          expect(text.slice(span.start, span.end)).toBe(WORDS);
        }
        expect(unmatched).toEqual(ignored.length === 0 ? [entry] : []);
      }),
      cases(100),
    );
  });
});

describe('a check', () => {
  const draft = '同志们：\n会议 开得很好，大家 都发了言。\n请某某同志讲话。\n';
  const whole = checkDraft(draft, { format: 'plain', segmenter });

  it('leaves out what its guide ignores, and says so', () => {
    expect(whole.findings.map(({ rule }) => rule)).toEqual([
      'stray-space',
      'stray-space',
      'placeholder-left',
    ]);
    const [first, second, third] = whole.findings;
    if (first === undefined || third === undefined) throw new Error('not found');
    const entries = [ignoredPlace(draft, first, whole.findings), ignoredWording(draft, third)];
    const unmatched = { rule: 'stray-space', text: '别处' };
    const result = checkDraft(draft, {
      format: 'plain',
      segmenter,
      guide: { rules: {}, ignored: [...entries, unmatched] },
    });
    expect(result.findings).toEqual([second]);
    expect(result.ignored).toEqual([first, third]);
    expect(result.unmatchedIgnored).toEqual([unmatched]);
  });
});
