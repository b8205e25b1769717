import { PlainError } from './plain-error.js';

/** Rejects with this when a person or another program ends the process. */
export class Interrupted extends PlainError {}

/** Rejects when this process is asked to end, so that whatever it started can be ended first. */
export function interrupted(): Promise<never> {
  const promise = new Promise<never>((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        reject(new Interrupted(`Stopped by ${signal}.`));
      });
    }
  });
  promise.catch(() => undefined);
  return promise;
}
