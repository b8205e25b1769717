import { cutPlanFeature } from './cutPlan/cutPlan.js';
import { draftsFeature } from './draftsView/draftsFeature.js';
import { fixAllFeature } from './fixing/fixAll.js';
import { menuFeature } from './menu/menu.js';
import { navigationFeature } from './navigation/navigation.js';
import { newDraftFeature } from './newDraft/newDraftFeature.js';
import { passagesFeature } from './passagesView/passagesFeature.js';
import { restructuringFeature } from './restructuring/restructuring.js';
import { reportFeature } from './report/reportFeature.js';
import type { ClientFeature } from './services.js';
import { structuresFeature } from './structures/structuresFeature.js';
import { walkthroughFeature } from './walkthrough/walkthroughFeature.js';
import { wordDocumentsFeature } from './wordDocuments/wordDocumentsFeature.js';

/** What the extension offers beside checking, in files and folders of its own. */
export const FEATURES: readonly ClientFeature[] = [
  fixAllFeature,
  restructuringFeature,
  structuresFeature,
  newDraftFeature,
  walkthroughFeature,
  navigationFeature,
  menuFeature,
  cutPlanFeature,
  draftsFeature,
  passagesFeature,
  wordDocumentsFeature,
  reportFeature,
];
