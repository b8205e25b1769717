import type { ReportContext } from './reportText.js';

/** Where a file is, as other programs look for it. */
export interface PlaceUri {
  /** Percent-encoded. Relative to the report's root for what lies below it, else absolute. */
  readonly uri: string;
  readonly relative: boolean;
}

/** The URI of a path in a report. */
export function placeUri(path: string, { root, uriOf }: Pick<ReportContext, 'root' | 'uriOf'>): PlaceUri {
  const uri = uriOf(path);
  if (!uri.startsWith(root) || uri === root) return { uri, relative: false };
  const below = uri.slice(root.length);
  const [first = '', ...others] = below.split('/');
  // A colon in the first part would make a scheme of what stands before it.
  return { uri: [first.replace(/:/gu, '%3A'), ...others].join('/'), relative: true };
}
