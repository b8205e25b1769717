import { basename, join, resolve } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { GuideFinder, type FoundGuide, type LoadedGuide } from '../bulk/findGuide.js';
import { GUIDE_FILE_NAME, type GuideProblem } from '../core/guide/guideFile.js';
import { parseGuide } from '../core/guide/parseGuide.js';
import type { OpenDocuments } from './documents.js';
import type { Log } from './log.js';

/** Whether a document is a guide file, by its name. */
export function isGuideUri(uri: string): boolean {
  return basename(URI.parse(uri).path) === GUIDE_FILE_NAME;
}

/** What the guides need of their surroundings. */
export interface GuidesHost {
  readonly documents: OpenDocuments;
  /** URIs of the workspace folders when the server starts. */
  readonly folders: readonly string[];
  readonly log: Log;
}

/**
 * The guide files of the workspace, as they are open in the editor or else on disk. What was read is kept until
 * {@link changed} is told.
 */
export class Guides {
  readonly #host: GuidesHost;
  readonly #told = new Set<string>();
  /** Files that went from the disk while editors still hold their text. */
  readonly #deleted = new Set<string>();
  #folders: readonly string[];
  #finder: GuideFinder;

  constructor(host: GuidesHost) {
    this.#host = host;
    this.#folders = host.folders;
    this.#finder = this.fresh();
  }

  /**
   * Takes note that guide files are not what they were.
   * @param uri the one that is, where that is known
   * @param deleted whether it was deleted: it is no guide any more then, even if an editor still holds its text
   */
  changed(uri?: string, deleted = false): void {
    const file = uri === undefined ? undefined : fileOf(uri);
    if (file !== undefined && deleted) this.#deleted.add(file);
    else if (file !== undefined) this.#deleted.delete(file);
    this.#finder = this.fresh();
  }

  /** Takes note that the workspace has other folders. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.#folders = [...this.#folders.filter((uri) => !removed.includes(uri)), ...added];
    this.changed();
  }

  /** Whether a change of this file may change a guide. */
  uses(uri: string): boolean {
    const file = fileOf(uri);
    return isGuideUri(uri) || (file !== undefined && this.#finder.uses(file));
  }

  /** A finder that has read nothing yet. */
  fresh(): GuideFinder {
    return new GuideFinder({
      roots: this.#folders.flatMap((uri) => fileOf(uri) ?? []),
      toRepository: false,
      openText: (path) => this.#openText(path),
    });
  }

  /**
   * The guide of a document; undefined when it has no guide file. A draft that was never saved takes the guide of
   * the place that it is meant for, or of the only workspace folder, where there is just one. Never rejects.
   */
  async of(uri: string, finder: GuideFinder = this.#finder): Promise<FoundGuide | undefined> {
    const path = fileOf(uri) ?? this.#placeOfUnsaved(uri);
    if (path === undefined) return undefined;
    const found = await finder.of(path);
    if (found !== undefined) this.#logProblems(found.loaded);
    return found;
  }

  /** What is wrong in an open guide file, and the text that this is about. */
  async problemsOf(
    document: TextDocument,
  ): Promise<{ readonly text: string; readonly problems: readonly GuideProblem[] }> {
    const path = fileOf(document.uri);
    if (path === undefined || this.#deleted.has(path)) {
      const text = document.getText();
      return { text, problems: parseGuide(text).problems };
    }
    const { files } = await this.#finder.load(path);
    return files[0] ?? { text: '', problems: [] };
  }

  /** A guide that is not open shows its mistakes to nobody else. */
  #logProblems({ path, files, failure }: LoadedGuide): void {
    const tell = (line: string): void => {
      if (this.#told.has(line)) return;
      this.#told.add(line);
      this.#host.log.warn(line);
    };
    if (failure !== undefined) tell(`guide file ${path} cannot be read: ${failure.localized.en}`);
    for (const file of files) {
      for (const { message } of file.problems) tell(`guide file ${file.path}: ${message.en}`);
    }
  }

  #placeOfUnsaved(uri: string): string | undefined {
    const { scheme, path } = URI.parse(uri);
    if (scheme !== 'untitled') return undefined;
    // A draft that has its place already and only waits to be saved.
    if (path.startsWith('/')) return fileOf(URI.file(path).toString());
    const [only, ...others] = this.#folders;
    if (only === undefined || others.length > 0) return undefined;
    const folder = fileOf(only);
    return folder === undefined ? undefined : join(folder, basename(path) || 'untitled');
  }

  #openText(path: string): string | undefined {
    if (this.#deleted.has(path)) return undefined;
    const document = this.#host.documents.all().find(({ uri }) => fileOf(uri) === path);
    return document?.getText();
  }
}

/** The absolute path of a document on disk. */
function fileOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? resolve(parsed.fsPath) : undefined;
}
