import * as vscode from 'vscode';

/** The title of a rule by its id, in the language in which VS Code is shown. */
export type RuleTitles = (rule: string) => string;

/** The titles that the groups of settings have, one group a rule. A rule without one is called by its id. */
export function ruleTitles(extension: vscode.Extension<unknown>): RuleTitles {
  const { contributes } = extension.packageJSON as Manifest;
  const titles = new Map<string, string>();
  for (const { title, properties = {} } of contributes?.configuration ?? []) {
    for (const name of Object.keys(properties)) {
      const rule = /^wenfeng\.rules\.([a-z-]+)\.severity$/u.exec(name)?.[1];
      if (rule !== undefined && title !== undefined) titles.set(rule, title);
    }
  }
  return (rule) => (rule === '' ? vscode.l10n.t('Other') : (titles.get(rule) ?? rule));
}

interface Manifest {
  readonly contributes?: {
    readonly configuration?: readonly {
      readonly title?: string;
      readonly properties?: Readonly<Record<string, unknown>>;
    }[];
  };
}
