import type { Draft } from '../core/draft/model.js';
import { charactersPerMinute } from '../core/readingRate.js';
import { countCharacters } from '../core/text/characters.js';
import type { Span } from '../core/text/span.js';
import type { Checked } from './checker.js';
import { toSpan } from './convert.js';
import {
  COUNT_SELECTIONS,
  type CountSelectionsParams,
  type CountSelectionsResult,
} from './protocol/figures.js';
import type { Feature } from './feature.js';

/** Answers {@link COUNT_SELECTIONS}. */
export const countSelectionsFeature: Feature = {
  serve: ({ connection, answer }) => {
    connection.onRequest(COUNT_SELECTIONS, (params: CountSelectionsParams) =>
      answer(params.uri, { characters: 0, minutes: 0 }, (checked) => countSelections(checked, params)),
    );
  },
};

/** The figures of selections: their prose, counted as the whole draft is. Zero where nothing is checked. */
export function countSelections(
  { document, result, settings }: Checked,
  params: CountSelectionsParams,
): CountSelectionsResult {
  const draft = result?.draft;
  if (draft === undefined) return { characters: 0, minutes: 0 };
  const characters = params.ranges
    .map((range) => countSpan(draft, toSpan(document, range)))
    .reduce((sum, count) => sum + count, 0);
  return { characters, minutes: characters / charactersPerMinute(settings.guide) };
}

/** Characters of the draft's prose inside a span; Markdown's syntax and what is no prose do not count. */
function countSpan(draft: Draft, span: Span): number {
  let characters = 0;
  for (const { text, pieces } of draft.paragraphs) {
    let prose = '';
    for (const { at, source, length } of pieces) {
      const from = Math.max(span.start, source);
      const to = Math.min(span.end, source + length);
      if (from < to) prose += text.slice(at + from - source, at + to - source);
    }
    if (prose !== '') characters += countCharacters(prose);
  }
  return characters;
}
