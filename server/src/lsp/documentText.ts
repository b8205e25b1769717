import { readFile } from 'node:fs/promises';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { explainReadError } from '../bulk/draftReadError.js';
import { isDocx } from '../bulk/formatOf.js';
import { isRecord } from '../core/guide/values.js';
import type { Configuration } from './configuration.js';
import type { Feature } from './feature.js';
import {
  DOCUMENT_TEXT,
  TEXT_VIEW_SCHEME,
  type DocumentTextParams,
  type DocumentTextResult,
} from './protocol/documentText.js';

/** Answers {@link DOCUMENT_TEXT}. */
export const documentTextFeature: Feature = {
  serve: ({ connection, configuration }) => {
    connection.onRequest(DOCUMENT_TEXT, (params: unknown) =>
      isDocumentTextParams(params)
        ? answer(params, configuration)
        : new ResponseError(ErrorCodes.InvalidParams, `${DOCUMENT_TEXT}: uri or format is wrong`),
    );
  },
};

/** Where the findings of a file are shown: in the text view for a Word document, else in the file. */
export function shownUri(uri: string): string {
  const parsed = URI.parse(uri);
  return isDocx(parsed.path) ? parsed.with({ scheme: TEXT_VIEW_SCHEME }).toString() : uri;
}

async function answer(
  { uri, format }: DocumentTextParams,
  configuration: Configuration,
): Promise<DocumentTextResult> {
  try {
    const bytes = await readFile(URI.parse(uri).fsPath);
    // The reader of Word documents is loaded when the first one is met.
    const { readDocx, plainText, markdownText } = await import('../bulk/docx/index.js');
    const paragraphs = await readDocx(bytes);
    return { text: format === 'markdown' ? markdownText(paragraphs) : plainText(paragraphs) };
  } catch (error) {
    const { language } = await configuration.ofClient(uri);
    configuration.forget(uri);
    return { failure: explainReadError(error).localized[language] };
  }
}

function isDocumentTextParams(value: unknown): value is DocumentTextParams {
  return (
    isRecord(value) &&
    typeof value['uri'] === 'string' &&
    (value['format'] === 'plain' || value['format'] === 'markdown')
  );
}
