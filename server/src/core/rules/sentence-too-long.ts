import { defineRule } from './rule.js';

/** A sentence longer than one breath carries: what stands between two of 。！？, marks included. */
export const sentenceTooLong = defineRule({
  id: 'sentence-too-long',
  title: { zh: '句子过长', en: 'Sentence too long' },
  reason: {
    zh: '一百字以上的句子一口气念不完，听的人记不住开头。',
    en: 'Nobody can read a sentence of over a hundred characters in one breath, and listeners lose its beginning.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：句子不超过一百字（参考中文技术文档的通行写法）',
      en: 'Advice: at most a hundred characters a sentence, as guides for Chinese technical writing put it',
    },
  },
  severity: 'warning',
  fix: 'none',
  needsWords: false,
  options: {
    max: {
      type: 'integer',
      default: 100,
      minimum: 20,
      maximum: 1000,
      description: {
        zh: '一句最多多少字（含标点）',
        en: 'The most characters of a sentence, marks included',
      },
    },
    severe: {
      type: 'integer',
      default: 120,
      minimum: 20,
      maximum: 1000,
      description: {
        zh: '超过多少字时，提示里说“请务必断成几句”',
        en: 'The length from which the message is put more strongly',
      },
    },
  },
  messages: {
    long: {
      zh: '这句话有 {length} 字，超过 {max} 字，念起来换不过气，请断成两三句。',
      en: 'This sentence has {length} characters, over {max}; divide it so that it can be read in one breath.',
    },
    severe: {
      zh: '这句话长达 {length} 字，超过 {max} 字太多，听的人会跟不上，请务必断成几句。',
      en: 'This sentence has {length} characters, far over {max}; listeners will lose it, so divide it.',
    },
  },
  check({ draft, options, report }) {
    for (const paragraph of draft.paragraphs) {
      if (paragraph.analysis.characters <= options.max || paragraph.kind === 'heading') continue;
      for (const sentence of paragraph.analysis.sentences) {
        if (sentence.characters <= options.max) continue;
        report({
          message: sentence.characters > options.severe ? 'severe' : 'long',
          data: { length: sentence.characters, max: options.max },
          span: paragraph.span(sentence.start, sentence.end),
        });
      }
    }
  },
});
