import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../drafts');

/** The gold files of the project's own drafts, one beside each draft. */
export const ownGoldPaths: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.gold.json'))
  .sort()
  .map((name) => resolve(folder, name));

/** Drafts as a good writer hands them in: nothing at all may be said of them. */
export const EXEMPLARY: readonly string[] = [
  'graduation-address',
  'retirement-farewell',
  'water-work-report',
];
