/**
 * What shows a report. A bundle of its own, loaded when the first report is asked for, because the charts are most of
 * its weight: see `loadRenderer.ts`.
 */
export { renderFile } from './file.js';
export { renderPanel } from './panel.js';
