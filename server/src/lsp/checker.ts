import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDraft, type CheckResult } from '../core/check.js';
import type { Segmenter } from '../core/draft/model.js';
import { AnalysisCache } from '../core/draft/analysisCache.js';
import type { IgnoredFinding } from '../core/guide.js';
import type { Configuration } from './configuration.js';
import { formatOfLanguage, languageOf, type OpenDocuments } from './documents.js';
import type { OwnIgnored } from './ownIgnored.js';
import { isGuideUri } from './guides.js';
import type { Log } from './log.js';
import type { FiguresParams } from './protocol/figures.js';
import type { DraftSettings } from './settings.js';
import type { Words } from './words.js';

/** An open document as it was checked. Holds only while the document keeps its version. */
export interface Checked {
  readonly document: TextDocument;
  readonly version: number;
  readonly settings: DraftSettings;
  /** The segmenter that the check had; without one the rules that need words were left out. */
  readonly segmenter: Segmenter | undefined;
  /** What was ignored apart from guide files. */
  readonly ignored: readonly IgnoredFinding[];
  /** Absent when the document is left alone by the settings. */
  readonly result: CheckResult | undefined;
}

/** Thrown when a document changed or was closed while a request about it waited. */
export class TextMovedOn extends Error {
  /** Whether the document is still open, so that asking again makes sense. */
  readonly open: boolean;

  constructor(uri: string, open: boolean) {
    super(`${uri} ${open ? 'changed' : 'was closed'} while it waited to be checked`);
    this.open = open;
  }
}

/** What the checker needs of its surroundings. */
export interface CheckerHost {
  readonly documents: OpenDocuments;
  readonly configuration: Configuration;
  readonly words: Words;
  readonly ignored: OwnIgnored;
  /** Called after each check that was really made. */
  readonly onChecked: (checked: Checked) => void;
  readonly log: Log;
}

/** Checks open documents, each version once for one state of settings and segmenter. */
export class Checker {
  readonly #host: CheckerHost;
  readonly #caches = new Map<string, AnalysisCache>();
  readonly #last = new Map<string, Checked>();
  readonly #failures = new Set<string>();

  constructor(host: CheckerHost) {
    this.#host = host;
  }

  /**
   * The check of an open document as it is now; undefined when it is not open, or no draft but a guide file.
   * @throws TextMovedOn when the text is no longer the one that was asked about
   */
  async check(uri: string): Promise<Checked | undefined> {
    const document = this.#host.documents.get(uri);
    if (document === undefined || isGuideUri(uri)) return undefined;
    const version = document.version;
    let settings = await this.#host.configuration.of(uri);
    // An edit that has come in meanwhile goes first: nobody waits for the check of a text that is gone.
    if (this.#checked(document, settings) === undefined) {
      await turnOfEventLoop();
      settings = await this.#host.configuration.of(uri);
    }
    const now = this.#host.documents.get(uri);
    if (now !== document || now.version !== version) throw new TextMovedOn(uri, now !== undefined);
    return this.#check(document, settings);
  }

  /** Lets go of a document that was closed. */
  forget(uri: string): void {
    this.#caches.delete(uri);
    this.#last.delete(uri);
  }

  /** Logs what rules failed with, each failure once however often it comes back. */
  logFailures(result: CheckResult): void {
    for (const { rule, message } of result.failures) {
      const line = `rule ${rule} failed: ${message}`;
      if (this.#failures.has(line)) continue;
      this.#failures.add(line);
      this.#host.log.warn(line);
    }
  }

  /** The last check of a document, if it is of this version and everything else it hangs on. */
  #checked({ uri, version }: TextDocument, settings: DraftSettings): Checked | undefined {
    const last = this.#last.get(uri);
    return last?.version === version &&
      last.settings === settings &&
      last.segmenter === this.#host.words.segmenter &&
      last.ignored === this.#host.ignored.entries
      ? last
      : undefined;
  }

  #check(document: TextDocument, settings: DraftSettings): Checked {
    const known = this.#checked(document, settings);
    if (known !== undefined) return known;
    const { uri, version } = document;
    const { segmenter } = this.#host.words;
    const ignored = this.#host.ignored.entries;
    const watched = settings.enable && settings.languages.includes(languageOf(document));
    const result = watched ? this.#run(document, settings, segmenter) : undefined;
    const checked: Checked = { document, version, settings, segmenter, ignored, result };
    this.#last.set(uri, checked);
    this.#host.onChecked(checked);
    return checked;
  }

  #run(document: TextDocument, settings: DraftSettings, segmenter: Segmenter | undefined): CheckResult {
    let cache = this.#caches.get(document.uri);
    if (cache === undefined) {
      cache = new AnalysisCache();
      this.#caches.set(document.uri, cache);
    }
    const result = checkDraft(document.getText(), {
      format: formatOfLanguage(languageOf(document)),
      guide: settings.guide,
      ignored: this.#host.ignored.entries,
      language: settings.language,
      segmenter,
      cache,
    });
    this.logFailures(result);
    return result;
  }
}

/** The figures of a checked document, as the status bar shows them. */
export function figuresOf({ document, version, segmenter, result }: Checked): FiguresParams {
  const figures = { uri: document.uri, version, segmenter: segmenter?.id ?? 'loading' } as const;
  if (result === undefined)
    return { ...figures, characters: 0, minutes: 0, findings: 0, skipped: 'disabled' };
  const counted = { ...figures, characters: result.characters, minutes: result.minutes };
  return result.draft.chinese
    ? { ...counted, findings: result.findings.length }
    : { ...counted, findings: 0, skipped: 'not-chinese' };
}
