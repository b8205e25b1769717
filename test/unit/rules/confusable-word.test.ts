import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import type { GuideWords } from '../../../server/src/core/guide.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
import { SOUND_ALIKES } from '../../../server/src/core/lexicon/confusable/soundAlikes.js';
import { knownConfusables } from '../../../server/src/core/lexicon/confusableWords.js';
import * as sounds from './confusable-word/soundAlikes.js';
import * as variants from './confusable-word/variantWords.js';
import * as contexts from './confusable-word/wordsInContext.js';
import { parsePhrases } from '../../../server/src/core/text/phrases.js';
import * as idioms from './confusable-word/wrongIdioms.js';
import * as words from './confusable-word/wrongWords.js';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'confusable-word';
const known = knownConfusables();

/** Wrong forms by right form, as the tables have them. */
const wrongForms = new Map<string, Set<string>>();
for (const { wrong, rights } of known)
  for (const right of rights) {
    const forms = wrongForms.get(right) ?? new Set();
    wrongForms.set(right, forms.add(wrong));
  }

/** What is to be found in which text, and the same text put right. */
interface Case {
  readonly wrong: string;
  readonly text: string;
  readonly mended: string;
}

function entries(table: string): (readonly [string, string])[] {
  return table
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [, right = '', phrase = ''] = /^(.+?)：(.+)$/u.exec(entry) ?? [];
      return [right, phrase] as const;
    });
}

/** One case for every wrong form of every right one. */
const plain: readonly Case[] = [idioms, words, variants].flatMap(({ FIRING }) =>
  entries(FIRING).flatMap(([right, phrase]) =>
    [...(wrongForms.get(right) ?? [])].flatMap((wrong) =>
      inContextOnly(wrong, right)
        ? []
        : [{ wrong, text: `${phrase.replace('~', wrong)}。`, mended: `${phrase.replace('~', right)}。` }],
    ),
  ),
);

function inContextOnly(wrong: string, right: string): boolean {
  return known.every((one) => one.wrong !== wrong || !one.rights.includes(right) || one.kind === 'context');
}

const inContext: readonly Case[] = entries(contexts.FIRING).map(([right, phrase]) => {
  const wrong = /\[(.+)\]/u.exec(phrase)?.[1] ?? '';
  return {
    wrong,
    text: `${phrase.replace(/[[\]]/gu, '')}。`,
    mended: `${phrase.replace(/\[.+\]/u, right)}。`,
  };
});

const soundAlikes: readonly Case[] = entries(sounds.FIRING).flatMap(([right, phrase]) =>
  parsePhrases(SOUND_ALIKES)
    .filter(({ rights }) => rights.includes(right))
    .map(({ wrong }) => ({
      wrong,
      text: `${phrase.replace('~', wrong)}。`,
      mended: `${phrase.replace('~', right)}。`,
    })),
);

const silent = [words, sounds, variants, contexts].flatMap(({ SILENT }) => SILENT.trim().split(/\s+/u));

function withWords(text: string, own: Partial<GuideWords>): readonly string[] {
  const { findings } = checkDraft(text, {
    format: 'plain',
    guide: { rules: {}, words: { ...NO_WORDS, ...own } },
  });
  return findings.filter(({ rule }) => rule === RULE).map(({ message }) => message);
}

describe(RULE, () => {
  it('knows more than a thousand forms, each with an example', () => {
    const tried = new Set([...plain, ...soundAlikes, ...inContext].map(({ wrong }) => wrong));
    expect([...new Set(known.map(({ wrong }) => wrong))].filter((wrong) => !tried.has(wrong))).toEqual([]);
    expect(tried.size).toBeGreaterThan(1000);
  });

  it('finds every form in its example, and the mended text is left alone by every rule', () => {
    const failures: string[] = [];
    for (const { wrong, text, mended } of [...plain, ...soundAlikes, ...inContext]) {
      const findings = findingsOf(RULE, text);
      const places = findings.map(({ span }) => text.slice(span.start, span.end));
      if (places.length !== 1 || places[0] !== wrong) failures.push(`${wrong}: ${text} → ${places.join()}`);
      else if (applyFix(text, findings[0], /改为/u) !== mended) failures.push(`fix of ${text}`);
      const after = checkDraft(mended, { format: 'plain' }).findings;
      if (after.length > 0) failures.push(`${mended}: ${after[0]?.message ?? ''}`);
    }
    expect(failures).toEqual([]);
  });

  it('says nothing where the characters meet across words or are meant', () => {
    expect(silent.filter((text) => findingsOf(RULE, `${text}。`).length > 0)).toEqual([]);
  });

  it('mends wrong forms safely and leaves the others to the writer', () => {
    const safe = (text: string) => findingsOf(RULE, text)[0]?.fixes[0]?.safe;
    expect(safe('县里布署了工作。')).toBe(true);
    expect(safe('这是惟一的路。')).toBe(false);
    expect(safe('截止目前，已经完工。')).toBe(false);
  });

  it('leaves a word alone that is spoken of, and an old form in a title', () => {
    expect(wordsAt(RULE, '不要把“部署”写成“布署”。')).toEqual([]);
    expect(wordsAt(RULE, '他推荐《惟一的山路》，又说这是惟一的一本。')).toEqual(['惟一']);
    expect(wordsAt(RULE, '印发《关于春耕工作布署的通知》。')).toEqual(['布署']);
  });

  it('leaves the old forms of a text of a century ago alone', () => {
    expect(wordsAt(RULE, '这是惟一的路么？你且看罢。')).toEqual([]);
    expect(wordsAt(RULE, '这是惟一的路，布署已定，你且看罢。')).toEqual(['布署']);
    expect(wordsAt(RULE, '这是惟一的路。只能作罢。为什么？')).toEqual(['惟一']);
  });

  it.each(['这是真的么？', '这是真的么！', '你且看罢。', '你且看罢！', '你且看罢？', '那末就走。', '呜呼！'])(
    'takes a text with “%s” for one of a century ago',
    (old) => {
      expect(wordsAt(RULE, `这是惟一的路。\n${old}`)).toEqual([]);
    },
  );

  it.each(['什么？', '怎么？', '这么！', '那么！', '多么！', '要么？', '作罢。', '么，', '罢了。'])(
    'takes no text with “%s” for one',
    (today) => {
      expect(wordsAt(RULE, `这是惟一的路。\n${today}`)).toEqual(['惟一']);
    },
  );

  it('leaves no other form to statutes, nor 做出 to a draft with two articles', () => {
    const article = (nth: string) => `${nth} 委员会布署工作，十日内做出决定。\n`;
    const found = (...nths: string[]) => wordsAt(RULE, nths.map(article).join(''));
    expect(found('第一条', '第二条', '第三条')).toEqual(['布署', '布署', '布署']);
    expect(found('  第十一条', '第〇二条', '第13条')).toEqual(['布署', '布署', '布署']);
    expect(found('第一条', '第二条')).toContain('做出');
    expect(found('按第一条', '按第二条', '按第三条')).toContain('做出');
  });

  it('leaves what is mentioned in quotation marks alone, and not what is quoted with more', () => {
    expect(wordsAt(RULE, '不要写“布署”。')).toEqual([]);
    expect(wordsAt(RULE, '不要写“布署工作”。')).toEqual(['布署']);
    expect(wordsAt(RULE, '不要写“工作布署”。')).toEqual(['布署']);
    expect(wordsAt(RULE, '不要写《布署》。')).toEqual(['布署']);
    expect(wordsAt(RULE, '不要写“惟一的路”。')).toEqual(['惟一']);
  });

  it('leaves 做出 to statutes', () => {
    const article = (nth: string) => `第${nth}条 委员会应当在十日内做出决定。\n`;
    expect(wordsAt(RULE, ['一', '二', '三'].map(article).join(''))).toEqual([]);
    expect(wordsAt(RULE, '委员会应当在十日内做出决定。')).toEqual(['做出']);
  });

  it('reads on over an indent and in Markdown', () => {
    expect(wordsAt(RULE, '　　作好防汛准备。')).toEqual(['作好']);
    expect(wordsAt(RULE, '- **布署**到村，`布署`不算。', { format: 'markdown' })).toEqual(['布署']);
    const split = findingsOf(RULE, '要**布**署到村。', { format: 'markdown' });
    expect(split.map(({ fixes }) => fixes.length)).toEqual([0]);
  });

  it('honours the words of the writer’s own house', () => {
    expect(withWords('县局布署了青石岭工作。', { fixedTerms: ['布署了青石岭'] })).toEqual([]);
    expect(withWords('请乡办报送。', { confusableWords: { 乡办: '乡党政办' } })).toEqual([
      '“乡办”不合本单位的写法，请写作“乡党政办”。',
    ]);
    expect(withWords('请县乡办公室报送。', { confusableWords: { 办公: '办公室' } })).toEqual([]);
    expect(withWords('这是惟一的路。', { confusableWords: { 惟一: '惟一' } })).toEqual([]);
  });
});
