import type { Connection, Diagnostic } from 'vscode-languageserver';
import { TextMovedOn, type Checked, type Checker } from './checker.js';
import type { DiagnosticMaker } from './diagnostics.js';
import type { Log } from './log.js';
import type { ClientSupport } from './support.js';

/** What the publisher needs of its surroundings. */
export interface PublisherHost {
  readonly connection: Connection;
  readonly checker: Checker;
  readonly diagnostics: DiagnosticMaker;
  /** The diagnostics of an open guide file, for its text as it now is; undefined when it is none. */
  readonly ofGuide: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  readonly log: Log;
  readonly support: Pick<ClientSupport, 'diagnosticVersion'>;
  /** Milliseconds without a further edit before a document is checked. */
  readonly debounce: number;
  /** Called after diagnostics were published. */
  readonly onPublished: (checked: Checked) => void;
}

/** Publishes diagnostics to clients that do not ask for them. */
export class Publisher {
  readonly #host: PublisherHost;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** What was opened a moment ago has no diagnostics yet, so its writer need not wait out a pause. */
  readonly #published = new Set<string>();
  #stopped = false;

  constructor(host: PublisherHost) {
    this.#host = host;
  }

  /** Checks a document once it has been left alone for a moment; at once the first time or when asked to. */
  schedule(uri: string, when: 'now' | 'after a pause'): void {
    clearTimeout(this.#timers.get(uri));
    if (this.#stopped) return;
    this.#timers.set(
      uri,
      setTimeout(
        () => {
          this.#timers.delete(uri);
          this.#publish(uri).catch((error: unknown) => {
            // A change or a closing schedules for itself; nothing stale is published meanwhile.
            if (error instanceof TextMovedOn) return;
            this.#host.log.error(`${uri} could not be checked: ${String(error)}`);
          });
        },
        when === 'now' || !this.#published.has(uri) ? 0 : this.#host.debounce,
      ),
    );
  }

  /** Takes the diagnostics of a closed document away. */
  clear(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#published.delete(uri);
    void this.#host.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Nothing is published any more. */
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #publish(uri: string): Promise<void> {
    const { checker, connection, diagnostics, ofGuide, support, onPublished } = this.#host;
    const guide = await ofGuide(uri);
    if (guide !== undefined) {
      if (this.#stopped) return;
      this.#published.add(uri);
      await connection.sendDiagnostics({ uri, diagnostics: [...guide] });
      return;
    }
    const checked = await checker.check(uri);
    if (checked === undefined || this.#stopped) return;
    this.#published.add(uri);
    await connection.sendDiagnostics({
      uri,
      ...(support.diagnosticVersion ? { version: checked.version } : {}),
      diagnostics: diagnostics.ofChecked(checked),
    });
    onPublished(checked);
  }
}
