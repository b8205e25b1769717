import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { NO_WORDS, type GuideWords } from '../../../server/src/core/guide.js';
import { FIXED_TERMS } from '../../../server/src/core/lexicon/fixedTerms.js';
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

  /** One sentence of so many characters with these phrases in it. */
  const sentence = (phrases: readonly string[], length: number): string =>
    `${phrases.join('，').padEnd(length - 1, '渠')}。`;

  it('names the density from twelve phrases on, above the limit', () => {
    const options = { perSentence: 20 };
    const draft = (count: number, length: number) =>
      findingsOf(
        RULE,
        sentence(
          Array.from({ length: count }, () => '切实'),
          length,
        ),
        { options },
      );
    expect(draft(12, 1200)).toEqual([]);
    expect(draft(12, 1199).map(({ message }) => message)).toEqual([
      '全文有 12 处套话，每千字 10.0 处，超过 10 处；用得最多的是“切实”×12，能删的请删去，换成具体的事。',
    ]);
    expect(draft(11, 100)).toEqual([]);
  });

  it('names the three phrases that are used most, and how often', () => {
    const times = (word: string, count: number) => `${word}修渠。`.repeat(count);
    const text = times('切实', 2) + times('第一时间', 5) + times('不断', 1) + times('着力', 4);
    expect(findingsOf(RULE, text)[0]?.message).toContain(
      '用得最多的是“第一时间”×5、“着力”×4、“切实”×2，能删',
    );
  });

  it('points at the first phrase of the paragraph that holds most, and at all others beside it', () => {
    const lines = [
      '切实修渠。努力修路。',
      '着力修渠。大力修路。不断修桥。',
      '狠抓治水。坚决禁火。全力防风。',
      '扎实备耕。切实护林。努力清账。认真改水。积极架桥。',
    ];
    const places = (text: string) => {
      const [finding] = findingsOf(RULE, text);
      return [finding?.span, ...(finding?.related ?? []).map(({ span }) => span)].map((span) =>
        text.slice(span?.start, span?.end),
      );
    };
    const found = [
      '扎实',
      '切实',
      '努力',
      '着力',
      '大力',
      '不断',
      '狠抓',
      '坚决',
      '全力',
      '切实',
      '努力',
      '认真',
      '积极',
    ];
    expect(places(lines.join('\n'))).toEqual(found);
    const even = lines.slice(0, 3).join('\n');
    expect(places(`${even}\n${'切实修渠。'.repeat(2)}\n${'努力修路。'.repeat(2)}`)[0]).toBe('着力');
    const [related] = findingsOf(RULE, lines.join('\n')).map((finding) => finding.related);
    expect(related?.[0]?.message).toBe('套话“切实”');
  });

  it('names at most fifty places: the emptiest phrases, of formulas the first two, then the others', () => {
    const times = (word: string, count: number) => `${word}修渠。`.repeat(count);
    const named = (text: string) => {
      const [finding] = findingsOf(RULE, text);
      return [finding?.span, ...(finding?.related ?? []).map(({ span }) => span)].map((span) =>
        text.slice(span?.start, span?.end),
      );
    };
    const text = times('认真', 20) + times('第一时间', 20) + times('切实', 20) + times('进一步', 10);
    expect(named(text)).toEqual([
      ...Array.from({ length: 18 }, () => '认真'),
      ...Array.from({ length: 2 }, () => '第一时间'),
      ...Array.from({ length: 20 }, () => '切实'),
      ...Array.from({ length: 10 }, () => '进一步'),
    ]);
    expect(named(times('第一时间', 50))).toHaveLength(50);
    expect(named(times('第一时间', 51))).toHaveLength(2);
    expect(named(times('切实', 30) + times('进一步', 45)).filter((word) => word === '切实')).toHaveLength(5);
  });

  it('takes a sentence for overloaded from four phrases on, when there is one to ten characters', () => {
    const four = ['切实', '不断', '着力', '大力'];
    expect(findingsOf(RULE, sentence(four, 43))).toHaveLength(1);
    expect(findingsOf(RULE, sentence(four, 44))).toEqual([]);
    expect(findingsOf(RULE, sentence(four.slice(1), 20))).toEqual([]);
    const [finding] = findingsOf(RULE, sentence(four, 43));
    expect(finding?.related.map(({ span }) => span.start)).toEqual([3, 6, 9]);
  });

  it('names the worst sentences, the worst first where two stand alike', () => {
    const words = '切实 不断 着力 大力 坚决 全力 扎实 狠抓'.split(' ');
    const text = [4, 5, 6, 7].map((count) => sentence(words.slice(0, count), 40)).join('') + PLAIN;
    const found = findingsOf(RULE, text, { options: { perThousand: 100, perSentence: 4 } });
    expect(found.map(({ message }) => /有 (\d) 处/u.exec(message)?.[1])).toEqual(['5', '6', '7']);
  });

  it('says nothing of four phrases in as many sentences', () => {
    expect(findingsOf(RULE, '切实修渠。不断修路。着力修桥。大力修坝。')).toEqual([]);
  });

  it.each(
    '深入浅出 深入人心 积极性 积极分子 积极因素 努力方向 有效期 有效性 充分就业 充分条件 全面发展 全面性 全面小康 全面二孩 两个全面 四个全面 坚决不 绵绵不断 源源不断 连续不断 接连不断 延绵不断 不断线 不断档 不断流 不断供 全面加强党的 全面依法 全面从严'
      .split(' ')
      .concat(
        FIXED_TERMS.filter((term) =>
          STOCK_PHRASES.some((phrase) => term.includes(phrase) && term !== phrase && term.length < 18),
        ),
      )
      .map((bound) => [bound]),
  )('counts nothing of “%s”', (bound) => {
    expect(findingsOf(RULE, `${bound}，切实。`, { options: { perSentence: 2 } })).toEqual([]);
  });

  it('counts no phrase that shares a character with a fixed term', () => {
    const options = { perSentence: 2 };
    expect(findingsOf(RULE, '全面从严治党主体责任重大，切实。', { options })).toEqual([]);
    expect(findingsOf(RULE, '责任重大，切实。', { options })).toHaveLength(1);
    expect(findingsOf(RULE, '意义重大众创业、万众创新，切实。', { options })).toEqual([]);
  });

  it('counts what stands before and behind a quotation, and not what stands in it', () => {
    const options = { perSentence: 2 };
    expect(findingsOf(RULE, '切实“修渠”着力。', { options })).toHaveLength(1);
    expect(findingsOf(RULE, '切实“着力”修渠。', { options })).toEqual([]);
    expect(findingsOf(RULE, '切实读《着力修渠》。', { options })).toEqual([]);
  });

  it.each([
    ['“两个扎实”', '扎实', 0],
    [`“扎实${'修'.repeat(18)}”`, '扎实', 0],
    [`“扎实${'修'.repeat(19)}”`, '扎实', 1],
    ['《扎实》', '扎实', 1],
    ['“两个扎”“实”', '扎实', 1],
    ['“实扎”“扎实”', '扎实', 0],
  ] as const)('takes a word for announced by a term in quotation marks: %s', (quoted, word, count) => {
    const text = `今年要做到${quoted}。\n${word}、${word}、${word}、${word}。`;
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it('leaves out only the word that is announced', () => {
    const text = '今年要做到“两个扎实”。\n扎实、切实、着力、大力、坚决。';
    expect(findingsOf(RULE, text)[0]?.message).toContain('4 处套话（切实、着力、大力、坚决）');
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
