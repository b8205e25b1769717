/**
 * Modifiers that stand before a verb and add little to it. Once in a sentence they stress; twice they are noise.
 */

/** Nothing but adverbs (着力 aside, which is always followed by its verb): wherever they stand, a verb follows. */
const ADVERBS = ['着力', '切实', '进一步', '不断', '大力', '坚决', '全力', '奋力'] as const;

/** Also used before nouns (积极作用, 有效措施, 全面小康): what follows decides. */
const ADJECTIVES = ['扎实', '努力', '积极', '认真', '全面', '深入', '有效', '充分'] as const;

/** The modifiers that `repeated-word` looks for unless a writer sets others. */
export const EMPTY_MODIFIERS: readonly string[] = [...ADVERBS, ...ADJECTIVES];

/** Modifiers that are always adverbs. */
export const PURE_ADVERBS: ReadonlySet<string> = new Set(ADVERBS);

/** What follows a modifier where the two are one set phrase: 深入人心, 深入浅出. */
export const SET_PHRASE_ENDS: readonly string[] = ['人心', '浅出', '主动', '负责'];

/** Verbs that segmenters take for nouns: a modifier before one of them is an adverb all the same. */
export const MISREAD_VERBS: readonly string[] =
  '整治 规范 谋划 筹划 筹备 指导 总结 动员 布局 申报 领会 利用 关心 对标 抓实 编制 计划 组织 引导 培训 评估 救治'.split(
    ' ',
  );
