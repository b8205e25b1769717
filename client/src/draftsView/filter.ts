import { SEVERITIES, type Draft, type Finding, type Severity } from './draft.js';

/** What is shown of the drafts that were checked. */
export interface Filter {
  /** Findings of this severity and worse. */
  readonly atLeast: Severity;
  /** Findings of this rule alone; absent for all. */
  readonly rule?: string;
  /** Findings that have these words in their message or their rule's title, and all of a draft that has them in its path. */
  readonly text: string;
  readonly hideClean: boolean;
}

/** A filter that lets everything through. */
export const NO_FILTER: Filter = { atLeast: 'hint', text: '', hideClean: false };

/** Whether a filter keeps anything back. */
export function isFiltering({ atLeast, rule, text, hideClean }: Filter): boolean {
  return atLeast !== 'hint' || rule !== undefined || text !== '' || hideClean;
}

/** A draft with the findings that a filter lets through. */
export interface ShownDraft {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
}

/**
 * The drafts that a filter lets through, in their order. One that has findings is left out with the last of them; one
 * that has none stays unless it is asked to go or something particular is looked for.
 *
 * @param titleOf the title of a rule
 */
export function filtered(
  drafts: readonly Draft[],
  filter: Filter,
  titleOf: (rule: string) => string,
): ShownDraft[] {
  const words = filter.text.toLocaleLowerCase();
  const hasWords = (text: string): boolean => text.toLocaleLowerCase().includes(words);
  return drafts.flatMap((draft) => {
    const named = hasWords(`${draft.folder}/${draft.name}`);
    if (draft.failure !== undefined) {
      return filter.rule === undefined && (named || hasWords(draft.failure)) ? { draft, findings: [] } : [];
    }
    const findings = draft.findings.filter(
      ({ severity, rule, message }) =>
        SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(filter.atLeast) &&
        (filter.rule === undefined || rule === filter.rule) &&
        (named || hasWords(message) || hasWords(titleOf(rule))),
    );
    const clean = draft.findings.length === 0 && !filter.hideClean && filter.rule === undefined && named;
    return findings.length > 0 || clean ? { draft, findings } : [];
  });
}
