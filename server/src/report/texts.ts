import type { Severity } from '../core/finding.js';
import type { NothingToReport } from '../core/report/draftReport.js';
import type { Language, Localized } from '../core/localized.js';
import { SEVERITY_NAMES } from '../core/severityNames.js';

/**
 * What the report says to a writer. Placeholders are written {name}; {name|one|many} is a number and the noun that
 * agrees with it.
 */
export const TEXTS = {
  report: { zh: '讲话稿报告', en: 'Report on the draft' },
  reports: { zh: '讲话稿报告（{count} 篇）', en: 'Report on {count|draft|drafts}' },
  drafts: { zh: '目录', en: 'Drafts' },
  none: { zh: '没有可以报告的稿子。', en: 'There is no draft to report on.' },
  failures: { zh: '没能检查的', en: 'Could not be checked' },
  back: { zh: '回到目录', en: 'Back to the list' },
  data: { zh: '数据表', en: 'Table of the data' },
  keys: {
    zh: '在图上按 Tab 进入，用方向键移动，回车跳到稿子里的那一处。',
    en: 'Tab enters a chart, the arrow keys move in it, Enter goes to the place in the draft.',
  },

  figures: { zh: '总览', en: 'At a glance' },
  characters: { zh: '字数', en: 'Characters' },
  time: { zh: '时长', en: 'Time' },
  paragraphs: { zh: '段落', en: 'Paragraphs' },
  longestParagraph: { zh: '最长的段落', en: 'Longest paragraph' },
  longestSentence: { zh: '最长的句子', en: 'Longest sentence' },
  findings: { zh: '问题', en: 'Findings' },
  limit: { zh: '上限 {limit}', en: 'Limit {limit}' },
  noLimit: { zh: '没有设上限', en: 'No limit set' },
  within: { zh: '没有超过上限 {limit}', en: 'Within the limit of {limit}' },
  over: { zh: '超过上限 {limit}，多 {excess}', en: '{excess} over the limit of {limit}' },
  rate: { zh: '每分钟念 {rate} 字', en: '{rate|character|characters} a minute' },
  sentences: { zh: '共 {count} 句', en: '{count|sentence|sentences}' },
  clean: { zh: '没有发现问题', en: 'Nothing was found' },

  charactersOf: { zh: '{count} 字', en: '{count|character|characters}' },
  minutesOf: { zh: '{count} 分钟', en: '{count} min' },
  underMinute: { zh: '不到 1 分钟', en: 'under 1 min' },
  paragraphAt: { zh: '第 {number} 段', en: 'Paragraph {number}' },
  sentenceAt: { zh: '第 {paragraph} 段第 {number} 句', en: 'Paragraph {paragraph}, sentence {number}' },
  sectionAt: { zh: '第 {number} 部分', en: 'Section {number}' },
  opening: { zh: '开头', en: 'Opening' },
  tooLong: { zh: '超过上限', en: 'over the limit' },
  farTooLong: { zh: '超过很多', en: 'far over the limit' },
  inOrder: { zh: '合适', en: 'fine' },
  heading: { zh: '标题', en: 'Heading' },
  colon: { zh: '{name}：{value}', en: '{name}: {value}' },
  bracketed: { zh: '{text}（{more}）', en: '{text} ({more})' },

  paragraphLengths: { zh: '段落长短', en: 'Lengths of paragraphs' },
  paragraphLengthsNone: {
    zh: '全文 {count} 段，最长的 {longest} 字。',
    en: '{count|paragraph|paragraphs}, the longest of {longest|character|characters}.',
  },
  paragraphLengthsFine: {
    zh: '全文 {count} 段，最长的 {longest} 字，都没有超过上限 {limit} 字。',
    en: '{count|paragraph|paragraphs}, the longest of {longest|character|characters}; none is over the limit of {limit}.',
  },
  paragraphLengthsOver: {
    zh: '全文 {count} 段，有 {over} 段超过上限 {limit} 字，最长的 {longest} 字。',
    en: '{count|paragraph|paragraphs}; {over} over the limit of {limit|character|characters}, the longest of {longest}.',
  },
  sentenceLengths: { zh: '句子长短', en: 'Lengths of sentences' },
  sentenceLengthsNone: {
    zh: '全文 {count} 句，最长的 {longest} 字。',
    en: '{count|sentence|sentences}, the longest of {longest|character|characters}.',
  },
  sentenceLengthsFine: {
    zh: '全文 {count} 句，最长的 {longest} 字，都没有超过上限 {limit} 字。',
    en: '{count|sentence|sentences}, the longest of {longest|character|characters}; none is over the limit of {limit}.',
  },
  sentenceLengthsOver: {
    zh: '全文 {count} 句，有 {over} 句超过上限 {limit} 字，最长的 {longest} 字。',
    en: '{count|sentence|sentences}; {over} over the limit of {limit|character|characters}, the longest of {longest}.',
  },
  sections: { zh: '各部分时长', en: 'Minutes by section' },
  sectionsSummary: {
    zh: '最长的是{name}，约 {minutes}，占全文 {share}。',
    en: 'The longest is {name}: about {minutes}, {share} of the draft.',
  },
  sectionsNone: {
    zh: '稿子里没有认出小标题，全文约 {minutes}。',
    en: 'No headings divide this draft; it takes about {minutes}.',
  },
  repetitions: { zh: '哪里在重复', en: 'Where wording repeats' },
  repetitionsSummary: {
    zh: '有 {count} 组词句重复。一行是一组，越往右，念到得越晚。',
    en: 'Repeated here: {count|wording|wordings}, one a row; the farther right, the later it is read.',
  },
  repetitionsMore: {
    zh: '图上是其中 {shown} 组，其余见数据表。',
    en: 'The chart shows {shown}; the table has all.',
  },
  repetitionsNone: { zh: '没有发现重复的词句。', en: 'No wording repeats.' },
  repetitionAt: { zh: '第 {number} 组', en: 'Wording {number}' },
  times: { zh: '{count} 处', en: '{count|place|places}' },
  stock: { zh: '套话疏密', en: 'How thick stock phrases stand' },
  stockSummary: {
    zh: '全文 {count} 处套话，每千字 {density} 处；公开发表的政府报告是 {reports} 处，平实的文章是 {plain} 处。',
    en: '{count|stock phrase|stock phrases}, {density} per 1,000 characters; published government reports have {reports}, plain prose {plain}.',
  },
  stockMost: { zh: '用得最多的是{words}。', en: 'Most often: {words}.' },
  stockNone: {
    zh: '没有发现套话；公开发表的政府报告每千字有 {reports} 处，平实的文章是 {plain} 处。',
    en: 'No stock phrases; published government reports have {reports} per 1,000 characters, plain prose {plain}.',
  },
  stockShort: {
    zh: '有套话的段落都太短，画不出疏密。',
    en: 'The paragraphs with stock phrases are too short to tell.',
  },
  reportsLine: { zh: '政府报告 {density}', en: 'Reports {density}' },
  plainLine: { zh: '平实文章 {density}', en: 'Plain prose {density}' },
  perThousand: { zh: '每千字 {density} 处', en: '{density} per 1,000 characters' },
  words: { zh: '最常用的词', en: 'Most used words' },
  wordsSummary: {
    zh: '竖线是公开发表的政府报告里的用量；“{word}”和它相差最多，是 {ratio} 倍。',
    en: 'The upright lines are published government reports; “{word}” is farthest above them, {ratio} times.',
  },
  wordsPlain: {
    zh: '竖线是公开发表的政府报告里的用量；没有哪个词比它们用得更多。',
    en: 'The upright lines are published government reports; no word stands more often than there.',
  },
  wordsNone: { zh: '没有哪个词用得多。', en: 'No word is used often.' },
  wordsOwn: {
    zh: '这里只列常用词；稿子自己的词，要带正文的报告才列。',
    en: 'Only common words are listed; the draft’s own are in reports with its text.',
  },
  wordsKnown: {
    zh: '分词还没有就绪，先列常用词。',
    en: 'Words are still being read, so only common ones are listed.',
  },
  wordCount: {
    zh: '{count} 次，每千字 {density} 次',
    en: '{count|time|times}, {density} per 1,000 characters',
  },
  wordRatio: { zh: '是政府报告的 {ratio} 倍', en: '{ratio} times as often as in reports' },
  rules: { zh: '问题分布', en: 'Findings by rule' },
  rulesSummary: {
    zh: '{rules} 类问题，共 {count} 处。一行是一类，越往右，念到得越晚。',
    en: '{count|finding|findings} of {rules|rule|rules}, one rule a row; the farther right, the later it is read.',
  },
  rulesNone: { zh: '没有发现问题。', en: 'Nothing was found.' },
  list: { zh: '逐条查看', en: 'One by one' },
  text: { zh: '正文', en: 'Text' },
  legend: { zh: '图例', en: 'Key' },

  colParagraph: { zh: '段', en: 'Paragraph' },
  colSentence: { zh: '句', en: 'Sentence' },
  colCharacters: { zh: '字数', en: 'Characters' },
  colJudgement: { zh: '长短', en: 'Length' },
  colSection: { zh: '部分', en: 'Section' },
  colMinutes: { zh: '时长', en: 'Time' },
  colShare: { zh: '占全文', en: 'Share' },
  colWording: { zh: '词句', en: 'Wording' },
  colRule: { zh: '规则', en: 'Rule' },
  colPlaces: { zh: '在哪里', en: 'Places' },
  colCount: { zh: '次数', en: 'Count' },
  colDensity: { zh: '每千字', en: 'Per 1,000' },
  colReports: { zh: '政府报告每千字', en: 'Reports per 1,000' },
  colWord: { zh: '词', en: 'Word' },
  colNumber: { zh: '序号', en: 'No.' },
  colFinding: { zh: '问题', en: 'Finding' },
  colSeverity: { zh: '程度', en: 'Severity' },
  more: { zh: '还有 {count} 处', en: '{count} more' },
  minute: { zh: '分钟', en: 'min' },
} as const satisfies Record<string, Localized>;

const NOTHING: Readonly<Record<NothingToReport, Localized>> = {
  empty: {
    zh: '这份稿子还没有内容，写几段再来看。',
    en: 'There is no text yet; write a few paragraphs and look again.',
  },
  'not-chinese': {
    zh: '这份文档不是中文稿子，所以没有报告。',
    en: 'This document is not Chinese prose, so there is no report.',
  },
};

/** The words of the report in one language. */
export class Words {
  readonly language: Language;
  readonly #numbers: Intl.NumberFormat;

  constructor(language: Language) {
    this.language = language;
    this.#numbers = new Intl.NumberFormat(this.locale);
  }

  /** BCP 47. */
  get locale(): string {
    return this.language === 'zh' ? 'zh-CN' : 'en';
  }

  /** One of {@link TEXTS} with its placeholders filled in; numbers are written as people write them. */
  say(text: keyof typeof TEXTS, data: Readonly<Record<string, string | number>> = {}): string {
    return TEXTS[text][this.language].replace(
      /\{(\w+)(?:\|([^|}]+)\|([^|}]+))?\}/gu,
      (whole, name: string, one: string | undefined, many: string | undefined) => {
        const value = data[name];
        if (value === undefined) return whole;
        const shown = typeof value === 'number' ? this.number(value) : value;
        return one === undefined || many === undefined ? shown : `${shown} ${value === 1 ? one : many}`;
      },
    );
  }

  of(text: Localized): string {
    return text[this.language];
  }

  severity(severity: Severity): string {
    return SEVERITY_NAMES[severity][this.language];
  }

  nothing(why: NothingToReport): string {
    return NOTHING[why][this.language];
  }

  /** A whole number. */
  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A number with one decimal. */
  decimal(value: number): string {
    return value.toFixed(1);
  }

  /** A part of the whole, from 0 to 1. */
  percent(share: number): string {
    return `${String(Math.round(share * 100))}%`;
  }

  /** Minutes as a speaker thinks of them: whole ones, below ten also halves. */
  minutes(minutes: number): string {
    if (minutes < 1) return this.say('underMinute');
    const count = minutes < 10 ? Math.round(minutes * 2) / 2 : Math.round(minutes);
    return this.say('minutesOf', { count: String(count) });
  }

  /** Sentences one after the other; empty ones are left out. */
  sentences(...sentences: readonly string[]): string {
    return sentences.filter((sentence) => sentence !== '').join(this.language === 'zh' ? '' : ' ');
  }

  /** `name：value`. */
  pair(name: string, value: string): string {
    return this.say('colon', { name, value });
  }
}
