import { describe, expect, it } from 'vitest';
import type { Cut } from '../../../server/src/core/cutPlan/cut.js';
import { soundCuts } from '../../../server/src/core/cutPlan/soundness.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { DEFAULT_GUIDE } from '../../../server/src/core/guide.js';

const TEXT = '天气很好。要办好三件事：一是修路，二是引水，三是种树。大家辛苦了。渠要清，水要足。谢谢大家。';

/** A cut of some words of the text. */
function cutOf(words: string): Cut {
  const start = TEXT.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const span = { start, end: start + words.length };
  const reason = { zh: words, en: words };
  return {
    kind: 'filler',
    sure: true,
    edits: [{ span, text: '' }],
    places: [span],
    characters: words.length,
    reason,
    score: 1,
  };
}

/** The words of those cuts that bring no error. */
function soundAmong(...words: readonly string[]): string[] {
  const draft = buildDraft(TEXT, 'plain');
  return soundCuts(draft, DEFAULT_GUIDE, words.map(cutOf)).map(({ reason }) => reason.zh);
}

describe('cuts that bring no error', () => {
  it('are kept, whatever stands beside them', () => {
    expect(soundAmong('天气很好。', '大家辛苦了。', '谢谢大家。')).toEqual([
      '天气很好。',
      '大家辛苦了。',
      '谢谢大家。',
    ]);
  });

  it.each(['二是引水，', '，三是种树', '一是修路，'])('are told from one that takes %s', (words) => {
    expect(soundAmong(words)).toEqual([]);
    expect(soundAmong('天气很好。', words, '谢谢大家。')).toEqual(['天气很好。', '谢谢大家。']);
  });

  it('are told from one that brings an error only together with another', () => {
    // Without either of them the announcement still has a list; without both it has one point.
    const kept = soundAmong('要办好三件事：', '二是引水，', '天气很好。');
    expect(kept).toContain('天气很好。');
    expect(kept).not.toContain('二是引水，');
  });

  it('include one of two that exclude each other, and the other when it is sound alone', () => {
    expect(soundAmong('渠要清，', '渠要清，水要足。')).toEqual(['渠要清，', '渠要清，水要足。']);
  });
});
