import type { Localized } from '../localized.js';

/** The kinds of occasion that speeches are held on, the commonest first. */
export const OCCASIONS = [
  { id: 'mobilisation', title: { zh: '部署动员会', en: 'Mobilisation meeting' } },
  { id: 'summary', title: { zh: '工作总结会', en: 'Annual review meeting' } },
  { id: 'commendation', title: { zh: '表彰会', en: 'Award meeting' } },
  { id: 'symposium', title: { zh: '座谈会、调研', en: 'Symposium or field visit' } },
  { id: 'party-lecture', title: { zh: '党课', en: 'Party lecture' } },
  { id: 'ceremony', title: { zh: '致辞、庆典', en: 'Address at a ceremony' } },
  { id: 'chairing', title: { zh: '主持词', en: 'Chair’s script' } },
  { id: 'concluding', title: { zh: '会议总结讲话', en: 'Concluding remarks' } },
  { id: 'safety', title: { zh: '安全生产会', en: 'Safety meeting' } },
  { id: 'appointment', title: { zh: '任职、离任表态', en: 'Taking or leaving office' } },
] as const satisfies readonly { readonly id: string; readonly title: Localized }[];

/** The name of a kind of occasion. */
export type OccasionId = (typeof OCCASIONS)[number]['id'];

/** The names of all kinds of occasion. */
export const OCCASION_IDS: readonly OccasionId[] = OCCASIONS.map(({ id }) => id);

/** Whether a value names a kind of occasion. */
export function isOccasionId(value: unknown): value is OccasionId {
  return OCCASION_IDS.some((id) => id === value);
}
