import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../server/src/core/finding.js';
import { profiling } from './caseProcess.js';

/** What the JSON report of a finding tells, as far as {@link reportedOf} can tell it too. */
export interface Reported extends Pick<Finding, 'rule' | 'severity' | 'message'> {
  readonly offset: number;
  readonly endOffset: number;
}

/**
 * Checks a folder by the built command line, report and start of the process included; milliseconds.
 * @throws when it could not run
 */
export function timeCommandLine(folder: string, report: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [...profiling(), resolve('dist/cli.js'), ...options(report), folder],
    { encoding: 'utf8' },
  );
  const spent = performance.now() - start;
  if (status !== 0) throw new Error(`The command line failed:\n${stderr}`);
  return spent;
}

function options(report: string): string[] {
  return ['check', '--lang', 'zh', '--fail-on', 'never', '--format', 'json', '--output', report];
}

/** The findings in a JSON report, a list for each file. */
export function readReport(report: string): Reported[][] {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as { files: { findings: Reported[] }[] };
  return files.map(({ findings }) =>
    findings.map(({ rule, severity, message, offset, endOffset }) => ({
      rule,
      severity,
      message,
      offset,
      endOffset,
    })),
  );
}

/** What the report has to tell of findings. */
export function reportedOf(findings: readonly Finding[]): Reported[] {
  return findings.map(({ rule, severity, message, span }) => ({
    rule,
    severity,
    message,
    offset: span.start,
    endOffset: span.end,
  }));
}
