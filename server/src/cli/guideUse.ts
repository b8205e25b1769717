import path from 'node:path';
import type { DraftReadError } from '../bulk/draftReadError.js';
import type { GuideFinder, LoadedGuide, ReadGuide } from '../bulk/findGuide.js';
import type { Guide } from '../core/guide.js';
import type { Language } from '../core/localized.js';
import { LineIndex } from '../core/text/lines.js';
import { printable } from '../core/text/printable.js';
import { CLI_MESSAGES } from './messages.js';

/** What the use of guide files needs of a run. */
export interface GuideUseHost {
  readonly finder: GuideFinder;
  readonly language: Language;
  /** The folder that paths are shown relative to. */
  readonly cwd: string;
  /** Writes one line for people, its end included. */
  readonly tell: (line: string) => Promise<void>;
  /** A guide file could not be read at all: its path as shown, and why. */
  readonly unreadable: (shownPath: string, failure: DraftReadError) => Promise<void>;
}

/** The guide files of one run: found for each draft, their mistakes told once. */
export class GuideUse {
  readonly #host: GuideUseHost;
  readonly #told = new Set<string>();

  constructor(host: GuideUseHost) {
    this.#host = host;
  }

  /** The guide of a draft (its absolute path), its mistakes told; undefined when it has no guide file. */
  async guideOf(draft: string): Promise<Guide | undefined> {
    await this.tellOf(draft);
    return await this.find(draft);
  }

  /** The guide of a draft, without a word about its mistakes. */
  async find(draft: string): Promise<Guide | undefined> {
    return (await this.#host.finder.of(draft))?.guide;
  }

  /** Tells the mistakes in the guide of a draft. */
  async tellOf(draft: string): Promise<void> {
    const found = await this.#host.finder.of(draft);
    if (found !== undefined) await this.#tell(found.loaded);
  }

  async #tell({ path: file, files, failure }: LoadedGuide): Promise<void> {
    if (failure !== undefined && this.#first(file)) {
      await this.#host.unreadable(this.#shown(file), failure);
    }
    for (const read of files) if (this.#first(read.path)) await this.#tellProblems(read);
  }

  async #tellProblems({ path: file, text, problems }: ReadGuide): Promise<void> {
    const { language, tell } = this.#host;
    const lines = new LineIndex(text);
    for (const { span, message } of problems) {
      const { line, column } = lines.positionAt(span.start);
      const place = `${this.#shown(file)}:${String(line)}:${String(column)}`;
      await tell(`${CLI_MESSAGES[language].guideProblem(printable(place), printable(message[language]))}\n`);
    }
  }

  #first(file: string): boolean {
    if (this.#told.has(file)) return false;
    this.#told.add(file);
    return true;
  }

  #shown(file: string): string {
    return path.relative(this.#host.cwd, file);
  }
}
