import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchText, varied } from './texts.js';

/** A folder of drafts, `0001.txt` and so on, which holds nothing else. */
export interface DraftFolder {
  readonly path: string;
  /** In order. */
  readonly names: readonly string[];
  /** What the files hold, in the order of their names. */
  readonly texts: readonly string[];
  readonly remove: () => void;
}

/** Writes a folder of drafts, each in wording of its own. It lies outside the project, whose `.gitignore` would hide it. */
export function makeDraftFolder(count: number): DraftFolder {
  const path = mkdtempSync(join(tmpdir(), 'wenfeng-bench-'));
  const drafts = join(path, 'drafts');
  mkdirSync(drafts);
  const { text } = benchText();
  const texts = Array.from({ length: count }, (_, at) => varied(text, at + 1));
  const names = texts.map((_, at) => `${String(at + 1).padStart(4, '0')}.txt`);
  for (const [at, name] of names.entries()) writeFileSync(join(drafts, name), texts[at] ?? '');
  return {
    path: drafts,
    names,
    texts,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
