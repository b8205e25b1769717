import * as vscode from 'vscode';
import { OPEN_RULE } from '../../../server/src/lsp/protocol/rulePage.js';

/** The scheme of the rules' pages. */
export const RULE_SCHEME = 'wenfeng-rule';

/** The link to a rule's page, `{id}` standing for the rule. */
export const RULE_PAGE_TEMPLATE = `${RULE_SCHEME}:/{id}.md`;

/** A rule's page. */
export interface RulePage {
  readonly id: string;
  /** Its heading. */
  readonly title: string;
}

/** Serves the rules' pages, which are shipped with the extension, as documents of their own. */
export class RuleDocs implements vscode.TextDocumentContentProvider {
  readonly #folder: vscode.Uri;

  constructor(extension: vscode.Uri) {
    this.#folder = vscode.Uri.joinPath(extension, 'docs', 'rules');
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const id = ruleOf(uri);
    const text = id === undefined ? undefined : await this.#read(id);
    return text ?? vscode.l10n.t('There is no page for this rule.');
  }

  /** Every rule's page, by id. */
  async pages(): Promise<RulePage[]> {
    const entries = await vscode.workspace.fs.readDirectory(this.#folder);
    const ids = entries.flatMap(
      ([name]) => ruleOf(vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${name}` })) ?? [],
    );
    return Promise.all(
      ids.sort().map(async (id) => ({
        id,
        title: /^# +(.+)$/mu.exec((await this.#read(id)) ?? '')?.[1]?.trim() ?? id,
      })),
    );
  }

  /** Shows a rule's page as it reads, not as Markdown. */
  async open(id: string): Promise<void> {
    await vscode.commands.executeCommand('markdown.showPreview', pageOf(id));
  }

  async #read(id: string): Promise<string | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, `${id}.md`));
      return new TextDecoder().decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** The address of a rule's page. */
export function pageOf(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_SCHEME, path: `/${id}.md` });
}

/** A hover whose links to rules' pages work: VS Code drops links of unknown schemes, and keeps commands. */
export function withRuleLinks(hover: vscode.Hover): vscode.Hover {
  const contents = hover.contents.map((content) => {
    if (!(content instanceof vscode.MarkdownString)) return content;
    const linked = new vscode.MarkdownString(
      content.value.replaceAll(
        /\(wenfeng-rule:\/([a-z-]+)\.md\)/gu,
        (_, id: string) => `(command:${OPEN_RULE}?${encodeURIComponent(JSON.stringify([id]))})`,
      ),
    );
    linked.isTrusted = { enabledCommands: [OPEN_RULE] };
    return linked;
  });
  return new vscode.Hover(contents, hover.range);
}

function ruleOf(uri: vscode.Uri): string | undefined {
  return /^\/([a-z]+(?:-[a-z]+)*)\.md$/u.exec(uri.path)?.[1];
}
