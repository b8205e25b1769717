import type { Connection, ResponseError, ServerCapabilities } from 'vscode-languageserver';
import type { StartWorkers } from '../bulk/workers/workerPool.js';
import type { Checked, Checker } from './checker.js';
import type { Configuration } from './configuration.js';
import type { DiagnosticMaker } from './diagnostics.js';
import type { OpenDocuments } from './documents.js';
import type { Guides } from './guides.js';
import type { OwnIgnored } from './ownIgnored.js';
import type { Log } from './log.js';
import type { RulePage } from './rulePage.js';
import type { ClientSupport } from './support.js';
import type { Words } from './words.js';

/** The running server as its features see it. */
export interface Server {
  /** Of the product. */
  readonly version: string;
  readonly connection: Connection;
  readonly support: ClientSupport;
  readonly log: Log;
  readonly documents: OpenDocuments;
  readonly configuration: Configuration;
  readonly guides: Guides;
  readonly words: Words;
  readonly ignored: OwnIgnored;
  readonly checker: Checker;
  readonly diagnostics: DiagnosticMaker;
  readonly page: RulePage;
  /** Absent where everything is to be checked in this thread. */
  readonly startWorkers: StartWorkers | undefined;

  /**
   * Answers a request about an open document as it is now, and with `otherwise` about one that is not open. When the
   * text moves on meanwhile, the client is told so and may ask again.
   */
  readonly answer: <T>(uri: string, otherwise: T, of: (checked: Checked) => T) => Promise<T | ResponseError>;

  /** `listener` is called after each check of an open document that was really made. */
  readonly onChecked: (listener: (checked: Checked) => void) => void;
}

/** Something that the server can do for a client. It knows the others only through {@link Server}. */
export interface Feature {
  /** What `initialize` tells of it to a client; nothing for requests of our own. */
  readonly capabilities?: (support: ClientSupport) => ServerCapabilities;
  /** Registers its handlers, once, before the client is answered. */
  readonly serve: (server: Server) => void;
}
