import * as vscode from 'vscode';
import type { ClientFeature } from '../services.js';
import type { Structures } from './grouping.js';
import { insertStructure } from './insertStructure.js';
import { ownStructures, ownStructuresSoon } from './ownStructures.js';
import { readShippedStructures } from './shippedStructures.js';
import type { Structure } from './structure.js';
import { offerStructures } from './structureCompletion.js';
import { PREVIEW_SCHEME, StructurePicker } from './structurePicker.js';

/** Paragraph structures, shipped and of the writer's guide: to choose from, and as completions. */
export const structuresFeature: ClientFeature = ({ context, server }) => {
  const picker = new StructurePicker();
  let shipped: Promise<readonly Structure[]> | undefined;
  const withShipped = async (own: Promise<readonly Structure[]>): Promise<Structures> => {
    shipped ??= readShippedStructures(context.extensionUri);
    return { own: await own, shipped: await shipped };
  };
  return vscode.Disposable.from(
    picker,
    vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, picker),
    offerStructures((draft, token) => withShipped(ownStructuresSoon(server, draft, token))),
    vscode.commands.registerCommand('wenfeng.insertStructure', () =>
      insertStructure(picker, (draft) => withShipped(ownStructures(server, draft))),
    ),
  );
};
