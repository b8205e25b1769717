import { divideParagraph } from './divideParagraph.js';
import { fixAnnouncedCount } from './fixAnnouncedCount.js';
import { joinList } from './joinList.js';
import { renumberList } from './renumberList.js';
import { replaceTerm } from './replaceTerm.js';
import type { Outcome, Request } from './restructuring.js';
import { splitList } from './splitList.js';

/** All that can be restructured, in the order in which it is offered. None changes the draft itself or throws. */
export const RESTRUCTURINGS = {
  divideParagraph,
  splitList,
  joinList,
  renumberList,
  fixAnnouncedCount,
  replaceTerm,
} as const satisfies Readonly<Record<string, (request: Request) => Outcome>>;

/** The name of a restructuring; also of its command. */
export type RestructuringId = keyof typeof RESTRUCTURINGS;
