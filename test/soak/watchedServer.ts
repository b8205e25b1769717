import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

/** What a process holds once all garbage is collected, in bytes. */
export interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

/** A built server in a process of its own whose memory can be asked for, and whose complaints are kept. */
export interface WatchedServer {
  readonly connection: ProtocolConnection;
  readonly memory: () => Promise<Memory>;
  /** What the process was warned of, wrote to standard error, or died of. */
  readonly complaints: readonly string[];
  /** Ends it in the orderly way. */
  readonly stop: () => Promise<void>;
}

/** @param script the built server */
export function startWatchedServer(script: string): WatchedServer {
  const probe = pathToFileURL(path.resolve('test/soak/heapProbe.mjs')).toString();
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--trace-warnings', '--import', probe, script, '--stdio'],
    { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] },
  );
  const complaints: string[] = [];
  const waiting: ((memory: Memory) => void)[] = [];
  let stopping = false;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text.trim()));
  child.on('message', (message: Memory | { readonly warning: string }) => {
    if ('warning' in message) complaints.push(message.warning);
    else waiting.shift()?.(message);
  });
  const ended = once(child, 'exit');
  void ended.then(([code, signal]) => {
    if (!stopping) complaints.push(`the server ended with ${String(code ?? signal)}`);
  });
  if (child.stdout === null || child.stdin === null) throw new Error('the server has no streams');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return {
    connection,
    complaints,
    memory: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.send('memory');
      }),
    stop: async () => {
      stopping = true;
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}
