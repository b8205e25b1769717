import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { tileWords } from '../../../server/src/segmenter/words.js';
import { cases } from '../../arbitraries/cases.js';

const loaded = loadSegmenter();
const segmenters = [createIntlSegmenter(), loaded.segmenter];

describe.each(segmenters.map((segmenter) => [segmenter.id, segmenter] as const))('%s', (_id, segmenter) => {
  it('finds words', () => {
    expect(segmenter.segment('我们要加强领导。').map(({ text }) => text)).toContain('领导');
  });

  it('gives words that tile any text', () => {
    const text = fc.array(
      fc.constantFrom(...Array.from('要加强领导，“安全”1.5%a b\u00A0\n𠮷👍\uD83D\u0000')),
      {
        maxLength: 900,
      },
    );
    fc.assert(
      fc.property(text, (chars) => {
        const source = chars.join('');
        for (const words of [segmenter.segment(source), segmenter.tag?.(source) ?? []]) {
          if (words.length === 0) continue;
          expect(words.map((word) => word.text).join('')).toBe(source);
          words.forEach((word, i) => {
            expect(word.start).toBe(words[i - 1]?.end ?? 0);
            expect(source.slice(word.start, word.end)).toBe(word.text);
          });
        }
      }),
      cases(200),
    );
  });

  it('reads what stands between two ， as it does in the sentence', () => {
    const drafts = readdirSync('test/drafts').filter((name) => name.endsWith('.txt'));
    const cut = (text: string): string[] => segmenter.segment(text).map((word) => word.text);
    for (const name of drafts) {
      const sentences = readFileSync(`test/drafts/${name}`, 'utf8').match(/[^。！？\r\n]+/gu) ?? [];
      for (const sentence of sentences) {
        const stretches = sentence.match(/(?:[^，]|(?<=[0-9])，(?=[0-9]))+，?|，/gu) ?? [];
        expect(stretches.flatMap(cut)).toEqual(cut(sentence));
        const tagged = segmenter.tag?.(sentence);
        if (tagged !== undefined) expect(tagged.map((word) => word.text)).toEqual(cut(sentence));
      }
    }
  });
});

describe('nodejieba', () => {
  it.runIf(loaded.segmenter.tag !== undefined)('tells parts of speech', () => {
    expect(loaded.segmenter.tag?.('加强领导').map(({ text, tag }) => `${text}/${tag}`)).toEqual([
      '加强/v',
      '领导/n',
    ]);
  });

  it('is loaded, or the reason why not is told', () => {
    expect(loaded.segmenter.id === 'jieba').toBe(loaded.fallbackReason === undefined);
  });
});

describe('tileWords', () => {
  it('fills what a segmenter garbled or lost from the text', () => {
    expect(tileWords('甲乙丙丁', ['甲', '?', '丙']).map(({ text }) => text)).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
  });
});
