import { perParagraph } from '../../draft/perParagraph.js';
import type { Paragraph } from '../../draft/model.js';
import { byCode } from '../../text/characters.js';
import { numeralValue } from '../../text/numerals.js';
import type { Span } from '../../text/span.js';

/**
 * A number phrase that may announce points: 四点意见, 六个必须坚持, 3个突出问题, 主要有三. Offsets are the
 * paragraph's; the span runs from the numeral to the end of the counted words.
 */
export interface NumberPhrase extends Span {
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
  /** The two characters before the numeral: 做到, 解决, 抓住. */
  readonly verb: string;
}

/** A number phrase where it stands in a draft. */
export interface Announcement extends NumberPhrase {
  readonly paragraph: Paragraph;
}

/** Words that points are announced with. What has a body (县 项目 企业 …) is counted for its own sake. */
const NOUN =
  '方面|意见|问题|任务|要求|要点|措施|举措|工作|重点|环节|关系|建议|体会|原因|部分|议程|事项|事情|事(?![关业实故态迹])|关键|抓手|' +
  '原则|感受|想法|看法|认识|特点|特征|短板|弱项|突破口|突破|转变|目标|方向|关口|难点|难题|步骤|阶段|层次|层面|' +
  '意思|维度|角度|结合|统一|条件|因素|经验|启示|启发|做法|变化|亮点|优势|机遇|挑战|风险|文章|硬仗|战役|攻坚战|' +
  '行动|工程|能力|观念|理念|作用|责任|底线|红线|标准|导向|机制|清单|准备|打算|希望|实事|好事|大事|话(?!题)|倡议|承诺|' +
  '信号|判断|共识|主题|内容|议题|题目|教训|提醒|情况|理由|依据|渠道|途径|路径|方法|办法|手段|模式|领域|主线|误区|倾向';

/** What a number phrase or 主要有三 may begin with. */
const opens = byCode((char) => /[一二三四五六七八九十两0-9０-９]/u.test(char));

const NUMBER = '[一二三四五六七八九十两]{1,3}|[0-9０-９]{1,2}';
const UNIT = '个|点|项|条|件|大|种|类|层|道|步|篇|句|招|支|方面|部分';
const PHRASE = new RegExp(
  `(${NUMBER})(${UNIT})([^，。；：、！？,;:!?“”‘’（）()《》〈〉【】\\s0-9]{0,16})`,
  'uy',
);

/** Another number phrase before the announcing word: 五个｜乡镇的三件｜大事 announces three. */
const FURTHER = new RegExp(`(?:${NUMBER})(?:${UNIT})`, 'u');

const NOUNS = new RegExp(`(?:${NOUN})(?:(?:${NOUN})(?!的))?`, 'uy');
const NOUN_BEGINNINGS = new Set(NOUN.split('|').map((noun) => noun.charAt(0)));
const beginsNoun = byCode((char) => NOUN_BEGINNINGS.has(char));

/** Before the announcing word stand so many characters at most. */
const MODIFIER_MAX = 8;

/** The number in 主要有三：and 原因有二， and what stands before it. */
const BEFORE_BARE = '有为凡';
const BARE_NUMBER = /(?<=[有为凡])[二两三四五六七八九十2-9](?=[：:，,])/uy;

/** What before a numeral makes it part of a larger number, an ordinal, a share or an estimate. */
const NOT_AFTER =
  /(?:[第几数每各前后另近超约余〇零百千万亿兆.．%％\-—～~一二三四五六七八九十两0-9０-９]|[一二三四五六七八九十两0-9][至到]|另外|其他|其它|其余|其中|剩下|任何|至少|不少于|之)$/u;

/** Measure words that need no noun after them: 讲四点，说三句话。 */
const ALONE = new Set(['点', '方面', '部分', '条', '步', '招']);

/** No paragraph that is read aloud has more number phrases; what comes after is left alone. */
const MOST = 200;

const NONE: readonly NumberPhrase[] = [];

/** The number phrases of a paragraph in order. */
export const numberPhrasesIn = perParagraph(({ text }): readonly NumberPhrase[] => {
  const found: NumberPhrase[] = [];
  let phrases = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!opens(text.charCodeAt(at))) continue;
    if (at >= from && phrases < MOST) {
      PHRASE.lastIndex = at;
      const match = PHRASE.exec(text);
      if (match !== null) {
        const [whole, numeral = '', unit = '', rest = ''] = match;
        const phrase = numberPhrase(text, at, numeral, unit, rest);
        // The next phrase may follow at once: 三个方面十项工作.
        from = phrase?.end ?? at + whole.length;
        if (phrase !== undefined) {
          found.push(phrase);
          phrases++;
        }
      }
    }
    if (!BEFORE_BARE.includes(text.charAt(at - 1))) continue;
    BARE_NUMBER.lastIndex = at;
    if (BARE_NUMBER.test(text)) found.push(bareNumber(text, at));
  }
  return found.length === 0 ? NONE : found;
});

/** The number phrases of a paragraph of a draft, in order. */
export function announcementsIn(paragraph: Paragraph): readonly Announcement[] {
  const phrases = numberPhrasesIn(paragraph);
  return phrases.length === 0 ? NO_ANNOUNCEMENTS : phrases.map((phrase) => ({ paragraph, ...phrase }));
}

const NO_ANNOUNCEMENTS: readonly Announcement[] = [];

function numberPhrase(
  text: string,
  at: number,
  numeral: string,
  unit: string,
  rest: string,
): NumberPhrase | undefined {
  const value = numeralValue(numeral);
  if (value === undefined || NOT_AFTER.test(text.slice(Math.max(0, at - 3), at))) return undefined;
  const first = nounIn(rest);
  const further = first === undefined ? -1 : rest.slice(0, first.start).search(FURTHER);
  const noun = further < 0 ? first : undefined;
  const label = rest.slice(0, further < 0 ? noun?.end : further);
  const alone = ALONE.has(unit);
  return {
    start: at,
    end: at + numeral.length + unit.length + label.length,
    numeral: { start: at, end: at + numeral.length },
    value,
    unit,
    label,
    plain: noun !== undefined || (alone && (rest === '' || FOLLOWS_ALONE.test(rest))),
    modified: noun !== undefined && noun.start > 0,
    verb: text.slice(Math.max(0, at - 2), at),
  };
}

const FOLLOWS_ALONE = /^(?:来|上|着手|入手|发力|讲|谈|说|抓|做)/u;

/** The first announcing word behind a measure word, with a second one that follows it at once. */
function nounIn(rest: string): Span | undefined {
  let at = 0;
  for (let modifier = 0; modifier <= MODIFIER_MAX && at < rest.length; modifier++) {
    if (beginsNoun(rest.charCodeAt(at))) {
      NOUNS.lastIndex = at;
      const match = NOUNS.exec(rest);
      if (match !== null) return { start: at, end: at + match[0].length };
    }
    at += (rest.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return undefined;
}

/** The number at `at` in 主要有三. */
function bareNumber(text: string, at: number): NumberPhrase {
  const numeral = { start: at, end: at + 1 };
  const value = numeralValue(text.charAt(at)) ?? 0;
  return {
    ...numeral,
    numeral,
    value,
    unit: '',
    label: '',
    plain: true,
    modified: false,
    verb: '',
  };
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
export function isFixedTerm(text: string, { start, end }: NumberPhrase): boolean {
  return FIXED.has(text.slice(start, end));
}
