import fc from 'fast-check';
import { sign } from './noise.js';

/** Clauses of a speech: what people say, with the faults that rules look for, and the words that they look at. */
const CLAUSES = [
  '各村要在月底以前把沟渠清一遍',
  '各村要在年底以前把水渠清一遍',
  '把路灯装到每个村口',
  '把水管接到每户灶台',
  '才能让群众真正满意',
  '今年全镇要进一步改善办学条件',
  '进一步提高教师待遇',
  '要加强护林队伍',
  '使巡山的力量得到加强',
  '切实加强组织领导',
  '切实把任务落到实处',
  '全镇干部要担当作为、真抓实干',
  '推动高质量发展',
  '坚持把节水贯穿种田始终',
  '坚持把防火贯穿护林始终',
  '坚持把卫生贯穿做饭始终',
  '会议对春季防火作了布署',
  '要求各村再接再励',
  '截止目前',
  '把群众反应的问题记下来',
  '修渠的目的是为了灌溉',
  '涉及到三个村',
  '大约有三百人左右',
  '客服中心对退货的原因进行了分析',
  '要从大局上加以考量',
  '这是全镇人民的的心愿',
  '我们我们要把水渠修好',
  '各村要进行进行一次清查',
  '备好种子、化肥、农药、等物资',
  '养了猪、羊、鸡……等牲畜',
  '大会向受到通报、表彰的单位表示祝贺',
  '再有三、四天',
  '念好“早”、“实”、“细”三个字',
  '请看《云溪县防汛预案》、《云溪县值班办法》',
  '落实“五比五不比”要求',
  '办好四篇文章',
  '党办系统出力最多',
  '党委办公室系统还要带头',
  '全县党委办公室（以下简称“党办”）系统都要到会',
  '准备工作做得较好',
  '还备了大量农资',
  '让我们 拿出干劲',
  '各村要早准备,早动手',
  '请办公室(督查科)盯住"门前三包"这件事',
  '县委**同志到青石镇调研',
  '截至X月X日完成投资______万元',
  '今天我们召开【会议名称】',
  '某某局的同志',
  '钱从哪里来',
  '管行业的要管安全',
  '管生产的也要管安全',
  '防汛工作要靠前',
  '护林工作要抓紧',
  '第一、第二组先上工地',
  '会议指出：今年的渠一定要修通',
  '镇长在工地上强调：工钱一分也不能欠',
  '老支书说：“渠要修。”',
  '“家门口的事办好',
  '件件有着落”',
  '请大家学习《村规民约',
  '他说‘好’',
  '一方面要抓紧',
  '另一方面要抓实',
  '不断提高认识',
  '请大家鼓掌',
  '谢谢大家',
  '完成了12.5%（比去年多3个百分点）',
  '得了98分、第1名',
  '详见 https://example.com/a?b=1',
  '他只说了一句“Well done, everyone!”',
  'GDP 增长 5%',
];

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '二十'];

/** The numbers that drafts announce, as they are written, right and wrong. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('两', '二', '三', '四', '五', '2', '3', '4', '３') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '〇',
      '零',
      '0',
      '十',
      '十一',
      '二十',
      '百',
      '一百零三',
      '千万',
      '几',
      '三四',
      '99999999999999999999',
      '3.5',
    ),
  },
);

const MEMBERS = ['到位', '清楚', '贴近', '突出问题', '方面', '重点', '关系', '不放过', '“好”', '抓', '转变'];

/** A number of things that are said to follow, or to have been. */
export const announcement: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      (n: string) => `我讲${n}点意见`,
      (n: string) => `下面，我讲${n}个问题`,
      (n: string, member: string) => `做到${n}个${member}`,
      (n: string, member: string) => `要解决好${n}个${member}`,
      (n: string) => `今年办好${n}件事`,
      (n: string) => `体会有${n}条`,
      (n: string, member: string) => `以上${n}个${member}`,
      (n: string) => `这${n}项工作`,
      (n: string, member: string) => `“${n}个${member}”`,
      (n: string) => `要抓${n}抓、${n}结合、${n}不误`,
      (n: string) => `主要做了以下${n}方面工作`,
      (n: string) => `分${n}步走`,
    ),
    count,
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...MEMBERS) },
      { weight: 1, arbitrary: sign.map((mark) => `${mark}好`) },
    ),
    fc.constantFrom('。', '：', '，', '', '——', ':', '；'),
  )
  .map(([form, n, member, mark]) => form(n, member) + mark);

const WEEKDAYS = ['星期一', '星期日', '周五', '礼拜三', '星期天', '星期八'];

/** Dates, possible and not, with the weekday that is written beside them. */
export const date: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '',
      '2026年',
      '2025年',
      '二〇二六年',
      '去年（2025年）',
      '今年（2025年）',
      '0年',
      '99999年',
    ),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
    fc.oneof(fc.constant(''), fc.constantFrom(...WEEKDAYS)),
    fc.constantFrom('（', '(', '，', ''),
    fc.boolean(),
  )
  .map(([year, month, day, weekday, open, han]) => {
    const written = (value: number): string => (han ? (NUMERALS[value] ?? String(value)) : String(value));
    const close = open === '（' ? '）' : open === '(' ? ')' : '';
    return `${year}${written(month)}月${written(day)}日${weekday === '' ? '' : open + weekday + close}`;
  });

const clause = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...CLAUSES) },
  { weight: 2, arbitrary: date.map((said) => `验收会定于${said}召开`) },
  { weight: 1, arbitrary: announcement },
  { weight: 1, arbitrary: fc.constantFrom(...CLAUSES).map((said) => `“${said}”`) },
  { weight: 1, arbitrary: fc.constantFrom(...CLAUSES).map((said) => `（${said}）`) },
);

const BETWEEN = ['，', '，', '，', '，', '、', '；', '：', '——', '……', ',', '，，', '、，', '， ', '', ' '];
const AT_END = ['。', '。', '。', '。', '！', '？', '；', '……', '。”', '，。', '.', '!', '！！！', '，', ''];

/** A sentence of a few clauses, its end mark with it. */
export const sentence: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(clause, fc.constantFrom(...BETWEEN)), { maxLength: 6 }),
    clause,
    fc.constantFrom(...AT_END),
  )
  .map(([before, last, mark]) => before.flat().join('') + last + mark);

/** A few sentences, some of them over and over. */
export const prose: fc.Arbitrary<string> = fc
  .array(fc.tuple(sentence, fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 5)), { minLength: 1, maxLength: 5 })
  .map((sentences) => sentences.map(([said, times]) => said.repeat(times)).join(''));

/** How an ordinal of each family is written; the value may be any whole number. */
const ORDINALS: readonly ((value: number) => string)[] = [
  (value) => `${han(value)}、`,
  (value) => `（${han(value)}）`,
  (value) => `${String(value)}.`,
  (value) => `${String(value)}. `,
  (value) => `${String(value)}、`,
  (value) => `（${String(value)}）`,
  (value) => `(${String(value)})`,
  (value) => (value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : `${String(value)}）`),
  (value) => `第${han(value)}，`,
  (value) => `第${han(value)}、`,
  (value) => `其${han(value)}，`,
  (value) => `${han(value)}是`,
  (value) => `${han(value)}是，`,
  (value) => `${han(value)}要`,
  (value) => `${han(value)}抓`,
  (value) => ['首先，', '其次，', '再次，', '最后，'][value - 1] ?? '最后，',
  (value) => (value === 1 ? '一方面，' : '另一方面，'),
];

function han(value: number): string {
  return NUMERALS[value] ?? String(value);
}

/** The ordinals of one list, mostly in order; its family with it. */
export const ordinals: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom(...ORDINALS),
    fc.integer({ min: 1, max: 6 }),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 6 }) },
    ),
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 13 }) },
    ),
  )
  .map(([write, length, slips, first]) =>
    Array.from({ length }, (_, index) => write(first + index + (slips[index] ?? 0))),
  );

/** A list within a paragraph, after the words that announce it. */
export const inlineList: fc.Arbitrary<string> = fc
  .tuple(
    announcement,
    ordinals,
    fc.array(fc.constantFrom(...CLAUSES), { minLength: 6, maxLength: 6 }),
    fc.constantFrom('；', '。', '，'),
  )
  .map(
    ([announced, marks, said, mark]) =>
      `${announced}${marks.map((ordinal, index) => ordinal + (said[index] ?? '')).join(mark)}。`,
  );

/** A few words, as a heading has them. */
export const headingWords: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '加强渠道管护',
      '加强道路养护',
      '搞好林木看护',
      '把渠修通',
      '钱从哪里来？',
      '去年的工作',
      '存在的问题',
      '把清淤、加固、绿化统筹起来，一条渠一条渠地往前推，抓出群众看得见的成效',
      '',
    ),
    fc.constantFrom('', '', '', '。', '：', '，', '；'),
  )
  .map(([words, mark]) => words + mark);
