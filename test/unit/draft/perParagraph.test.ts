import { beforeEach, describe, expect, it } from 'vitest';
import { AnalysisCache } from '../../../server/src/core/draft/analysisCache.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { perParagraph, perParagraphAnd } from '../../../server/src/core/draft/perParagraph.js';

const computed: string[] = [];
const lengthOf = perParagraph(({ text }) => {
  computed.push(text);
  return text.length;
});
const kindOf = perParagraph(({ kind, level }) => {
  computed.push(kind);
  return `${kind} ${String(level)}`;
});
const has = perParagraphAnd(({ text }, word: string) => {
  computed.push(word);
  return text.includes(word);
});

beforeEach(() => {
  computed.length = 0;
});

function editor(
  format: DraftFormat = 'plain',
): (text: string) => ReturnType<typeof buildDraft>['paragraphs'] {
  const cache = new AnalysisCache();
  return (text) => buildDraft(text, format, cache).paragraphs;
}

describe('what is kept with a paragraph', () => {
  it('is worked out once, wherever the paragraph moves', () => {
    const edit = editor();
    expect(edit('天\n大地').map(lengthOf)).toEqual([1, 2]);
    expect(edit('大地\n\n天\n天').map(lengthOf)).toEqual([2, 1, 1]);
    expect(computed).toEqual(['天', '大地']);
  });

  it('is that of a content, too', () => {
    const [paragraph] = editor()('大地');
    expect(paragraph && [lengthOf(paragraph.content), lengthOf(paragraph)]).toEqual([2, 2]);
    expect(computed).toEqual(['大地']);
  });

  it('goes with a paragraph of the same words and another kind no more', () => {
    const edit = editor('markdown');
    expect(edit('春耕\n\n- 春耕\n\n# 春耕\n\n## 春耕').map(kindOf)).toEqual([
      'body 0',
      'item 0',
      'heading 1',
      'heading 2',
    ]);
  });

  it('is let go with the paragraph', () => {
    const edit = editor();
    for (const text of ['天\n地', '地', '地\n天']) edit(text).forEach(lengthOf);
    expect(computed).toEqual(['天', '地', '天']);
  });

  it('is worked out again for another thing that it goes by', () => {
    const edit = editor();
    const ask = (word: string): boolean[] => edit('天地\n天').map((paragraph) => has(paragraph, word));
    expect([ask('地'), ask('地'), ask('天'), ask('地')]).toEqual([
      [true, false],
      [true, false],
      [true, true],
      [true, false],
    ]);
    expect(computed).toEqual(['地', '地', '天', '天', '地', '地']);
  });
});
