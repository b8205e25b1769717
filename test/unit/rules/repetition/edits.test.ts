import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../../server/src/core/check.js';
import { AnalysisCache } from '../../../../server/src/core/draft/analysisCache.js';
import type { Guide } from '../../../../server/src/core/guide.js';
import { rules } from '../../../../server/src/core/rules/registry.js';
import { cases } from '../../../arbitraries/cases.js';

/** Lines that repeat one another word for word, nearly, by their frames, near each other and far apart. */
const LINES = [
  '在全县护林防火工作会议上的讲话',
  '同志们：',
  '# 一、把护林防火的责任落实到山头地块',
  '一是要充分发挥护林队伍的看守作用，把护林防火的责任落实到山头地块。',
  '二是要充分发挥乡村医生的守护作用，把护林防火的责任落实到每家每户。',
  '充分发挥赶集广播的宣传作用，坚持把防火贯穿护林始终，坚持把水质安全贯穿修渠的整个始终。',
  '各村要在下个月之前把水渠修好，并把防火道砍通，不留一处死角。',
  '各村要在下个月之前把水渠修好，并把防火道砍通，不留一点死角。大家说过：不留一点死角，把防火道砍通。',
  '乡亲们盼着新操场早日完工，孩子们都盼着新操场早日完工。乡亲们盼着新操场早日完工。',
  '第三条　护林员每天巡山一次，并且做好记录。',
  '“护林防火的责任”写进了村规民约，王家村护林防火责任办法已经印发。',
  '> 各村要在下个月之前把水渠修好，并把防火道砍通，不留一处死角。',
  '好。',
  '',
];

/** Takes lines out of a draft and puts others there. */
const edit = fc.record({
  at: fc.nat({ max: 60 }),
  removed: fc.nat({ max: 3 }),
  added: fc.array(fc.constantFrom(...LINES), { maxLength: 3 }),
});

const guideWith = (short: boolean): Guide => ({
  rules: {
    ...Object.fromEntries(rules.map(({ id }) => [id, { severity: 'off' as const }])),
    'repeated-phrase': { options: { minChars: short ? 6 : 10 } },
    'near-duplicate': { options: { minChars: short ? 10 : 20 } },
    'repeated-frame': { options: { minCount: short ? 2 : 3 } },
  },
});

describe('what comes back in a draft', () => {
  it('is told after any sequence of edits as in a draft read for the first time', () => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { minLength: 24, maxLength: 60 }),
        fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('plain' as const, 'markdown' as const),
        (first, edits, format) => {
          const cache = new AnalysisCache();
          let lines = first;
          for (const [{ at, removed, added }, short] of edits) {
            lines = lines.toSpliced(at % (lines.length + 1), removed, ...added);
            const text = lines.join(format === 'plain' ? '\n' : '\n\n');
            const options = { format, guide: guideWith(short) };
            const { findings, failures } = checkDraft(text, { ...options, cache });
            expect(failures).toEqual([]);
            expect(findings).toEqual(checkDraft(text, options).findings);
            told += findings.length;
          }
        },
      ),
      cases(60),
    );
    expect(told).toBeGreaterThan(0);
  });
});
