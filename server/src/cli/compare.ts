import path from 'node:path';
import { comparePassages } from '../bulk/comparePassages.js';
import { discoverDrafts } from '../bulk/discover.js';
import { explainReadError } from '../bulk/draftReadError.js';
import { GuideFinder } from '../bulk/findGuide.js';
import type { Language } from '../core/localized.js';
import { printable } from '../core/text/printable.js';
import { jsonComparison, stylishComparison } from './compareReport.js';
import { GuideUse } from './guideUse.js';
import type { Io } from './io.js';
import { CLI_MESSAGES } from './messages.js';
import { painterFor } from './stylish.js';

/** What `wenfeng compare` was asked to do. */
export interface CompareRequest {
  /** Never empty. */
  readonly paths: readonly string[];
  readonly format: 'stylish' | 'json';
  /** The least length of a passage in characters of the writers' own words; the engine's default when absent. */
  readonly minCharacters?: number;
}

/**
 * Tells the passages that drafts have in common.
 *
 * @returns the exit code: 0, whatever was found; 2 when something could not be read
 */
export async function runCompare(request: CompareRequest, language: Language, io: Io): Promise<number> {
  const messages = CLI_MESSAGES[language];
  const { cwd, signal } = io;
  const failures: string[] = [];
  const unreadable = async (shownPath: string, failure: unknown): Promise<void> => {
    const reason = explainReadError(failure).localized[language];
    failures.push(reason);
    await io.stderr.write(`${messages.unreadable(printable(shownPath), reason)}\n`);
  };
  const drafts = await discoverDrafts(request.paths, { cwd });
  if (drafts.length === 0) {
    await io.stderr.write(`${messages.noDrafts(request.paths.map(printable))}\n`);
    return 0;
  }
  const roots = [cwd, ...request.paths.map((target) => path.resolve(cwd, target))];
  const guides = new GuideUse({
    finder: new GuideFinder({ roots, toRepository: true }),
    language,
    cwd,
    tell: (line) => io.stderr.write(line),
    unreadable,
  });
  try {
    const compared = await comparePassages(drafts, {
      minCharacters: request.minCharacters,
      guideOf: (draft) => guides.guideOf(draft),
      signal,
    });
    for (const { shownPath, failure } of compared.files)
      if (failure !== undefined) await unreadable(shownPath, failure);
    await io.stdout.write(
      request.format === 'json'
        ? jsonComparison(compared, language)
        : stylishComparison(compared, language, painterFor(io.stdout.isTerminal, io.env)),
    );
  } catch (error) {
    // Nobody reads the result any more.
    if (!signal.aborted) throw error;
  }
  return failures.length > 0 ? 2 : 0;
}
