import { join } from 'node:path';
import { URI } from 'vscode-uri';

/** The link to a rule's page. */
export type RulePage = (rule: string) => string;

/**
 * Links to the pages of rules: by the client's template, which opens them in the editor, else as shipped files.
 *
 * @param template holds `{id}` where the rule's id goes
 * @param folder the absolute path of the shipped pages
 */
export function rulePages(template: string | undefined, folder: string): RulePage {
  if (template !== undefined) return (rule) => template.replaceAll('{id}', encodeURIComponent(rule));
  return (rule) => URI.file(join(folder, `${rule}.md`)).toString();
}
