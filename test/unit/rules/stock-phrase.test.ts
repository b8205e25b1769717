import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { NO_WORDS, type GuideWords } from '../../../server/src/core/guide.js';
import { STOCK_PHRASES } from '../../../server/src/core/lexicon/stockPhrases.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'stock-phrase';

/** A paragraph of stock phrases and little else; the sentences are long enough not to be named one by one. */
const THICK = [
  '今年以来，镇里进一步修好了通到山上的路，切实把水引到了半坡的果园里，老乡们都看在眼里。',
  '各村不断把账目贴到墙上，着力把旧账一笔一笔理清楚，群众说这件事办得明白。',
  '修渠的队伍扎实干了两个冬天，大力清掉了淤在沟里的石头，今年春天水就到了田头。',
  '学校的老师认真备课，积极上门家访，孩子们冬天也愿意来上学了，家长放心。',
  '卫生院要全力守好山里人的健康，努力把药送到最远的院坝，老人不用再下山。',
  '大家高度重视防火，第一时间赶到了后山，全力以赴砍出了一条隔离带，火没有过沟。',
].join('');

/** The same length without stock phrases. */
const PLAIN =
  '今年春天镇里修好了通到山上的路，又把水引到半坡的果园，老乡们看在眼里，都说这件事办得好。'.repeat(6);

describe(RULE, () => {
  it('names the density once, with the phrases as related places', () => {
    const findings = findingsOf(RULE, THICK);
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding?.message).toMatch(/^全文有 13 处套话，每千字 \d+\.\d 处，超过 10 处/u);
    const words = [finding, ...(finding?.related ?? [])].map((place) =>
      THICK.slice(place?.span.start, place?.span.end),
    );
    expect(words).toEqual(
      expect.arrayContaining(['进一步', '切实', '不断', '第一时间', '全力以赴', '高度重视']),
    );
  });

  it('says nothing of a plain text, however long, nor of a short one', () => {
    expect(findingsOf(RULE, PLAIN)).toEqual([]);
    expect(findingsOf(RULE, '我们要进一步修好山路，切实把水引到田头。')).toEqual([]);
  });

  it('says nothing of a long text with a stock phrase here and there', () => {
    expect(findingsOf(RULE, `${PLAIN}\n`.repeat(8) + THICK)).toEqual([]);
  });

  it('lets the writer move the limit', () => {
    expect(findingsOf(RULE, THICK, { options: { perThousand: 100 } })).toEqual([]);
    expect(findingsOf(RULE, `${PLAIN}\n`.repeat(3) + THICK, { options: { perThousand: 5 } })).toHaveLength(1);
  });

  it('names a sentence that consists of stock phrases', () => {
    const text = '全镇干部要进一步担当作为、真抓实干，切实把各项任务落到实处。大家听明白了，就去做。';
    expect(wordsAt(RULE, text)).toEqual(['进一步']);
    expect(findingsOf(RULE, text)[0]?.message).toBe(
      '这句话里有 5 处套话（进一步、担当作为、真抓实干、切实、落到实处），请删去几处，说得具体些。',
    );
    expect(findingsOf(RULE, text, { options: { perSentence: 6 } })).toEqual([]);
  });

  it('names at most three sentences', () => {
    const one = '要进一步担当作为、真抓实干，切实落到实处。';
    const text = `${one}${PLAIN}\n`.repeat(6);
    expect(findingsOf(RULE, text, { options: { perThousand: 100 } })).toHaveLength(3);
  });

  it('counts nothing in fixed terms, headings and quotations', () => {
    for (const text of [
      '全面深化改革、全面依法治国、全面从严治党、全面推进中华民族伟大复兴。',
      '深入学习贯彻习近平新时代中国特色社会主义思想，全面贯彻新发展理念。',
      '一、进一步担当作为、真抓实干，切实把任务落到实处',
      '牌子上写着“进一步担当作为、真抓实干，切实把任务落到实处”。',
      '生产的积极性提高了，有效期延长了，泉水源源不断，坚决不喝酒的人多了。',
    ]) {
      expect(findingsOf(RULE, text, { options: { perSentence: 2 } }), text).toEqual([]);
    }
  });

  it('counts no word that the draft itself announces in quotation marks', () => {
    const text = '今年要做到“两个扎实”：学习扎实，工作扎实，作风扎实，记录扎实。';
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('counts the longest phrase where one lies in another', () => {
    const text = '要充分发挥长处，提供坚强保障。';
    expect(findingsOf(RULE, text, { options: { perSentence: 2 } })[0]?.message).toContain(
      '2 处套话（充分发挥、提供坚强保障）',
    );
  });

  it('heeds the words of the writer’s own house', () => {
    const check = (text: string, own: Partial<GuideWords>) =>
      checkDraft(text, {
        format: 'plain',
        guide: {
          rules: { [RULE]: { options: { perSentence: 2 } }, 'repeated-word': { severity: 'off' } },
          words: { ...NO_WORDS, ...own },
        },
      }).findings.filter(({ rule }) => rule === RULE);
    const text = '这项工作要拉高标杆、争创一流。';
    expect(check(text, {})).toEqual([]);
    expect(check(text, { stockPhrases: ['拉高标杆', '争创一流'] })).toHaveLength(1);
    const own = '要真抓实干、担当作为。';
    expect(check(own, {})).toHaveLength(1);
    expect(check(own, { fixedTerms: ['真抓实干、担当作为'] })).toEqual([]);
  });
});

it.each(STOCK_PHRASES)('counts “%s”', (phrase) => {
  const text = `${phrase}，要努力。`;
  const message = findingsOf(RULE, text, { options: { perSentence: 2 } })[0]?.message;
  expect(message).toContain(`2 处套话（${phrase}、努力）`);
});
