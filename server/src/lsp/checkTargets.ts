import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { checkFiles, type CheckFilesOptions, type FileResult } from '../bulk/checkFiles.js';
import type { Language } from '../core/localized.js';
import { FolderSettings, openDocument } from './bulkTargets.js';
import type { Server } from './feature.js';

/** A file that was asked about and what its check says. */
export interface CheckedTarget {
  readonly uri: string;
  /** Of the open document; absent for a file that was read from disk. */
  readonly version: number | undefined;
  readonly file: FileResult;
  readonly language: Language;
  /** What it was checked by, but for its guide. */
  readonly options: CheckFilesOptions;
}

/**
 * Checks single files with every rule, each as it is in the editor or else on disk, in order. Gives way to other
 * requests between files; an abort ends the iteration.
 */
export async function* checkTargets(
  uris: readonly string[],
  host: Server,
  signal: AbortSignal,
): AsyncGenerator<CheckedTarget, void, void> {
  const settings = new FolderSettings(host.configuration);
  // Guide files are read anew, so that what was saved a moment ago holds.
  const finder = host.guides.fresh();
  try {
    const targets = new Map(uris.map((uri) => [resolve(URI.parse(uri).fsPath), uri]));
    const { discoverDrafts } = await import('../bulk/discover.js');
    const drafts = await discoverDrafts([...targets.keys()], { include: [], signal });
    const ignored = host.ignored.entries;
    const segmenter = drafts.length > 0 ? await host.words.load() : undefined;
    for (const draft of drafts) {
      const open = openDocument(host.documents, draft.path, targets.get(draft.path));
      const uri = open?.uri ?? targets.get(draft.path) ?? URI.file(draft.path).toString();
      const { guide, language } = await settings.of(open?.uri, draft.path);
      const own = (await host.guides.of(uri, finder))?.guide;
      const version = open?.version;
      const text = open?.getText();
      const options = {
        segmenter,
        guide: own ?? guide,
        ignored,
        language,
        openText: () => text,
        signal,
      };
      for await (const file of checkFiles([draft], options)) yield { uri, version, file, language, options };
      if (signal.aborted) return;
    }
  } finally {
    settings.forget();
  }
}
