import type { Connection } from 'vscode-languageserver';

/** The server's log, which the client shows. */
export interface Log {
  readonly info: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly error: (line: string) => void;
}

/** A log that never throws: a connection that is gone has nobody to tell, and must not make matters worse. */
export function logTo(connection: Connection): Log {
  const safely =
    (level: keyof Log) =>
    (line: string): void => {
      try {
        connection.console[level](line);
      } catch {
        // Only a closed connection throws.
      }
    };
  return { info: safely('info'), warn: safely('warn'), error: safely('error') };
}
