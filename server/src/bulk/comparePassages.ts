import { setImmediate } from 'node:timers/promises';
import { buildDraft } from '../core/draft/buildDraft.js';
import type { Guide } from '../core/guide.js';
import { PassageComparison, type DraftPair } from '../core/passages/comparison.js';
import { widen } from '../core/passages/widen.js';
import type { Span } from '../core/text/span.js';
import type { DiscoveredDraft } from './discover.js';
import { explainReadError, type DraftReadError } from './draftReadError.js';
import { formatOf } from './formatOf.js';
import { readDraft } from './readDraft.js';

/** How files are to be compared. */
export interface ComparePassagesOptions {
  /** The least length of a passage in characters of the writers' own words; the engine's default when absent. */
  readonly minCharacters?: number | undefined;
  /** The text of a file that is open in an editor, without a byte-order mark; preferred to what is on disk. */
  readonly openText?: (path: string) => string | undefined;
  /** The guide of a file, whose fixed terms count for nothing. */
  readonly guideOf?: (path: string) => Promise<Guide | undefined>;
  /** Called after each step: files read, and then files compared. Awaited. */
  readonly onProgress?: (progress: CompareProgress) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** How far a comparison has come. */
export interface CompareProgress {
  readonly stage: 'reading' | 'comparing';
  readonly done: number;
  readonly total: number;
}

/** A draft that was compared, or why it was not. */
export interface ComparedFile {
  readonly path: string;
  readonly shownPath: string;
  /** The text that spans are offsets of; empty for a file that could not be read. */
  readonly text: string;
  /** Characters, marks not counted; 0 when it was not compared. */
  readonly characters: number;
  /** How much of it stands in other drafts, 0 to 1. */
  readonly share: number;
  readonly skipped?: 'not-chinese' | undefined;
  readonly failure?: DraftReadError | undefined;
}

/** What a comparison of files found. */
export interface ComparedFiles {
  /** In the order given. */
  readonly files: readonly ComparedFile[];
  /** Drafts are named by their absolute paths. With one draft alone, what it says twice. */
  readonly pairs: readonly DraftPair[];
}

/**
 * Compares files with one another, in any number: their texts and fingerprints are kept, nothing else of them. Gives
 * way to other work between files. A file that cannot be read is named with its reason and the rest goes on.
 *
 * @throws the signal's reason when aborted
 */
export async function comparePassages(
  drafts: readonly DiscoveredDraft[],
  options: ComparePassagesOptions,
): Promise<ComparedFiles> {
  const { minCharacters, signal, onProgress } = options;
  const single = drafts.filter(({ failure }) => failure === undefined).length === 1;
  const comparison = new PassageComparison({
    within: single,
    ...(minCharacters === undefined ? {} : { minCharacters }),
  });
  const read: Omit<ComparedFile, 'characters' | 'share'>[] = [];
  for (const draft of drafts) {
    await setImmediate();
    signal?.throwIfAborted();
    const file = await readFile(draft, options);
    read.push(file);
    if (file.failure === undefined) {
      const model = buildDraft(file.text, formatOf(file.path));
      if (model.chinese) comparison.add(file.path, model, (await options.guideOf?.(file.path))?.words);
      else read[read.length - 1] = { ...file, skipped: 'not-chinese' };
    }
    await onProgress?.({ stage: 'reading', done: read.length, total: drafts.length });
  }
  const pairs: DraftPair[] = [];
  let done = 0;
  const total = comparison.size;
  const texts = new Map(read.map(({ path, text }) => [path, text]));
  const widened = (path: string, span: Span): Span => widen(texts.get(path) ?? '', span);
  for (const found of comparison.compare()) {
    for (const pair of found) {
      const passages = pair.passages.map((passage) => ({
        ...passage,
        a: widened(pair.a, passage.a),
        b: widened(pair.b, passage.b),
      }));
      pairs.push({ ...pair, passages });
    }
    await onProgress?.({ stage: 'comparing', done: ++done, total });
    await setImmediate();
    signal?.throwIfAborted();
  }
  const shares = new Map(comparison.shares().map((share) => [share.id, share]));
  const files = read.map((file) => {
    const { characters, share } = shares.get(file.path) ?? { characters: 0, share: 0 };
    return { ...file, characters, share };
  });
  return { files, pairs };
}

async function readFile(
  { path, shownPath, failure }: DiscoveredDraft,
  { openText, signal }: ComparePassagesOptions,
): Promise<Omit<ComparedFile, 'characters' | 'share'>> {
  const open = openText?.(path);
  if (open !== undefined) return { path, shownPath, text: open };
  if (failure !== undefined) return { path, shownPath, text: '', failure };
  try {
    return { path, shownPath, text: (await readDraft(path, signal)).text };
  } catch (error) {
    signal?.throwIfAborted();
    return { path, shownPath, text: '', failure: explainReadError(error) };
  }
}
