import type { DocumentUri, Position, Range } from 'vscode-languageserver';

/** The command of a code lens, executed by the client: show findings of a section, with one {@link ShowFindingsParams}. */
export const SHOW_FINDINGS = 'wenfeng.showSectionFindings';
export interface ShowFindingsParams {
  readonly uri: DocumentUri;
  /** Where the section begins. */
  readonly at: Position;
  /** Where the findings are, in order; one at least. */
  readonly ranges: readonly Range[];
}
