import { ErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { CheckedFile, CheckFilesOptions } from '../bulk/checkFiles.js';
import { fixText } from '../bulk/fixText.js';
import { isRecord } from '../core/guide/values.js';
import { isTargets } from './bulkTargets.js';
import { checkTargets } from './checkTargets.js';
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
  const fixable: FixableDraft[] = [];
  try {
    for await (const { uri, version, file, options } of checkTargets(uris, host, signal)) {
      const found = file.failure === undefined ? fixableDraft(uri, version, file, options) : undefined;
      if (found !== undefined) fixable.push(found);
    }
    return { drafts: fixable, cancelled: signal.aborted };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { drafts: fixable, cancelled: true };
  } finally {
    listening.dispose();
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
  return isRecord(value) && isTargets(value['targets']);
}
