// Takes the pictures of the READMEs; see harness/pictures.ts.
import { runHarness } from './bundle.mjs';

await runHarness('pictures');
