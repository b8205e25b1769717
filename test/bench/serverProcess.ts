import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
  type TextDocumentClientCapabilities,
} from 'vscode-languageserver-protocol/node';
import type { Finding } from '../../server/src/core/finding.js';
import { closedDocument, toDiagnostic } from '../../server/src/lsp/convert.js';
import { profiling } from './caseProcess.js';

/** A built server in a process of its own, spoken to as an editor does. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  readonly pid: number;
  /** Ends it in the orderly way. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the built server and takes it up to `initialized`. It is told no settings.
 *
 * @param textDocument what the client can do with documents; by default it asks for diagnostics
 */
export async function startServerProcess(
  textDocument: TextDocumentClientCapabilities = {
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
  },
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...profiling(), resolve('dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      textDocument,
    },
    locale: 'zh-cn',
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    pid: child.pid ?? 0,
    stop: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}

/** What a diagnostic says, without what depends on the client. */
export type Said = Pick<Diagnostic, 'range' | 'code' | 'message' | 'severity'>;

/** What diagnostics say, to be compared with {@link saidOfFindings}. */
export function said(diagnostics: readonly Diagnostic[]): Said[] {
  return diagnostics.map(({ range, code, message, severity }) => ({
    range,
    ...(code === undefined ? {} : { code }),
    message,
    ...(severity === undefined ? {} : { severity }),
  }));
}

/** What the diagnostics of these findings in `text` have to say. */
export function saidOfFindings(text: string, findings: readonly Finding[]): Said[] {
  const document = closedDocument('', text);
  return said(findings.map((finding) => toDiagnostic(document, finding)));
}
