import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { knownDraft } from '../../../server/src/core/draft/knownDraft.js';

describe('a draft known from elsewhere', () => {
  it('has the paragraphs of its text and the figures that are known', () => {
    const text = '## 任务\n\n今年**修渠**。\n';
    const draft = knownDraft(text, 'markdown', { characters: 7, chinese: true });
    const built = buildDraft(text, 'markdown');
    expect([draft.text, draft.format, draft.characters, draft.chinese]).toEqual([text, 'markdown', 7, true]);
    expect(draft.paragraphs.map((paragraph) => paragraph.text)).toEqual(['任务', '今年修渠。']);
    expect(draft.paragraphs.map(({ analysis }) => analysis)).toEqual(
      built.paragraphs.map(({ analysis }) => analysis),
    );
    expect(draft.paragraphs).toBe(draft.paragraphs);
  });
});
