// Opens the extension on the sample drafts in a real VS Code; see test/host/harness/start.ts.
import { runHarness } from '../test/host/bundle.mjs';

await runHarness('start');
