import type { Paragraph } from '../../draft/model.js';
import { numeralValue } from '../../text/numerals.js';
import type { Span } from '../../text/span.js';

/**
 * A number phrase that may announce points: 四点意见, 六个必须坚持, 3个突出问题, 主要有三. Offsets are the
 * paragraph's; the span runs from the numeral to the end of the counted words.
 */
export interface Announcement extends Span {
  readonly paragraph: Paragraph;
  readonly numeral: Span;
  readonly value: number;
  /** The measure word; empty in 主要有三. */
  readonly unit: string;
  /** What is counted: 意见, 必须坚持, 突出问题; empty where the measure word stands alone. */
  readonly label: string;
  /** Whether the label ends in a word that announces points (意见 方面 问题 …), or the measure word needs none. */
  readonly plain: boolean;
  /** Whether something stands between the measure word and the announcing word: 3个｜突出｜问题. */
  readonly modified: boolean;
  /** What follows the phrase in its clause: 四个方面｜实现突破. */
  readonly tail: string;
  /** The two characters before the numeral: 做到, 解决, 抓住. */
  readonly verb: string;
}

/** Words that points are announced with. What has a body (县 项目 企业 …) is counted for its own sake. */
const NOUN =
  '方面|意见|问题|任务|要求|要点|措施|举措|工作|重点|环节|关系|建议|体会|原因|部分|议程|事项|事情|事(?![关业实故态迹])|关键|抓手|' +
  '原则|感受|想法|看法|认识|特点|特征|短板|弱项|突破口|突破|转变|目标|方向|关口|难点|难题|步骤|阶段|层次|层面|' +
  '意思|维度|角度|结合|统一|条件|因素|经验|启示|启发|做法|变化|亮点|优势|机遇|挑战|风险|文章|硬仗|战役|攻坚战|' +
  '行动|工程|能力|观念|理念|作用|责任|底线|红线|标准|导向|机制|清单|准备|打算|希望|实事|好事|大事|话(?!题)|倡议|承诺|' +
  '信号|判断|共识|主题|内容|议题|题目|教训|提醒|情况|理由|依据|渠道|途径|路径|方法|办法|手段|模式|领域|主线|误区|倾向';

const NUMBER = '[一二三四五六七八九十两]{1,3}|[0-9０-９]{1,2}';
const UNIT = '个|点|项|条|件|大|种|类|层|道|步|篇|句|招|支|方面|部分';
const PHRASE = new RegExp(
  `(${NUMBER})(${UNIT})([^，。；：、！？,;:!?“”‘’（）()《》〈〉【】\\s0-9]{0,16})`,
  'gu',
);
const LABEL = new RegExp(`^(.{0,8}?)((?:${NOUN})(?:(?:${NOUN})(?!的))?)(.*)$`, 'u');

/** Another number phrase before the announcing word: 五个｜乡镇的三件｜大事 announces three. */
const FURTHER = new RegExp(`(?:${NUMBER})(?:${UNIT})`, 'u');

/** 主要有三： 原因有二， */
const BARE = /(?:有|为|凡)(?<num>[二两三四五六七八九十]|[2-9])(?=[：:，,])/gu;

/** What before a numeral makes it part of a larger number, an ordinal, a share or an estimate. */
const NOT_AFTER =
  /(?:[第几数每各前后另近超约余〇零百千万亿兆.．%％\-—～~一二三四五六七八九十两0-9０-９]|[一二三四五六七八九十两0-9][至到]|另外|其他|其它|其余|其中|剩下|任何|至少|不少于|之)$/u;

/** Measure words that need no noun after them: 讲四点，说三句话。 */
const ALONE = new Set(['点', '方面', '部分', '条', '步', '招']);

/** No paragraph that is read aloud has more number phrases; what comes after is left alone. */
const MOST = 200;

const known = new WeakMap<Paragraph, readonly Announcement[]>();

/** The number phrases of a paragraph in order; looked for once for all rules that ask. */
export function announcementsIn(paragraph: Paragraph): readonly Announcement[] {
  let announcements = known.get(paragraph);
  if (announcements === undefined) known.set(paragraph, (announcements = findAnnouncements(paragraph)));
  return announcements;
}

function findAnnouncements(paragraph: Paragraph): Announcement[] {
  const { text } = paragraph;
  const found: Announcement[] = [];
  PHRASE.lastIndex = 0;
  for (let match = PHRASE.exec(text); match !== null && found.length < MOST; match = PHRASE.exec(text)) {
    const at = match.index;
    const [, num = '', unit = '', rest = ''] = match;
    const value = numeralValue(num);
    if (value === undefined || NOT_AFTER.test(text.slice(Math.max(0, at - 3), at))) continue;
    const unitEnd = at + num.length + unit.length;
    const whole = LABEL.exec(rest);
    const further = whole?.[1]?.search(FURTHER) ?? -1;
    const parts = further >= 0 ? null : whole;
    const [, modifier = '', noun = '', tail = ''] = parts ?? [];
    const plain = parts !== null || (ALONE.has(unit) && rest === '');
    const label = further >= 0 ? rest.slice(0, further) : parts === null ? rest : modifier + noun;
    // The next phrase may follow at once: 三个方面十项工作.
    if (whole !== null) PHRASE.lastIndex = unitEnd + label.length;
    found.push({
      paragraph,
      start: at,
      end: unitEnd + label.length,
      numeral: { start: at, end: at + num.length },
      value,
      unit,
      label,
      plain: plain || (ALONE.has(unit) && /^(?:来|上|着手|入手|发力|讲|谈|说|抓|做)/u.test(rest)),
      tail,
      modified: modifier !== '',
      verb: text.slice(Math.max(0, at - 2), at),
    });
  }
  for (const match of text.matchAll(BARE)) {
    const num = match.groups?.['num'] ?? '';
    const value = numeralValue(num);
    const start = match.index + match[0].length - num.length;
    if (value === undefined) continue;
    const numeral = { start, end: start + num.length };
    found.push({
      paragraph,
      ...numeral,
      numeral,
      value,
      unit: '',
      label: '',
      plain: true,
      tail: '',
      modified: false,
      verb: '',
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A place where an announcement and its list disagree. */
export interface Mismatch {
  readonly announcement: Announcement;
  /** How many there are; never the announced value. */
  readonly count: number;
  /** The items that were counted, in the draft's spans. */
  readonly items: readonly Span[];
  /** The items as the message names them: 一是、二是、三是. */
  readonly names: readonly string[];
  readonly direction: 'after' | 'before' | 'elsewhere';
}

/** Terms of policy that name something known and announce nothing. */
const FIXED = new Set([
  '两个维护',
  '两个确立',
  '四个意识',
  '四个自信',
  '四个全面',
  '三个代表',
  '四个伟大',
  '两个务必',
  '三个务必',
  '两个毫不动摇',
  '三个区分开来',
  '两个大局',
  '三个有利于',
  '五个一',
  '两个一百年',
  '三大攻坚战',
]);

/** Whether the phrase is a fixed political term. */
export function isFixedTerm({ paragraph, start, end }: Announcement): boolean {
  return FIXED.has(paragraph.text.slice(start, end));
}
