import type { Language } from '../localized.js';
import { PRESET_NAMES, presetOf, type PresetName } from './presets.js';

/** The longest speech that a limit may be set for, in minutes: an option of the rule speech-length. */
export const MAX_MINUTES = 600;

/** What a writer answers before a guide file is written. */
export interface GuideAnswers {
  readonly preset: PresetName;
  /** How long a speech may take, in minutes, 0 for no limit; absent for what the preset says. */
  readonly maxMinutes?: number;
}

/** The minutes that a text names: a whole number from 0 to {@link MAX_MINUTES}. */
export function minutesOf(text: string): number | undefined {
  const digits = text
    .trim()
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const minutes = /^\d{1,3}$/u.test(digits) ? Number(digits) : Infinity;
  return minutes <= MAX_MINUTES ? minutes : undefined;
}

/** The text of a new guide file with comments in the writer's language, its examples commented out. */
export function newGuide(answers: GuideAnswers, language: Language): string {
  return (language === 'zh' ? inChinese : inEnglish)(answers.preset, lengthRule(answers.maxMinutes));
}

function lengthRule(maxMinutes: number | undefined): string {
  return maxMinutes === undefined
    ? '// "speech-length": { "maxMinutes": 30 },'
    : `"speech-length": { "maxMinutes": ${maxMinutes} },`;
}

function presetLines(language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  return PRESET_NAMES.map((name) => {
    const { title, description } = presetOf(name);
    return `  //   ${name.padEnd(10)}  ${title[language]}${colon}${description[language]}`;
  }).join('\n');
}

function inChinese(preset: PresetName, length: string): string {
  return `// 文风的风格文件：管这个文件夹和下级文件夹里的稿子；下级文件夹另有风格文件的，以那里的为准。
// 两条斜线后面是注释。去掉例子前面的斜线，例子就起作用。
// 写错的地方会标出来，没有写错的照样起作用。
{
  // 以哪一套设置为底：
${presetLines('zh')}
  // 也可以写另一个风格文件的路径，或者写几个：["plain", "../公共.json"]
  "extends": "${preset}",

  // 单独调整某条规则：error、warning、information、hint 是显示的轻重，off 是不检查；也可以改它的选项。
  "rules": {
    // 一篇稿子最多讲多少分钟，0 表示不限：
    ${length}
    // "stray-space": "off",
    // "sentence-too-long": { "severity": "warning", "max": 90 },
  },

  // 固定的提法，不算套话，也不算重复：
  "fixedTerms": [
    // "五比五不比",
  ],

  // 提倡的说法，左边的应换成右边的：
  "preferredTerms": {
    // "党办": "党委办公室",
  },

  // 另外要留意的套话：
  "stockPhrases": [
    // "打好组合拳",
  ],

  // 另外要留意的错词，左边是错的，右边是对的：
  "confusableWords": {
    // "青石真": "青石镇",
  },

  // 只管一部分稿子的设置：
  "overrides": [
    // { "files": "致辞/", "extends": "ceremonial" },
    // { "files": "*.md", "rules": { "stray-space": "hint" } },
  ],

  // 自己的段落结构，打 prefix 或用“插入段落结构”插入，【】里是要填的地方：
  "structures": [
    // { "name": "青石开场", "prefix": "qskc", "text": "青石的父老乡亲，我是【职务】【姓名】。" },
  ],
}
`;
}

function inEnglish(preset: PresetName, length: string): string {
  return `// Wenfeng's style guide: it holds for the drafts in this folder and below, but for folders with a guide of their own.
// What follows two slashes is a comment. Take the slashes from an example and it holds.
// A mistake is marked at its place, and everything else holds.
{
  // What to build upon:
${presetLines('en')}
  // It may also be the path of another guide file, or several: ["plain", "../common.json"]
  "extends": "${preset}",

  // Single rules: error, warning, information or hint is how they are shown, off leaves them out; or set their options.
  "rules": {
    // The most minutes of a speech, 0 for no limit:
    ${length}
    // "stray-space": "off",
    // "sentence-too-long": { "severity": "warning", "max": 90 },
  },

  // Fixed wording, neither stock phrases nor repetition:
  "fixedTerms": [
    // "五比五不比",
  ],

  // Preferred terms, the left to be replaced by the right:
  "preferredTerms": {
    // "党办": "党委办公室",
  },

  // Stock phrases beside the known ones:
  "stockPhrases": [
    // "打好组合拳",
  ],

  // Wrong words beside the known ones, the left wrong and the right right:
  "confusableWords": {
    // "青石真": "青石镇",
  },

  // What holds for some drafts only:
  "overrides": [
    // { "files": "致辞/", "extends": "ceremonial" },
    // { "files": "*.md", "rules": { "stray-space": "hint" } },
  ],

  // Paragraph structures of your own, called up by their prefix or chosen; 【】 is to be filled in:
  "structures": [
    // { "name": "青石开场", "prefix": "qskc", "text": "青石的父老乡亲，我是【职务】【姓名】。" },
  ],
}
`;
}
