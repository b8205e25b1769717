/** Content words that official prose falls back on; others come back because they are the topic. */

/** Verbs that govern a clause. Twice in a sentence outside parallel clauses, one of the two can go. */
export const GOVERNING_VERBS: ReadonlySet<string> = new Set(
  `加强 推动 推进 促进 提高 提升 完善 强化 深化 改善 扩大 增强 落实 健全 优化 加快 保障 规范 夯实 巩固 改进 加大 打造 做好 抓好`.split(
    ' ',
  ),
);

/** Nouns that say little: three in a sentence, and most of them can be struck out. */
export const HOLLOW_NOUNS: ReadonlySet<string> = new Set(
  `工作 问题 情况 方面 活动 作用 水平 能力 措施 内容 过程`.split(' '),
);
