import { deepStrictEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Finding } from '../../server/src/core/finding.js';

/** What the process of `freshCheck.ts` is told. */
export interface FreshTexts {
  readonly texts: readonly string[];
  /** Whether the rules that need words are run. */
  readonly words: boolean;
}

/** The findings in each text by a process started for them, where no cache can hold anything. */
export function freshFindings(texts: readonly string[], words = true): (readonly Finding[])[] {
  const input: FreshTexts = { texts, words };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(__dirname, 'freshCheck.cjs')], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`The fresh check failed:\n${stderr}`);
  return JSON.parse(stdout) as (readonly Finding[])[];
}

/**
 * A case counts only if what it found is what a fresh check finds: lists of findings, or of anything made of them.
 * @throws when that is not so or nothing was found at all; the message says in what, and where they part
 */
export function requireFresh(what: string, found: readonly unknown[], fresh: readonly unknown[]): void {
  if (fresh.length === 0) throw new Error(`${what}: a fresh check finds nothing, so nothing was measured`);
  try {
    deepStrictEqual(JSON.parse(JSON.stringify(found)), JSON.parse(JSON.stringify(fresh)));
  } catch (error) {
    throw new Error(`${what}: the findings are not those of a fresh check`, { cause: error });
  }
}
