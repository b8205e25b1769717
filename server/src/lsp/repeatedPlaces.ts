import type { DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { nextPlace, repeatedWordings, wordingPlaceAt } from '../core/repeatedWordings.js';
import type { Checked } from './checker.js';
import { toOffset, toRange, toSpan } from './convert.js';
import type { Feature } from './feature.js';
import { GO_TO_PLACE, type GoToPlaceParams, type GoToPlaceResult } from './protocol/places.js';

/** Answers `textDocument/documentHighlight` and {@link GO_TO_PLACE}: the places of a repeated wording. */
export const repeatedPlacesFeature: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  serve: ({ connection, answer }) => {
    connection.onDocumentHighlight((params) =>
      answer(params.textDocument.uri, null, (checked) => highlights(checked, params)),
    );
    connection.onRequest(GO_TO_PLACE, (params: GoToPlaceParams) =>
      answer(params.uri, null, (checked) => goToPlace(checked, params)),
    );
  },
};

/**
 * All places of the repeated wording around a position. Null anywhere else: an empty list would say that nothing is to
 * be marked, and VS Code would not mark the other places of the word under the cursor by itself.
 */
function highlights(
  { document, result }: Checked,
  { position }: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const here = wordingPlaceAt(repeatedWordings(result?.findings ?? []), toOffset(document, position));
  if (here === undefined) return null;
  return here.wording.places.map((place) => ({
    range: toRange(document, place),
    kind: DocumentHighlightKind.Text,
  }));
}

function goToPlace({ document, result }: Checked, params: GoToPlaceParams): GoToPlaceResult | null {
  const found = nextPlace(
    repeatedWordings(result?.findings ?? []),
    toOffset(document, params.position),
    params.direction === 'previous' ? -1 : 1,
    params.from && toSpan(document, params.from),
  );
  const place = found?.wording.places[found.index];
  if (found === undefined || place === undefined) return null;
  return {
    range: toRange(document, place),
    number: found.index + 1,
    count: found.wording.places.length,
    rule: found.wording.rule,
  };
}
