import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
import { termAt } from '../../../server/src/core/restructure/termAt.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { outcomeOf, restructured, titleOf, type Trial } from './restructured.js';
import { cases } from '../../arbitraries/cases.js';

const { segmenter } = loadSegmenter();
const TERM = { from: '河长办', to: '河长制办公室' };

/** The doubts of each place, in order. */
function doubts(text: string, trial: Trial): readonly (string | undefined)[] {
  const outcome = outcomeOf('replaceTerm', text, trial);
  if ('reason' in outcome) throw new Error(outcome.reason.en);
  return outcome.changes.map(({ doubt }) => doubt?.zh);
}

describe('replacing a term', () => {
  it('replaces it everywhere and says how often', () => {
    const text = '河长办要牵头。\n各镇河长办、村河长办都要动起来。\n';
    expect(restructured('replaceTerm', text, { term: TERM })).toBe(text.replaceAll('河长办', '河长制办公室'));
    expect(titleOf('replaceTerm', text, { term: TERM })).toBe('把“河长办”改成“河长制办公室”（3 处）');
  });

  it('leaves alone what is written the new way already', () => {
    const term = { from: '河长', to: '河长制' };
    expect(restructured('replaceTerm', '落实河长制，河长要上岗。', { term })).toBe(
      '落实河长制，河长制要上岗。',
    );
  });

  it('doubts titles and what other people said, not the term in quotation marks', () => {
    const text = '读《河长办手册》。他说：“河长办要牵头。”“河长办”要牵头。';
    expect(doubts(text, { term: TERM })).toEqual(['在《》里，可能是原名', '在引文里，可能是原话', undefined]);
  });

  it('doubts fixed terms, known or the writer’s own', () => {
    expect(doubts('推动乡村振兴，建设美丽乡村。', { term: { from: '乡村', to: '农村' } })[0]).toMatch(
      /固定提法/u,
    );
    const words = { fixedTerms: ['清水河长办'] };
    expect(doubts('清水河长办牵头。', { term: TERM, words })).toEqual(['在固定提法“清水河长办”里']);
    expect(doubts('河长办牵头。', { term: TERM, words: { fixedTerms: ['河长办'] } })).toEqual([undefined]);
  });

  it('doubts what is a part of a longer word', () => {
    const term = { from: '人民', to: '群众' };
    expect(doubts('人民过上好日子，兑换人民币。', { term, segmenter })).toEqual([
      undefined,
      '可能是“人民币”的一部分',
    ]);
  });

  it('doubts no word that the segmenter makes of an unknown term and what stands beside it', () => {
    expect(doubts('河长办要牵头。请河长办发言。', { term: TERM, segmenter })).toEqual([undefined, undefined]);
    const term = { from: '党办', to: '党委办公室' };
    expect(doubts('党办系统要带头，县委党办公室要跟上。', { term, segmenter })).toEqual([
      undefined,
      '可能是“办公室”的一部分',
    ]);
  });

  it('leaves code and other syntax of Markdown alone', () => {
    const text = '河长办牵头，见 `河长办` 和[说明](河长办.md)，河**长办**配合。\n';
    expect(restructured('replaceTerm', text, { term: TERM, format: 'markdown' })).toBe(
      text.replace('河长办', '河长制办公室'),
    );
  });

  it.each([
    [{ from: '湖长办', to: '湖长制办公室' }, /没有“湖长办”/u],
    [{ from: '', to: '甲' }, /请先写出/u],
    [{ from: '河长办', to: ' ' }, /请先写出/u],
    [{ from: '河长办', to: '甲\n乙' }, /请先写出/u],
    [{ from: '河长办', to: '河长办' }, /一样/u],
  ])('says why %j is not replaced', (term, reason) => {
    expect(restructured('replaceTerm', '河长办牵头。', { term })).toMatch(reason);
  });
});

describe('any text', () => {
  it('is itself again when the new term is replaced by the old one', () => {
    const piece = fc.constantFrom(
      '河长',
      '河长办',
      '办',
      '《',
      '》',
      '“',
      '”',
      '要牵头',
      '。',
      '\n',
      '\u{20BB7}',
      '👍',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const there = restructured('replaceTerm', text, { term: { from: '河长办', to: '湖委' } });
        if (!text.includes('河长办')) return;
        expect(there).toBe(text.replaceAll('河长办', '湖委'));
        expect(restructured('replaceTerm', there, { term: { from: '湖委', to: '河长办' } })).toBe(text);
      }),
      cases(100),
    );
  });
});

describe('the term at a place', () => {
  const at = (marked: string) => {
    const [before = '', selected = '', after] = marked.split('|');
    const start = before.length;
    return termAt({
      draft: buildDraft(marked.replaceAll('|', ''), 'plain'),
      place: { start, end: after === undefined ? start : start + selected.length },
      segmenter,
      words: { ...NO_WORDS, preferredTerms: { 河长办: '河长制办公室' } },
    });
  };

  it('is what is selected', () => {
    expect(at('请|各村支书|发言。')).toEqual({ from: '各村支书' });
  });

  it('comes with the name that is to be kept to', () => {
    expect(at('请|河长办|发言。')).toEqual({ from: '河长办', to: '河长制办公室' });
    expect(at('请河|长办发言。')).toEqual({ from: '河长办', to: '河长制办公室' });
  });

  it('is the word under the caret', () => {
    expect(at('请群|众发言。')).toEqual({ from: '群众' });
  });

  it('is nothing between paragraphs', () => {
    expect(at('甲。\n|\n乙。')).toEqual({});
  });
});
