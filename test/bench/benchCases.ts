import type { BenchCase } from './benchCase.js';
import { bulk } from './table/bulk.js';
import { growth } from './table/growth.js';
import { keystroke } from './table/keystroke.js';
import { lengthRules } from './table/lengthRules.js';
import { memory } from './table/memory.js';
import { passages } from './table/passages.js';
import { pass } from './table/pass.js';
import { rivals } from './table/rivals.js';
import { shares } from './table/shares.js';
import { startup } from './table/startup.js';
import { words } from './table/words.js';

/** All cases, in the order in which they are run and in which their rows stand in the table. */
export const benchCases: readonly BenchCase<never>[] = [
  pass,
  rivals,
  keystroke,
  growth,
  startup,
  words,
  memory,
  bulk,
  passages,
  lengthRules,
  shares,
];
