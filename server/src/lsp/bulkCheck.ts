import { resolve } from 'node:path';
import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { FileResult } from '../bulk/checkFiles.js';
import { checkManyFiles } from '../bulk/checkManyFiles.js';
import { isRecord } from '../core/guide/values.js';
import type { Language } from '../core/localized.js';
import { FolderSettings, isTargets, openDocument } from './bulkTargets.js';
import { closedDocument } from './convert.js';
import { shownUri } from './documentText.js';
import {
  BULK_CHECK,
  BULK_FILE,
  type BulkCheckParams,
  type BulkCheckResult,
  type BulkFileParams,
} from './protocol/bulk.js';
import { isTexts, type DraftSettings } from './settings.js';
import { logStandIn } from './words.js';
import type { Feature, Server } from './feature.js';

/** Answers {@link BULK_CHECK}. */
export const bulkCheckFeature: Feature = {
  serve: (server) => {
    server.connection.onRequest(BULK_CHECK, (params: unknown, token: CancellationToken) =>
      isBulkCheckParams(params)
        ? bulkCheck(params, token, server)
        : new ResponseError(
            ErrorCodes.InvalidParams,
            `${BULK_CHECK}: id, targets, include, exclude or maxFileSize is wrong`,
          ),
    );
  },
};

/** What a bulk check needs of its surroundings. */
type BulkHost = Pick<
  Server,
  | 'connection'
  | 'log'
  | 'documents'
  | 'configuration'
  | 'guides'
  | 'words'
  | 'ignored'
  | 'checker'
  | 'diagnostics'
  | 'startWorkers'
>;

/**
 * Checks the drafts below folders, or single files, with every rule, one {@link BULK_FILE} notification a file.
 * Gives way to other requests between files. A cancelled check ends early with what it has; a file that cannot
 * be read is named with its reason and the rest goes on. Files are checked even where live checking is off,
 * since somebody asked.
 */
async function bulkCheck(
  params: BulkCheckParams,
  token: CancellationToken,
  host: BulkHost,
): Promise<BulkCheckResult> {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  const listening = token.onCancellationRequested(() => {
    abort.abort();
  });
  const count = { checked: 0, unreadable: 0 };
  const settings = new FolderSettings(host.configuration);
  // Guide files are read anew, so that what was saved a moment ago holds.
  const finder = host.guides.fresh();
  try {
    const targets = new Map(params.targets.map((uri) => [resolve(URI.parse(uri).fsPath), uri]));
    const { include, exclude, maxFileSize: maxBytes } = params;
    const { signal } = abort;
    const { discoverDrafts } = await import('../bulk/discover.js');
    const drafts = await discoverDrafts([...targets.keys()], { include, exclude, maxBytes, signal });
    const ignored = host.ignored.entries;
    const openOf = (path: string): TextDocument | undefined =>
      openDocument(host.documents, path, targets.get(path));
    const uriOf = (path: string): string =>
      openOf(path)?.uri ?? targets.get(path) ?? URI.file(path).toString();
    const settingsOf = (path: string): Promise<DraftSettings> => settings.of(openOf(path)?.uri, path);
    const files = checkManyFiles(drafts, {
      settingsOf: async (path) => {
        const { guide, language } = await settingsOf(path);
        return { guide: (await host.guides.of(uriOf(path), finder))?.guide ?? guide, language };
      },
      openText: (path) => openOf(path)?.getText(),
      ignored,
      signal,
      loadSegmenter: async () => ({ segmenter: await host.words.load() }),
      onStandIn: (standIn) => {
        logStandIn(host.log, standIn);
        return Promise.resolve();
      },
      startWorkers: host.startWorkers,
    });
    for await (const file of files) {
      count[file.failure === undefined ? 'checked' : 'unreadable']++;
      const { language } = await settingsOf(file.path);
      await host.connection.sendNotification(BULK_FILE, {
        id: params.id,
        done: count.checked + count.unreadable,
        total: drafts.length,
        ...tell(uriOf(file.path), file, language, host),
      } satisfies BulkFileParams);
    }
    return { ...count, cancelled: signal.aborted };
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    return { ...count, cancelled: true };
  } finally {
    listening.dispose();
    settings.forget();
  }
}

/** Whether what a client sent can be worked with. */
function isBulkCheckParams(value: unknown): value is BulkCheckParams {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    isTargets(value['targets']) &&
    isTexts(value['include']) &&
    isTexts(value['exclude']) &&
    typeof value['maxFileSize'] === 'number'
  );
}

/** What is said of one file. */
function tell(
  uri: string,
  file: FileResult,
  language: Language,
  host: BulkHost,
): Omit<BulkFileParams, 'id' | 'done' | 'total'> {
  if (file.failure !== undefined) {
    return { uri, characters: 0, minutes: 0, diagnostics: [], failure: file.failure.localized[language] };
  }
  const { result } = file;
  host.checker.logFailures(result);
  const diagnostics = host.diagnostics.all(
    closedDocument(shownUri(uri), result.draft.text),
    result,
    language,
  );
  const { characters, minutes } = result;
  return {
    uri,
    characters,
    minutes,
    diagnostics,
    ...(result.draft.chinese ? {} : { skipped: 'not-chinese' }),
  };
}
