import { bulkCheckFeature } from './bulkCheck.js';
import { codeActionFeature } from './codeActions.js';
import { codeLensFeature } from './codeLenses.js';
import { comparePassagesFeature } from './comparePassages.js';
import { countSelectionsFeature } from './countSelections.js';
import { cutPlanFeature } from './cutPlan.js';
import { documentSymbolFeature } from './documentSymbols.js';
import { documentTextFeature } from './documentText.js';
import { exportResultsFeature } from './exportResults.js';
import type { Feature } from './feature.js';
import { fixDraftsFeature } from './fixDrafts.js';
import { foldingRangeFeature } from './foldingRanges.js';
import { hoverFeature } from './hover.js';
import { newDraftFeature } from './newDraft.js';
import { restructureFeature } from './restructure.js';
import { newGuideFeature } from './newGuide.js';
import { repeatedPlacesFeature } from './repeatedPlaces.js';
import { reportFeature } from './report.js';
import { selectionRangeFeature } from './selectionRanges.js';
import { structuresFeature } from './structures.js';

/** All that the server can do beside diagnostics, which `server.ts` wires. */
export const FEATURES: readonly Feature[] = [
  hoverFeature,
  documentSymbolFeature,
  foldingRangeFeature,
  selectionRangeFeature,
  repeatedPlacesFeature,
  codeLensFeature,
  codeActionFeature,
  countSelectionsFeature,
  newGuideFeature,
  newDraftFeature,
  restructureFeature,
  structuresFeature,
  bulkCheckFeature,
  fixDraftsFeature,
  exportResultsFeature,
  comparePassagesFeature,
  cutPlanFeature,
  documentTextFeature,
  reportFeature,
];
