import * as vscode from 'vscode';
import { SHOW_FINDINGS } from '../../../server/src/lsp/protocol/sectionFindings.js';
import type { ClientFeature } from '../services.js';
import { PlaceSteps } from './placeSteps.js';
import { showSectionFindings } from './sectionFindings.js';

/** Ways through a draft: from place to place of a repeated wording, and from a section to its findings. */
export const navigationFeature: ClientFeature = ({ server }) => {
  const steps = new PlaceSteps(server);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('wenfeng.nextPlace', () => steps.go('next')),
    vscode.commands.registerCommand('wenfeng.previousPlace', () => steps.go('previous')),
    vscode.commands.registerCommand(SHOW_FINDINGS, showSectionFindings),
  );
};
