import { setImmediate } from 'node:timers/promises';
import { checkDraft, type CheckOptions, type CheckResult } from '../core/check.js';
import type { Guide } from '../core/guide.js';
import type { DiscoveredDraft } from './discover.js';
import { explainReadError, type DraftReadError } from './draftReadError.js';
import { formatOf } from './formatOf.js';
import { readDraft, type DraftContent } from './readDraft.js';

/** How files are to be checked: as {@link checkDraft} is told, but for the format, which a file's name tells. */
export interface CheckFilesOptions extends Pick<
  CheckOptions,
  'segmenter' | 'guide' | 'ignored' | 'language'
> {
  /** The text of a file that is open in an editor, without a byte-order mark; preferred to what is on disk. */
  readonly openText?: (path: string) => string | undefined;
  /** The guide of a file where it has one of its own; `guide` holds for the others. */
  readonly guideOf?: (path: string) => Promise<Guide | undefined>;
  readonly signal?: AbortSignal | undefined;
}

/** A file that was checked. */
export interface CheckedFile {
  readonly path: string;
  readonly shownPath: string;
  /** What the file holds; absent when the text came from an editor. */
  readonly content?: DraftContent;
  /** What it was checked by; absent for the defaults. */
  readonly guide: Guide | undefined;
  readonly result: CheckResult;
  readonly failure?: never;
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly path: string;
  readonly shownPath: string;
  readonly failure: DraftReadError;
}

export type FileResult = CheckedFile | UnreadableFile;

/**
 * Checks files one after another, in the order given, one result a file. Holds one file in memory at a time and
 * gives way to other work between files. A file that cannot be read is a result with its reason.
 * An abort ends the iteration without an error.
 */
export async function* checkFiles(
  drafts: Iterable<DiscoveredDraft>,
  options: CheckFilesOptions,
): AsyncGenerator<FileResult, void, void> {
  for (const draft of drafts) {
    await setImmediate();
    if (aborted(options.signal)) return;
    const result = await checkFile(draft, options);
    if (aborted(options.signal)) return;
    yield result;
  }
}

async function checkFile(draft: DiscoveredDraft, options: CheckFilesOptions): Promise<FileResult> {
  const { path, shownPath } = draft;
  const openText = options.openText?.(path);
  if (openText !== undefined) {
    const guide = (await options.guideOf?.(path)) ?? options.guide;
    return { path, shownPath, guide, result: checkText(path, openText, { ...options, guide }) };
  }
  if (draft.failure !== undefined) return { path, shownPath, failure: draft.failure };
  let content: DraftContent;
  try {
    content = await readDraft(path, options.signal);
  } catch (error) {
    return { path, shownPath, failure: explainReadError(error) };
  }
  const guide = (await options.guideOf?.(path)) ?? options.guide;
  return { path, shownPath, content, guide, result: checkText(path, content.text, { ...options, guide }) };
}

/** How one text is to be checked. */
export interface CheckTextOptions extends Pick<CheckFilesOptions, 'segmenter' | 'ignored' | 'language'> {
  readonly guide?: Guide | undefined;
}

/** Checks one text as {@link checkFiles} does; the path tells its format. */
export function checkText(path: string, text: string, options: CheckTextOptions): CheckResult {
  const { segmenter, guide, ignored, language } = options;
  return checkDraft(text, {
    format: formatOf(path),
    segmenter,
    ignored,
    ...(guide === undefined ? {} : { guide }),
    ...(language === undefined ? {} : { language }),
  });
}

function aborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
