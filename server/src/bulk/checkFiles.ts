import { setImmediate } from 'node:timers/promises';
import { checkDraft, type CheckOptions, type CheckResult } from '../core/check.js';
import type { Guide } from '../core/guide.js';
import type { Language } from '../core/localized.js';
import type { DiscoveredDraft } from './discover.js';
import { explainReadError, type DraftReadError } from './draftReadError.js';
import { formatOf } from './formatOf.js';
import type { OpenForReading } from './openFile.js';
import { readDraft, type DraftContent } from './readDraft.js';

/** How files are to be checked: as {@link checkDraft} is told, but for the format, which a file's name tells. */
export interface CheckFilesOptions extends Pick<CheckOptions, 'segmenter' | 'ignored'>, FileSettings {
  /** The text of a file that is open in an editor, without a byte-order mark; preferred to what is on disk. */
  readonly openText?: (path: string) => string | undefined;
  /** What holds for a file where it is something else than `guide` and `language`. */
  readonly settingsOf?: (path: string) => Promise<FileSettings>;
  readonly signal?: AbortSignal | undefined;
}

/** By what one file is checked. */
export interface FileSettings {
  readonly guide?: Guide | undefined;
  readonly language?: Language | undefined;
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
  const text = options.openText?.(path);
  if (text === undefined && draft.failure !== undefined) return { path, shownPath, failure: draft.failure };
  const how = { ...options, ...(await settingsOf(path, options)) };
  try {
    return { path, shownPath, guide: how.guide, ...(await checkContent(path, text, how)) };
  } catch (error) {
    return { path, shownPath, failure: explainReadError(error) };
  }
}

/** What holds for a file. */
export async function settingsOf(
  path: string,
  options: Pick<CheckFilesOptions, 'guide' | 'language' | 'settingsOf'>,
): Promise<FileSettings> {
  const own = await options.settingsOf?.(path);
  return { guide: own?.guide ?? options.guide, language: own?.language ?? options.language };
}

/**
 * Checks a file: `text` where it is given, else what the file holds.
 *
 * @throws {DraftReadError} when it cannot be read; an abort throws the signal's reason
 */
export async function checkContent(
  path: string,
  text: string | undefined,
  options: CheckContentOptions,
): Promise<Pick<CheckedFile, 'content' | 'result'>> {
  if (text !== undefined) return { result: checkText(path, text, options) };
  const content = await readDraft(path, options.signal, options.open);
  return { content, result: checkText(path, content.text, options) };
}

/** How one file is to be read and checked. */
export interface CheckContentOptions extends CheckTextOptions, Pick<CheckFilesOptions, 'signal'> {
  /** In the background when absent. */
  readonly open?: OpenForReading;
}

/** How one text is to be checked. */
export interface CheckTextOptions extends Pick<CheckFilesOptions, 'segmenter' | 'ignored'>, FileSettings {}

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
