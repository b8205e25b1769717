// Runs the mocha suite inside a real VS Code; see harness/run.ts.
import { runHarness } from './bundle.mjs';

await runHarness('run');
