/** How much a finding matters, from worst to mildest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A finding of a draft that was checked in bulk. */
export interface Finding {
  readonly severity: Severity;
  readonly message: string;
  /** The rule's id; empty for what no rule says. */
  readonly rule: string;
  readonly place: Place;
}

/** A range as VS Code has it. Counted from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A draft that was checked in bulk. */
export interface Draft {
  readonly uri: string;
  /** The file's name. */
  readonly name: string;
  /** The folder that it lies in, as the workspace shows it; empty for the workspace folder itself. */
  readonly folder: string;
  readonly characters: number;
  readonly minutes: number;
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** Why it could not be read, one sentence. */
  readonly failure?: string;
  readonly skipped?: 'not-chinese';
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) count[severity]++;
  return count;
}

/** The worst severity of findings; the mildest where there are none. */
export function worstOf(findings: readonly Finding[]): Severity {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'hint';
}
