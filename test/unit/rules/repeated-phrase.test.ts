import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCounted } from '../../../server/src/core/text/wording.js';
import { findingsOf, wordsAt } from './findings.js';
import { amid, FILLER, SPARE } from './repeated-phrase/amid.js';
import { cases } from '../../arbitraries/cases.js';

const RULE = 'repeated-phrase';

/** Short lines that keep what stands around them apart. */
const THREE_LINES = ['天晴。', '下雨。', '起风。'];

const counted = (text: string): string =>
  Array.from(text)
    .filter((char) => isCounted(char.charCodeAt(0)))
    .join('');

const faulty: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a long designation',
    amid(
      '这次全国、全省、全市茶业产销（品牌建设）会议开得很好，大家受到鼓舞。',
      SPARE[0] ?? '',
      '前天召开的全国、全省、全市茶业产销（品牌建设）会议讲得明白，就是质量第一。',
    ),
    ['全国、全省、全市茶业产销（品牌建设）会议', '全国、全省、全市茶业产销（品牌建设）会议'],
  ],
  [
    'a clause in two paragraphs, marks left out of the count',
    amid('云溪的茶农用一片叶子富了一方百姓，日子好了。', '到年底，茶农用一片叶子、富了一方百姓的事传开了。'),
    ['茶农用一片叶子富了一方百姓', '茶农用一片叶子、富了一方百姓'],
  ],
  [
    'a whole sentence pasted at the end of another paragraph',
    amid('茶园要管好。每年入冬之前把排水沟清理一遍。', '道路要修好。每年入冬之前把排水沟清理一遍。'),
    ['每年入冬之前把排水沟清理一遍。', '每年入冬之前把排水沟清理一遍。'].map((words) => words.slice(0, -1)),
  ],
  [
    'a whole sentence, one of the two with an ordinal',
    amid(
      '一是每年入冬之前把排水沟清理一遍。',
      SPARE[1] ?? '',
      '茶园的事这样办。每年入冬之前把排水沟清理一遍。',
    ),
    ['每年入冬之前把排水沟清理一遍', '每年入冬之前把排水沟清理一遍'],
  ],
  [
    'a whole sentence that opens and closes the draft',
    ['今年的茶季比往年整整早了十天。', ...FILLER, '今年的茶季比往年整整早了十天。'].join('\n'),
    ['今年的茶季比往年整整早了十天', '今年的茶季比往年整整早了十天'],
  ],
  [
    'two neighbouring sentences, which are no frame of three',
    amid('在深耕细作、精采精制上带好头。茶站离茶农最近，最应该在深耕细作、精采精制上走在前。'),
    ['在深耕细作、精采精制上', '在深耕细作、精采精制上'],
  ],
  [
    'only the longest match',
    amid(
      '沿河的十二个村要在清明以前把茶园道路全部修通。',
      SPARE[2] ?? '',
      '再说一遍，十二个村要在清明以前把茶园道路全部修通，不许拖。',
      SPARE[3] ?? '',
      '各村在清明以前把茶园道路的规划报来。',
    ),
    [
      '十二个村要在清明以前把茶园道路全部修通',
      '十二个村要在清明以前把茶园道路全部修通',
      '在清明以前把茶园道路',
    ],
  ],
  [
    'fixed terms with enough of the writer’s own around them',
    amid(
      '沿河各村要靠种茶制茶走出乡村振兴的路子，见了成效。',
      '山上各村靠种茶制茶走出乡村振兴的路子，也有人夸。',
    ),
    ['靠种茶制茶走出乡村振兴的路子', '靠种茶制茶走出乡村振兴的路子'],
  ],
];

const lawful: readonly (readonly [string, string])[] = [
  ['nine characters', amid('茶农用一片叶子富了家，好。', '听说茶农用一片叶子富了村。')],
  [
    'wording across a sentence end',
    amid('茶叶卖得好。今年收成好得很，开心。', '茶叶卖得好，今年收成好得很稳。'),
  ],
  [
    'fixed political terms',
    amid(
      '要坚持以习近平新时代中国特色社会主义思想为指导，往前走。',
      '各村以习近平新时代中国特色社会主义思想为指导，办实事。',
    ),
  ],
  [
    'a quoted term',
    amid('叫响“一叶一芽一心一意云溪茶”招牌。', '卖的是“一叶一芽一心一意云溪茶”，靠的是质量。'),
  ],
  [
    'the theme in quotation marks that opens and closes, without them in between',
    ['我们提出“种好一座茶山富裕一条河谷”。', ...FILLER, '为了种好一座茶山富裕一条河谷，各村都来了。'].join(
      '\n',
    ),
  ],
  ['a title', amid('按照《云溪县茶园水土保持管理办法》，定了。', '《云溪县茶园水土保持管理办法》写得清楚。')],
  [
    'names of bodies',
    amid('请云溪县茶园水土保持工作领导小组办公室牵头。', '有事找云溪县茶园水土保持工作领导小组办公室联系。'),
  ],
  [
    'an office with the rank and the name of who holds it',
    amid('请云溪县茶叶协会秘书长周明远同志发言。', '刚才，云溪县茶叶协会秘书长周明远同志谈了三条。'),
  ],
  [
    'the title above the salutation and its echo',
    [
      '在云溪县茶园水土保持动员大会上的讲话',
      '林 远',
      '各位茶农：',
      '今天召开云溪县茶园水土保持动员大会，人来得齐。',
      ...FILLER,
    ].join('\n'),
  ],
  [
    'headings and their echo',
    amid(
      '一、做好新时代茶叶加工销售工作，贵在质量',
      '要做好新时代茶叶加工销售工作，先看鲜叶。',
      '二、做好新时代茶叶加工销售工作，重在品牌',
      '有人问怎样做好新时代茶叶加工销售工作，我说靠人。',
    ),
  ],
  [
    'items of one list in one frame',
    amid('一是要在采摘季节安排好每一户的劳力。', '二是要在采摘季节安排好每一户的车辆。'),
  ],
  [
    'a frame of three paragraphs',
    amid(
      '沿河的村子要拿出愚公移山的劲头修路。',
      '山上的村子要拿出愚公移山的劲头引水。',
      '集镇的街坊要拿出愚公移山的劲头种树。',
    ),
  ],
  [
    'a frame of three neighbouring sentences',
    amid('要让每一位上山的茶农都喝上热水。要让每一位上山的茶农都坐上班车。要让每一位上山的茶农都看得起病。'),
  ],
  ['chiasmus', amid('没有好茶园就出不来好茶叶，出不来好茶叶就没有好茶园，道理简单。')],
  [
    'the end of a sentence taken up by the next',
    amid('留下的只有淡淡的茶香和悠悠的歌声。在这淡淡的茶香和悠悠的歌声里，客人走了。'),
  ],
  [
    'opening and closing echo',
    [
      '今天我们为了沿河百姓的好日子聚在一起开会。',
      ...FILLER,
      '让我们为了沿河百姓的好日子再上一个台阶吧，同志们。',
    ].join('\n'),
  ],
  [
    'a frame that counts itself',
    amid(
      '在茶农的心里这大约要算今年第一件喜事。',
      SPARE[0] ?? '',
      SPARE[1] ?? '',
      SPARE[2] ?? '',
      '在茶农的心里这大约要算今年第二件喜事。',
    ),
  ],
  [
    'a writer who quotes himself',
    amid('我向来相信山里人的手艺比机器细。', '刚才我说过，我向来相信山里人的手艺比机器细，没有错。'),
  ],
  [
    'somebody’s words',
    amid(
      '老人说：“茶树是山给我们的饭碗，谁也不许糟蹋它，记住了没有？”',
      '又说：“茶树是山给我们的饭碗，谁也不许糟蹋它，走到哪里都要讲。”',
    ),
  ],
  [
    'one character over and over',
    amid('哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈。', '哈哈哈哈哈哈哈哈哈哈哈哈。'),
  ],
  ['a Latin name', amid('用 TypeScript 和 JavaScript 写的。', '又用 TypeScript 和 JavaScript 改的。')],
  ['salutations', amid('同志们。谢谢大家。', '同志们。谢谢大家。')],
  [
    'a statute, whose terms come back',
    Array.from(
      '一二三四五六',
      (n, i) => `第${n}条 县级茶园水土保持主管部门应当负责第${String(i)}项${'甲乙丙丁戊己'.charAt(i)}事。`,
    ).join('\n'),
  ],
];

describe(RULE, () => {
  it.each(faulty)('finds %s', (_, text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it.each(lawful)('says nothing of %s', (_, text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('says how often, which time, and what to do', () => {
    const findings = findingsOf(
      RULE,
      amid('茶农用一片叶子富了一方百姓，好。', '听说茶农用一片叶子富了一方百姓，妙。'),
    );
    expect(findings.map(({ message }) => message)).toEqual([
      '“茶农用一片叶子富了一方百姓”在全文出现了 2 次，后面几次可以换成简称或换个说法。',
      '“茶农用一片叶子富了一方百姓”在全文出现了 2 次，这里是第 2 次，可以换成简称或换个说法。',
    ]);
    expect(findings.map(({ severity }) => severity)).toEqual(['information', 'information']);
  });

  it('names at most the eight nearest other places and the total', () => {
    const heads = Array.from('甲乙丙丁戊己庚辛壬癸子丑');
    const tails = '好妙佳优良稳实快准新美强';
    const text = heads
      .map((head, i) => [`${head}茶农用一片叶子富了一方百姓${tails.charAt(i)}。`, ...THREE_LINES].join('\n'))
      .join('\n');
    const places = findingsOf(RULE, text);
    expect(places.length).toBe(12);
    const middle = places[6];
    expect(middle?.related.length).toBe(8);
    expect(middle?.related.map(({ message }) => message)).toEqual(
      [3, 4, 5, 6, 8, 9, 10, 11].map((nth) => `第 ${String(nth)} 次出现`),
    );
    expect(middle?.message).toContain('12 次');
  });

  it('leaves block quotations of Markdown and tables alone', () => {
    const line = '茶农用一片叶子富了一方百姓';
    expect(wordsAt(RULE, `> ${line}，甲。\n\n> ${line}，乙。\n`, { format: 'markdown' })).toEqual([]);
    expect(
      wordsAt(RULE, `| 村 | 事 |\n|--|--|\n| 甲 | ${line} |\n| 乙 | ${line} |\n`, { format: 'markdown' }),
    ).toEqual([]);
  });

  it('takes the length from the option', () => {
    const text = amid('茶农用一片叶子富了家，好。', '听说茶农用一片叶子富了村。');
    expect(wordsAt(RULE, text, { options: { minChars: 8 } })).toHaveLength(2);
  });

  it('points only at places of the same wording, each place once', () => {
    const piece = fc.constantFrom(
      '茶农用一片叶子富了一方百姓',
      '沿河的村子',
      '山上的人家',
      '，',
      '。',
      '、',
      '\n',
      '每年入冬之前清理排水沟',
      '甲',
      '乙',
      '“',
      '”',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const finding of findingsOf(RULE, text)) {
          expect(finding.span.start).toBeGreaterThanOrEqual(end);
          end = finding.span.end;
          const words = counted(text.slice(finding.span.start, finding.span.end));
          expect(words.length).toBeGreaterThanOrEqual(10);
          for (const { span } of finding.related)
            expect(counted(text.slice(span.start, span.end))).toBe(words);
          expect(finding.related.length).toBeGreaterThan(0);
        }
      }),
      cases(300),
    );
  });

  it('finds any sentence of ten characters or more that was pasted once more', () => {
    const sentence = fc
      .array(fc.constantFrom(...Array.from('茶山河路桥田村人家水火风云雨雪春夏秋冬')), {
        minLength: 10,
        maxLength: 40,
      })
      .map((chars) => `${chars.join('')}。`);
    fc.assert(
      fc.property(sentence, fc.nat({ max: FILLER.length - 1 }), (pasted, where) => {
        fc.pre(new Set(pasted).size > 5);
        const lines = FILLER.map((line, i) => (i === where ? line + pasted : line));
        const text = [`${pasted}山路弯弯。`, ...lines].join('\n');
        const start = text.lastIndexOf(pasted);
        expect(findingsOf(RULE, text).some(({ span }) => span.start === start)).toBe(true);
      }),
      cases(200),
    );
  });

  it('takes a refrain in continuous prose for meant, and in a speech for a slip', () => {
    const story = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉').map(
      (name, i) =>
        `第${String(i)}天下着雨，${name}家的老人坐在门槛上数燕子，数到${String(i * 7)}只就不数了，转身去灶间添柴。`,
    );
    // Away from the opening and the closing, which may echo each other.
    const refrain = (words: string) =>
      [
        ...story.slice(0, 6),
        `他${words}，不说话。`,
        ...story.slice(6, 14),
        `她也${words}，笑了笑。`,
        ...story.slice(14),
      ].join('\n');
    const short = '望着河对岸那一排白杨树';
    const long = '望着河对岸那一排早已落光了叶子的白杨树';
    expect(wordsAt(RULE, refrain(short)).filter((words) => words.includes('白杨'))).toEqual([]);
    expect(wordsAt(RULE, refrain(long)).filter((words) => words.includes('白杨'))).toHaveLength(2);
    const speech = `各位乡亲：\n${refrain(short)}`;
    expect(wordsAt(RULE, speech).filter((words) => words.includes('白杨'))).toHaveLength(2);
  });

  it('stays linear on text that only repeats itself', () => {
    for (const unit of ['哈', '加油中国人', '一季度完成投资十二亿元，', '一季度完成投资十二亿元。\n']) {
      const text = unit.repeat(Math.ceil(60_000 / unit.length));
      const start = performance.now();
      findingsOf(RULE, text);
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });

  it('stays linear on a sentence that never ends and comes back after a while', () => {
    const unit = String.fromCharCode(...Array.from({ length: 1_000 }, (_, i) => 0x4e00 + 7 * i));
    const start = performance.now();
    findingsOf(RULE, unit.repeat(60));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
