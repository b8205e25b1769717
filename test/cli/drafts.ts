/* Short texts for the tests of the command line; places and people are invented. */

/** Nothing is wrong with it. */
export const CLEAN = '同志们：\n今天，我们在青石镇召开春耕备耕工作会议，主要是统一思想、明确任务。\n';

/** A stray blank, which has a safe fix (warning). */
export const STRAY = '青石镇的各位同志，今年的春耕 工作已经全面铺开。\n';

/** What safe fixes make of {@link STRAY}. */
export const STRAY_FIXED = '青石镇的各位同志，今年的春耕工作已经全面铺开。\n';

/** A name that was left open (error). */
export const PLACEHOLDER = '会上，省委**同志对青石镇的工作提出了要求。\n';

/** Not Chinese prose. */
export const ENGLISH = 'Dear colleagues, this spring we have done a great deal of work together.\n';
