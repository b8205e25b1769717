import type { Localized } from '../localized.js';

/** The parts of a speech that paragraph structures are for, in the order of a speech; each is a snippet file's name. */
export const PARTS = [
  { id: 'opening', title: { zh: '开场', en: 'Opening' } },
  { id: 'review', title: { zh: '总结成绩', en: 'Review of results' } },
  { id: 'problems', title: { zh: '查摆问题', en: 'Problems' } },
  { id: 'situation', title: { zh: '形势与意义', en: 'Situation and meaning' } },
  { id: 'tasks', title: { zh: '部署任务', en: 'Tasks' } },
  { id: 'requirements', title: { zh: '提出要求', en: 'Requirements' } },
  { id: 'parallel', title: { zh: '排比', en: 'Parallel sentences' } },
  { id: 'closing', title: { zh: '结尾与号召', en: 'Close and call' } },
  { id: 'chairing', title: { zh: '主持会议', en: 'Chairing a meeting' } },
] as const satisfies readonly { readonly id: string; readonly title: Localized }[];

/** The name of a part of a speech. */
export type PartId = (typeof PARTS)[number]['id'];

/** The names of all parts, in the order of a speech. */
export const PART_IDS: readonly PartId[] = PARTS.map(({ id }) => id);
