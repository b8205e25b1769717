import { spawnSync } from 'node:child_process';
import path from 'node:path';

const CLI = path.join(import.meta.dirname, '../../dist/cli.js');

/** A finding as `wenfeng check --format json` tells it; offsets are UTF-16. */
export interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly offset: number;
  readonly endOffset: number;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly { readonly offset: number; readonly endOffset: number; readonly text: string }[];
  }[];
}

/** What the built command line finds in a draft, started in the draft's folder. */
export function checkWithCommandLine(draft: string, language: 'zh' | 'en'): readonly Finding[] {
  const args = [CLI, 'check', '--format', 'json', '--fail-on', 'never', '--lang', language, draft];
  const run = spawnSync(process.execPath, args, { cwd: path.dirname(draft), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`wenfeng check ended with ${String(run.status)}: ${run.stderr}`);
  const report = JSON.parse(run.stdout) as { readonly files: readonly [{ readonly findings: Finding[] }] };
  return report.files[0].findings;
}
