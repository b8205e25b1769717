import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { isRecord } from '../core/guide/values.js';
import { charactersPerMinute } from '../core/readingRate.js';
import { skeleton } from '../core/skeleton/skeleton.js';
import { POINTS, SPEECH_MINUTES, USUAL_SPEECHES } from '../core/skeleton/usualSpeech.js';
import { isOccasionId } from '../core/structures/occasions.js';
import type { Configuration } from './configuration.js';
import type { OpenDocuments } from './documents.js';
import type { Feature } from './feature.js';
import { NEW_DRAFT, type NewDraftParams, type NewDraftResult } from './protocol/newDraft.js';

/** Answers {@link NEW_DRAFT}. */
export const newDraftFeature: Feature = {
  serve: ({ connection, configuration, documents }) => {
    connection.onRequest(NEW_DRAFT, (params: unknown) => answer(params, configuration, documents));
  },
};

async function answer(
  params: unknown,
  configuration: Configuration,
  documents: OpenDocuments,
): Promise<NewDraftResult | ResponseError> {
  if (!isNewDraftParams(params)) {
    return new ResponseError(
      ErrorCodes.InvalidParams,
      `${NEW_DRAFT}: uri, occasion, minutes, points or format is wrong`,
    );
  }
  const { uri, occasion, minutes, points, format } = params;
  const { guide } = await configuration.of(uri);
  if (documents.get(uri) === undefined) configuration.forget(uri);
  const rate = charactersPerMinute(guide);
  return { snippet: skeleton({ occasion, minutes, points, format, charactersPerMinute: rate }) };
}

function isNewDraftParams(params: unknown): params is NewDraftParams {
  if (!isRecord(params)) return false;
  const { uri, occasion, minutes, points, format } = params;
  return (
    typeof uri === 'string' &&
    isOccasionId(occasion) &&
    typeof minutes === 'number' &&
    Number.isInteger(minutes) &&
    minutes >= SPEECH_MINUTES.minimum &&
    minutes <= SPEECH_MINUTES.maximum &&
    (POINTS.some((count) => count === points) || (points === 0 && USUAL_SPEECHES[occasion].pointless)) &&
    (format === 'plain' || format === 'markdown')
  );
}
