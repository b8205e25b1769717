import { resolve } from 'node:path';
import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { comparePassages, type ComparedFile } from '../bulk/comparePassages.js';
import type { DiscoveredDraft } from '../bulk/discover.js';
import { isRecord } from '../core/guide/values.js';
import { FolderSettings, isTargets, openDocument } from './bulkTargets.js';
import { closedDocument, toRange } from './convert.js';
import { excerptOf } from '../core/text/excerpt.js';
import type { Feature, Server } from './feature.js';
import {
  COMPARE_PASSAGES,
  COMPARE_PROGRESS,
  type ComparePassagesParams,
  type ComparePassagesResult,
  type CompareProgressParams,
} from './protocol/passages.js';
import { isTexts } from './settings.js';

/** Answers {@link COMPARE_PASSAGES}. */
export const comparePassagesFeature: Feature = {
  serve: (server) => {
    server.connection.onRequest(COMPARE_PASSAGES, (params: unknown, token: CancellationToken) =>
      isComparePassagesParams(params)
        ? compare(params, token, server)
        : new ResponseError(
            ErrorCodes.InvalidParams,
            `${COMPARE_PASSAGES}: id, targets, include, exclude, maxFileSize or minCharacters is wrong`,
          ),
    );
  },
};

/**
 * Compares the drafts below folders, or single files, as they are in the editor or else on disk. Gives way to other
 * requests between files; a file that cannot be read is named with its reason and the rest goes on.
 */
async function compare(
  params: ComparePassagesParams,
  token: CancellationToken,
  host: Server,
): Promise<ComparePassagesResult> {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  const listening = token.onCancellationRequested(() => {
    abort.abort();
  });
  const settings = new FolderSettings(host.configuration);
  // Guide files are read anew, so that what was saved a moment ago holds.
  const finder = host.guides.fresh();
  try {
    const targets = new Map(params.targets.map((uri) => [resolve(URI.parse(uri).fsPath), uri]));
    const { include, exclude, maxFileSize: maxBytes, minCharacters } = params;
    const { signal } = abort;
    const { discoverDrafts } = await import('../bulk/discover.js');
    const drafts = await discoverDrafts([...targets.keys()], { include, exclude, maxBytes, signal });
    const open = (path: string): TextDocument | undefined =>
      openDocument(host.documents, path, targets.get(path));
    const uriOf = (path: string): string => open(path)?.uri ?? targets.get(path) ?? URI.file(path).toString();
    const { files, pairs } = await comparePassages(drafts.toSorted(byPath), {
      minCharacters,
      signal,
      openText: (path) => open(path)?.getText(),
      guideOf: async (path) =>
        (await host.guides.of(uriOf(path), finder))?.guide ??
        (await settings.of(open(path)?.uri, path)).guide,
      onProgress: (progress) =>
        host.connection.sendNotification(COMPARE_PROGRESS, {
          id: params.id,
          ...progress,
        } satisfies CompareProgressParams),
    });
    const documents = new Map(files.map(({ path, text }) => [path, closedDocument(uriOf(path), text)]));
    const rangeIn = (path: string, span: Parameters<typeof toRange>[1]) =>
      toRange(documents.get(path) ?? closedDocument(uriOf(path), ''), span);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    return {
      drafts: await Promise.all(
        files.map(async (file) => {
          const { language } = await settings.of(open(file.path)?.uri, file.path);
          return toDraft(uriOf(file.path), file, file.failure?.localized[language]);
        }),
      ),
      pairs: pairs.map(({ a, b, shareOfA, shareOfB, passages }) => ({
        a: uriOf(a),
        b: uriOf(b),
        shareOfA,
        shareOfB,
        passages: passages.map((passage) => ({
          a: rangeIn(a, passage.a),
          b: rangeIn(b, passage.b),
          excerpt: excerptOf((texts.get(a) ?? '').slice(passage.a.start, passage.a.end)),
          characters: passage.characters,
          alike: passage.alike,
        })),
      })),
      cancelled: false,
    };
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    return { drafts: [], pairs: [], cancelled: true };
  } finally {
    listening.dispose();
    settings.forget();
  }
}

function toDraft(
  uri: string,
  { characters, share, skipped }: ComparedFile,
  failure: string | undefined,
): ComparePassagesResult['drafts'][number] {
  return {
    uri,
    characters,
    share,
    ...(failure === undefined ? {} : { failure }),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

function byPath(a: DiscoveredDraft, b: DiscoveredDraft): number {
  return a.path < b.path ? -1 : 1;
}

/** Whether what a client sent can be worked with. */
function isComparePassagesParams(value: unknown): value is ComparePassagesParams {
  if (!isRecord(value)) return false;
  const least = value['minCharacters'];
  return (
    typeof value['id'] === 'string' &&
    isTargets(value['targets']) &&
    isTexts(value['include']) &&
    isTexts(value['exclude']) &&
    typeof value['maxFileSize'] === 'number' &&
    (least === undefined || (typeof least === 'number' && Number.isFinite(least) && least >= 1))
  );
}
