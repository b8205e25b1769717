import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Message, ResponseMessage } from 'vscode-languageserver/node';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.js';
import { createIntlSegmenter } from '../../server/src/segmenter/intl.js';
import { PULL } from './client.js';

/** What the server answered a request: a result or an error. */
export type Answer = Pick<ResponseMessage, 'result' | 'error'>;

type Incoming = Message & {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
};

/** A client that says anything at all, well formed or not, to a real server over streams. */
export class RawClient {
  readonly #toServer = new PassThrough();
  readonly #toClient = new PassThrough();
  readonly #server = createConnection(
    new StreamMessageReader(this.#toServer),
    new StreamMessageWriter(this.#toClient),
  );
  readonly #writer = new StreamMessageWriter(this.#toServer);
  readonly #waiting = new Map<number | string, (answer: Answer) => void>();
  #id = 0;

  /** Starts a server and initializes it. */
  static async start(folder: string): Promise<RawClient> {
    const client = new RawClient();
    startServer(client.#server, {
      version: '0.0.0',
      rulePages: '/shipped/docs/rules',
      loadSegmenter: () => ({ segmenter: createIntlSegmenter() }),
      debounce: 5,
    });
    new StreamMessageReader(client.#toClient).listen((message) => {
      client.#receive(message);
    });
    const uri = pathToFileURL(folder).href;
    const params = {
      processId: null,
      rootUri: uri,
      capabilities: PULL,
      workspaceFolders: [{ uri, name: 'a' }],
    };
    await client.ask('initialize', params);
    client.tell('initialized', {});
    return client;
  }

  /** Sends a request; what it is answered, within ten seconds. */
  ask(method: string, params: unknown): Promise<Answer> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`${method} was not answered: ${JSON.stringify(params ?? null).slice(0, 300)}`));
      }, 10_000);
      this.#waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      void this.send({ id, method, params });
    });
  }

  /** Sends a notification. */
  tell(method: string, params: unknown): void {
    void this.send({ method, params });
  }

  /** Sends a message as it is. */
  send(message: object): Promise<void> {
    return this.#writer.write({ jsonrpc: '2.0', ...message });
  }

  /** Sends the body of a message, which may be no message at all. */
  sendBody(body: string): void {
    this.#toServer.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  }

  async stop(): Promise<void> {
    await this.ask('shutdown', undefined);
    this.#server.dispose();
  }

  #receive({ id, method, params, ...answer }: Incoming & Answer): void {
    if (method === undefined) {
      this.#waiting.get(id ?? '')?.(answer);
      this.#waiting.delete(id ?? '');
    } else if (id !== undefined) {
      const items = (params as { readonly items?: readonly unknown[] } | undefined)?.items;
      void this.send({ id, result: items?.map(() => ({})) ?? null });
    }
  }
}
