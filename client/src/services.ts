import type * as vscode from 'vscode';
import type { BulkCheck } from './bulk/bulkCheck.js';
import type { BulkResults } from './bulk/bulkResults.js';
import type { Figures } from './figures.js';
import type { LanguageServer } from './languageServer.js';

/** The parts of the running extension that its features share. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly server: LanguageServer;
  readonly figures: Figures;
  readonly results: BulkResults;
  readonly bulk: BulkCheck;
}

/** Adds commands or views to the extension; what it returns goes with the extension. */
export type ClientFeature = (services: Services) => vscode.Disposable;
