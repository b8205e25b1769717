import * as vscode from 'vscode';
import type { ClientFeature } from '../services.js';
import { newDraft } from './newDraft.js';

/** New drafts, laid out for an occasion. */
export const newDraftFeature: ClientFeature = ({ server }) =>
  vscode.commands.registerCommand('wenfeng.newDraft', (clicked: unknown) => newDraft(server, clicked));
