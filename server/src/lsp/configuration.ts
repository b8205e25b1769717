import type { Connection } from 'vscode-languageserver';
import { isRecord } from '../core/guide/values.js';
import type { Guides } from './guides.js';
import type { Log } from './log.js';
import { readSettings, type DraftSettings } from './settings.js';
import type { ClientSupport } from './support.js';

/**
 * The settings of each draft: the client's, but for the guide where the draft has a guide file. The client is asked
 * once for a draft, and what it says kept until it says that settings changed; a client that cannot be asked gives
 * them with `initialize` or with the change itself.
 */
export class Configuration {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #log: Log;
  readonly #guides: Guides;
  readonly #told = new Map<string, Promise<DraftSettings>>();
  readonly #known = new Map<string, Promise<DraftSettings>>();
  /** A wrong setting is named once, not once for each draft. */
  readonly #complaints = new Set<string>();
  #own: unknown;
  #revision = 0;

  constructor(connection: Connection, support: ClientSupport, guides: Guides, log: Log) {
    this.#log = log;
    this.#guides = guides;
    this.#connection = connection;
    this.#support = support;
    this.#own = belowSection(support.settings);
  }

  /**
   * The settings of one draft, by identity the same until they change. Never rejects: a client that does not
   * answer as it said it would leaves the defaults.
   */
  async of(uri: string): Promise<DraftSettings> {
    for (;;) {
      const revision = this.#revision;
      let known = this.#known.get(uri);
      if (known === undefined) {
        known = this.#compose(uri);
        this.#known.set(uri, known);
      }
      const settings = await known;
      // They may have changed while they were asked for.
      if (revision === this.#revision) return settings;
    }
  }

  /** What the client says of a document or folder, without guide files. Never rejects. */
  async ofClient(uri: string): Promise<DraftSettings> {
    let told = this.#told.get(uri);
    if (told === undefined) {
      told = this.#ask(uri);
      this.#told.set(uri, told);
    }
    return await told;
  }

  /** Takes note that guide files changed. */
  changeGuides(): void {
    this.#revision++;
    this.#known.clear();
  }

  /** Takes note that settings changed: `sent` are the new ones where the client cannot be asked. */
  change(sent: unknown): void {
    if (!this.#support.configuration) this.#own = belowSection(sent);
    this.#told.clear();
    this.#complaints.clear();
    this.changeGuides();
  }

  /** Lets go of what is known of a draft that was closed. */
  forget(uri: string): void {
    this.#known.delete(uri);
    this.#told.delete(uri);
  }

  async #compose(uri: string): Promise<DraftSettings> {
    const [settings, found] = await Promise.all([this.ofClient(uri), this.#guides.of(uri)]);
    return found === undefined ? settings : { ...settings, guide: found.guide };
  }

  async #ask(uri: string): Promise<DraftSettings> {
    let raw: unknown;
    if (this.#support.configuration) {
      try {
        raw = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'wenfeng' });
      } catch (error) {
        this.#complain(`the client did not tell its settings: ${String(error)}`);
      }
    }
    const { settings, problems } = readSettings(raw ?? this.#own, this.#support.locale);
    for (const problem of problems) this.#complain(problem);
    return settings;
  }

  #complain(problem: string): void {
    if (this.#complaints.has(problem)) return;
    this.#complaints.add(problem);
    this.#log.warn(problem);
  }
}

/** Clients send either what stands below `wenfeng` or an object that holds it. */
function belowSection(settings: unknown): unknown {
  return isRecord(settings) && 'wenfeng' in settings ? settings['wenfeng'] : settings;
}
