import type * as renderer from './renderReport.js';

/** What shows a report. */
export type Renderer = typeof renderer;

/** Loads what shows a report, once; the build keeps it in a bundle of its own, which nobody reads before. */
export function loadRenderer(): Promise<Renderer> {
  return import('./renderReport.js');
}
