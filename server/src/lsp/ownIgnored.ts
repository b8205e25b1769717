import type { IgnoredFinding } from '../core/guide.js';
import { isRecord } from '../core/guide/values.js';

/** What the writer has ignored apart from guide files: it lies with the client, which tells it. */
export class OwnIgnored {
  #entries: readonly IgnoredFinding[];

  constructor(raw: unknown) {
    this.#entries = readEntries(raw);
  }

  /** By identity the same until it is told anew. */
  get entries(): readonly IgnoredFinding[] {
    return this.#entries;
  }

  /** Takes what the client tells in place of what it told before; whatever is no entry is left out. */
  replace(raw: unknown): void {
    this.#entries = readEntries(raw);
  }
}

function readEntries(raw: unknown): readonly IgnoredFinding[] {
  return Array.isArray(raw) ? raw.filter(isEntry) : [];
}

function isEntry(value: unknown): value is IgnoredFinding {
  return (
    isRecord(value) &&
    typeof value['rule'] === 'string' &&
    typeof value['text'] === 'string' &&
    (value['before'] === undefined || typeof value['before'] === 'string') &&
    (value['after'] === undefined || typeof value['after'] === 'string')
  );
}
