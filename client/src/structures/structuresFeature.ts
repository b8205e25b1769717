import * as vscode from 'vscode';
import type { ClientFeature } from '../services.js';
import type { Structures } from './grouping.js';
import { insertStructure } from './insertStructure.js';
import { ownStructures } from './ownStructures.js';
import { readShippedStructures } from './shippedStructures.js';
import type { Structure } from './structure.js';
import { offerStructures } from './structureCompletion.js';
import { PREVIEW_SCHEME, StructurePicker } from './structurePicker.js';

/** Paragraph structures, shipped and of the writer's guide: to choose from, and as completions. */
export const structuresFeature: ClientFeature = ({ context, server }) => {
  const picker = new StructurePicker();
  let shipped: Promise<readonly Structure[]> | undefined;
  const read = async (draft: vscode.Uri, token?: vscode.CancellationToken): Promise<Structures> => {
    shipped ??= readShippedStructures(context.extensionUri);
    const [own, all] = await Promise.all([ownStructures(server, draft, token), shipped]);
    return { own, shipped: all };
  };
  return vscode.Disposable.from(
    picker,
    vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, picker),
    offerStructures(read),
    vscode.commands.registerCommand('wenfeng.insertStructure', () => insertStructure(picker, read)),
  );
};
