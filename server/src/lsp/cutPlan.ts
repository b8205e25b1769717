import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { chooseCuts, planCuts } from '../core/cutPlan/planCuts.js';
import { excludeOneAnother, isSure } from '../core/cutPlan/cut.js';
import { isRecord } from '../core/guide/values.js';
import { charactersPerMinute } from '../core/readingRate.js';
import { speechLength } from '../core/rules/speech-length.js';
import type { Checked } from './checker.js';
import { toRange, toTextEdits } from './convert.js';
import { excerptOfPlaces } from '../core/text/excerpt.js';
import type { Feature } from './feature.js';
import { CUT_PLAN, type CutPlan, type CutPlanParams } from './protocol/cutPlan.js';

/** Answers {@link CUT_PLAN}. */
export const cutPlanFeature: Feature = {
  serve: ({ connection, answer }) => {
    connection.onRequest(CUT_PLAN, (params: unknown) =>
      isCutPlanParams(params)
        ? answer<CutPlan | null>(params.uri, null, (checked) => cutPlan(checked, params.minutes))
        : new ResponseError(ErrorCodes.InvalidParams, `${CUT_PLAN}: uri or minutes is wrong`),
    );
  },
};

function isCutPlanParams(value: unknown): value is CutPlanParams {
  if (!isRecord(value) || typeof value['uri'] !== 'string') return false;
  const { minutes } = value;
  return minutes === undefined || (typeof minutes === 'number' && Number.isFinite(minutes) && minutes >= 0);
}

/** What can be left out of a checked document, with the sure cuts chosen that bring it to `minutes`. */
function cutPlan(
  { document, version, settings, result }: Checked,
  minutes: number | undefined,
): CutPlan | null {
  if (result?.draft.chinese !== true) return null;
  const { guide, language } = settings;
  const rate = charactersPerMinute(guide);
  const cuts = planCuts(result, guide);
  const chosen = chooseCuts(cuts, minutes === undefined ? 0 : result.characters - minutes * rate);
  const text = document.getText();
  return {
    version,
    characters: result.characters,
    minutes: result.minutes,
    charactersPerMinute: rate,
    maxMinutes: maxMinutesOf(guide.rules[speechLength.id]?.options?.['maxMinutes']),
    cuts: cuts.map((cut, at) => ({
      kind: cut.kind,
      edits: toTextEdits(document, cut.edits),
      ranges: cut.places.map((place) => toRange(document, place)),
      excerpt: excerptOfPlaces(text, cut.places),
      reason: cut.reason[language],
      characters: cut.characters,
      sure: isSure(cut),
      chosen: chosen[at] ?? false,
      excludes: cuts.flatMap((other, index) =>
        index !== at && excludeOneAnother(cut, other) ? [index] : [],
      ),
    })),
  };
}

function maxMinutesOf(set: number | readonly string[] | undefined): number {
  return typeof set === 'number' ? set : 0;
}
