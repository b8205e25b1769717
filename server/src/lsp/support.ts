import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../core/localized.js';
import { isRecord } from '../core/guide/values.js';
import { languageOfLocale } from './settings.js';

/** What the client can do and wants, read once from `initialize`. */
export interface ClientSupport {
  /**
   * The client asks for diagnostics, and can be told that they are out of date; otherwise they are published. One that
   * cannot be told would keep what was found before the words were there, until the next edit.
   */
  readonly pull: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticVersion: boolean;
  /** The client answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registerConfiguration: boolean;
  /** The client tells when files change that the server asked it to watch. */
  readonly watchFiles: boolean;
  /** The client tells when the workspace's folders change. */
  readonly folderChanges: boolean;
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  /** The edit of a code action may be asked for when it is chosen. */
  readonly lazyEdits: boolean;
  /** Edits may name the version of the document that they are for. */
  readonly documentChanges: boolean;
  readonly markdownHover: boolean;
  readonly symbolTree: boolean;
  /** The client can be told that its code lenses are out of date. */
  readonly refreshLenses: boolean;
  /** What `auto` means for the language of messages. */
  readonly locale: Language;
  /** A template for the link to a rule's page, `{id}` standing for the rule. */
  readonly rulePage: string | undefined;
  /** The client records what the writer ignores. */
  readonly ignoring: boolean;
  /** The client shows the page of a rule. */
  readonly openingRules: boolean;
  /** The client shows the findings of a section. */
  readonly sectionFindings: boolean;
  /** The client shows what a restructuring would do before it is done. */
  readonly restructuring: boolean;
  /** What the writer has ignored apart from guide files, unread. */
  readonly ignored: unknown;
  /** Nodejieba is to be left out, since it may be what ended the server before. */
  readonly withoutNodejieba: boolean;
  /** Settings that came with `initialize`, for clients that do not answer `workspace/configuration`. */
  readonly settings: unknown;
}

/** Reads `initialize`; whatever a client does not say it cannot do. */
export function readSupport(params: InitializeParams): ClientSupport {
  const { textDocument, workspace } = params.capabilities;
  const sent: unknown = params.initializationOptions;
  const options = isRecord(sent) ? sent : {};
  const rulePage = options['rulePage'];
  const published = textDocument?.publishDiagnostics;
  const pulled = workspace?.diagnostics?.refreshSupport === true ? textDocument?.diagnostic : undefined;
  return {
    pull: pulled !== undefined,
    // Clients that pull used to say this of published diagnostics only.
    relatedInformation: (pulled?.relatedInformation ?? published?.relatedInformation) === true,
    codeDescription: (pulled?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    diagnosticVersion: published?.versionSupport === true,
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    folders: foldersOf(params),
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    lazyEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    locale: languageOfLocale(params.locale),
    rulePage: typeof rulePage === 'string' && rulePage.includes('{id}') ? rulePage : undefined,
    ignoring: options['ignoring'] === true,
    restructuring: options['restructuring'] === true,
    openingRules: options['openingRules'] === true,
    sectionFindings: options['sectionFindings'] === true,
    ignored: options['ignored'],
    withoutNodejieba: options['withoutNodejieba'] === true,
    settings: options['settings'],
  };
}

/** Older clients know one root only; its name is deprecated, but they say nothing else. */
function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  const root: unknown = Object.entries(params).find(([name]) => name === 'rootUri')?.[1];
  return typeof root === 'string' ? [root] : [];
}
