import * as vscode from 'vscode';
import type { ClientFeature } from '../services.js';
import { FAULTY_SAMPLE, showFinding, showFixes } from './showFindings.js';
import { openSample } from './openSample.js';

/** What the steps of the walkthrough do: each works without a folder, and without a draft. */
export const walkthroughFeature: ClientFeature = ({ context, figures }) => {
  const samples = vscode.Uri.joinPath(context.extensionUri, 'samples');
  const openFaulty = (): Promise<void> => openSample(samples, FAULTY_SAMPLE);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('wenfeng.openSample', (name: unknown) => openSample(samples, name)),
    vscode.commands.registerCommand('wenfeng.showFinding', () => showFinding(figures, openFaulty)),
    vscode.commands.registerCommand('wenfeng.showFixes', () => showFixes(figures, openFaulty)),
  );
};
