import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { GuideStructure } from '../core/guide.js';
import { isRecord } from '../core/guide/values.js';
import type { Feature } from './feature.js';
import { STRUCTURES } from './protocol/structures.js';

/** Answers {@link STRUCTURES}. */
export const structuresFeature: Feature = {
  serve: ({ connection, configuration, documents }) => {
    connection.onRequest(
      STRUCTURES,
      async (params: unknown): Promise<readonly GuideStructure[] | ResponseError> => {
        const uri = isRecord(params) ? params['uri'] : undefined;
        if (typeof uri !== 'string') {
          return new ResponseError(ErrorCodes.InvalidParams, `${STRUCTURES}: uri is wrong`);
        }
        const { guide } = await configuration.of(uri);
        // Nobody tells when a document that is not open is closed.
        if (documents.get(uri) === undefined) configuration.forget(uri);
        return guide.structures ?? [];
      },
    );
  },
};
