import type { Paragraph } from '../draft/model.js';
import { defineRule } from './rule.js';

/** A draft that takes longer than the time or the space given to it. Without a limit it says nothing. */
export const speechLength = defineRule({
  id: 'speech-length',
  title: { zh: '篇幅与时长', en: 'Length of the speech' },
  reason: {
    zh: '会议给的时间是定好的，讲超了会打乱后面的议程，听的人也坐不住。',
    en: 'The meeting has a timetable; a speech that runs over upsets it and tires the audience.',
  },
  norm: {
    level: 'party-or-government-rule',
    source: {
      zh: '《整治形式主义为基层减负若干规定》（2024）：主要负责同志讲话或者会议主报告不超过1小时；语速每分钟180字为通行估计（写作建议）',
      en: 'Rules on reducing formalism (2024): a leader’s speech takes at most one hour; 180 characters a minute is common advice',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {
    charactersPerMinute: {
      type: 'integer',
      default: 180,
      minimum: 60,
      maximum: 400,
      description: {
        zh: '每分钟念多少字（一般150到220）',
        en: 'Characters read in a minute, usually 150 to 220',
      },
    },
    maxMinutes: {
      type: 'integer',
      default: 0,
      minimum: 0,
      maximum: 600,
      description: { zh: '最多讲多少分钟，0 表示不限', en: 'The most minutes of the speech; 0 for no limit' },
    },
    maxCharacters: {
      type: 'integer',
      default: 0,
      minimum: 0,
      maximum: 1_000_000,
      description: {
        zh: '全文最多多少字，0 表示不限',
        en: 'The most characters of the draft; 0 for no limit',
      },
    },
  },
  messages: {
    minutes: {
      zh: '全文 {characters} 字，约讲 {minutes} 分钟，超过 {max} 分钟，需要删去约 {excess} 字。',
      en: 'The draft has {characters} characters, about {minutes} minutes, over {max}; cut about {excess} characters.',
    },
    characters: {
      zh: '全文 {characters} 字，超过 {max} 字，需要删去 {excess} 字。',
      en: 'The draft has {characters} characters, over {max}; cut {excess} characters.',
    },
    limit: { zh: '讲到这一段，时间就用完了', en: 'The limit is reached in this paragraph' },
  },
  check({ draft, options, report }) {
    const { characters } = draft;
    const byTime = options.maxMinutes * options.charactersPerMinute;
    const limits = [
      { message: 'minutes', max: options.maxMinutes, characters: byTime },
      { message: 'characters', max: options.maxCharacters, characters: options.maxCharacters },
    ] as const;
    const first = draft.paragraphs[0];
    if (first === undefined) return;
    for (const limit of limits) {
      if (limit.max === 0 || characters <= limit.characters) continue;
      const reached = paragraphAt(draft.paragraphs, limit.characters);
      report({
        message: limit.message,
        data: {
          characters,
          minutes: Math.round(characters / options.charactersPerMinute),
          max: limit.max,
          excess: characters - limit.characters,
        },
        span: inkSpan(first),
        related: reached === undefined ? [] : [{ span: inkSpan(reached), message: 'limit' }],
      });
    }
  },
});

/** The paragraph in which the first `limit` characters end. */
function paragraphAt(paragraphs: readonly Paragraph[], limit: number): Paragraph | undefined {
  let sum = 0;
  return paragraphs.find((paragraph) => (sum += paragraph.analysis.characters) > limit);
}

/** The first words of a paragraph, enough to see where it is. */
function inkSpan(paragraph: Paragraph) {
  const { text } = paragraph;
  const start = text.length - text.trimStart().length;
  const end = /^[^，。；：！？]{1,20}/u.exec(text.slice(start))?.[0].length ?? 1;
  return paragraph.span(start, start + end);
}
