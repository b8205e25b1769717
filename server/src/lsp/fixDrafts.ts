import { resolve } from 'node:path';
import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { checkFiles, type CheckedFile, type CheckFilesOptions } from '../bulk/checkFiles.js';
import { discoverDrafts } from '../bulk/discover.js';
import { fixText } from '../bulk/fixText.js';
import type { Guide } from '../core/guide.js';
import { isRecord } from '../core/guide/values.js';
import { FolderSettings, openDocument } from './bulkTargets.js';
import { closedDocument, toTextEdits } from './convert.js';
import type { Feature, Server } from './feature.js';
import {
  FIX_DRAFTS,
  type DraftChange,
  type FixableDraft,
  type FixDraftsParams,
  type FixDraftsResult,
} from './protocol/fixDrafts.js';
import { ruleChanges } from './ruleChanges.js';
import { isTexts } from './settings.js';

/** Answers {@link FIX_DRAFTS}. */
export const fixDraftsFeature: Feature = {
  serve: (server) => {
    server.connection.onRequest(FIX_DRAFTS, (params: unknown, token: CancellationToken) =>
      isFixDraftsParams(params)
        ? fixDrafts(params, token, server)
        : new ResponseError(ErrorCodes.InvalidParams, `${FIX_DRAFTS}: targets is wrong`),
    );
  },
};

/**
 * What mends drafts, each as it is in the editor or else on disk. Gives way to other requests between files; a file
 * that cannot be read has nothing to be mended.
 */
async function fixDrafts(
  { targets: uris }: FixDraftsParams,
  token: CancellationToken,
  host: Server,
): Promise<FixDraftsResult> {
  const abort = new AbortController();
  if (token.isCancellationRequested) abort.abort();
  const listening = token.onCancellationRequested(() => {
    abort.abort();
  });
  const { signal } = abort;
  const settings = new FolderSettings(host.configuration);
  // Guide files are read anew, so that what was saved a moment ago holds.
  const finder = host.guides.fresh();
  const fixable: FixableDraft[] = [];
  try {
    const targets = new Map(uris.map((uri) => [resolve(URI.parse(uri).fsPath), uri]));
    const drafts = await discoverDrafts([...targets.keys()], { include: [], signal });
    const ignored = host.ignored.entries;
    const segmenter = drafts.length > 0 ? await host.words.load() : undefined;
    for (const draft of drafts) {
      const open = openDocument(host.documents, draft.path, targets.get(draft.path));
      const uri = open?.uri ?? targets.get(draft.path) ?? URI.file(draft.path).toString();
      const { guide, language } = await settings.of(open?.uri, draft.path);
      const guideOf = async (): Promise<Guide | undefined> => (await host.guides.of(uri, finder))?.guide;
      const version = open?.version;
      const text = open?.getText();
      const options = { segmenter, guide, guideOf, ignored, language, openText: () => text, signal };
      for await (const file of checkFiles([draft], options)) {
        const found = file.failure === undefined ? fixableDraft(uri, version, file, options) : undefined;
        if (found !== undefined) fixable.push(found);
      }
      if (signal.aborted) break;
    }
    return { drafts: fixable, cancelled: signal.aborted };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { drafts: fixable, cancelled: true };
  } finally {
    listening.dispose();
    settings.forget();
  }
}

/** A draft with what mends it; undefined where there is nothing that can be mended unseen. */
function fixableDraft(
  uri: string,
  version: number | undefined,
  { path, guide, content, result }: CheckedFile,
  options: CheckFilesOptions,
): FixableDraft | undefined {
  // What comes neither from an editor nor from a text file cannot be written back.
  const writable = content?.encoding === 'docx' ? undefined : content;
  if (version === undefined && writable === undefined) return undefined;
  const { text } = result.draft;
  const after = fixText(path, result, { ...options, guide }).result.draft.text;
  const document = closedDocument(uri, text);
  const changes = ruleChanges(text, after, result.findings).flatMap(({ edit, rules }) =>
    toTextEdits(document, [edit]).map((change): DraftChange => ({ edit: change, rules })),
  );
  if (changes.length === 0) return undefined;
  if (writable === undefined) return { uri, ...(version === undefined ? {} : { version }), changes };
  const { encoding, bom } = writable;
  return { uri, file: { text: writable.text, encoding, bom }, changes };
}

/** Whether what a client sent can be worked with. */
function isFixDraftsParams(value: unknown): value is FixDraftsParams {
  return isRecord(value) && isTexts(value['targets']);
}
