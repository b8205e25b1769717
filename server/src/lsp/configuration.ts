import type { Connection } from 'vscode-languageserver';
import type { Log } from './log.js';
import { isRecord } from '../core/guide/values.js';
import { readSettings, type DraftSettings } from './settings.js';
import type { ClientSupport } from './support.js';

/**
 * The settings of each draft. Asked of the client once for a draft and kept until the client says that they
 * changed; a client that cannot be asked gives them with `initialize` or with the change itself.
 */
export class Configuration {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  readonly #log: Log;
  readonly #known = new Map<string, Promise<DraftSettings>>();
  /** A wrong setting is named once, not once for each draft. */
  readonly #complaints = new Set<string>();
  #own: unknown;
  #revision = 0;

  constructor(connection: Connection, support: ClientSupport, log: Log) {
    this.#log = log;
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
        known = this.#ask(uri);
        this.#known.set(uri, known);
      }
      const settings = await known;
      // They may have changed while the client was asked.
      if (revision === this.#revision) return settings;
    }
  }

  /** Takes note that settings changed: `sent` are the new ones where the client cannot be asked. */
  change(sent: unknown): void {
    if (!this.#support.configuration) this.#own = belowSection(sent);
    this.#revision++;
    this.#known.clear();
    this.#complaints.clear();
  }

  /** Lets go of what is known of a draft that was closed. */
  forget(uri: string): void {
    this.#known.delete(uri);
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
