import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { MAX_MINUTES, newGuide } from '../core/guide/newGuide.js';
import { isPresetName, PRESET_NAMES, presetOf } from '../core/guide/presets.js';
import { isRecord } from '../core/guide/values.js';
import type { Language } from '../core/localized.js';
import type { Configuration } from './configuration.js';
import { GUIDE_PRESETS, NEW_GUIDE, type GuidePreset, type NewGuideResult } from './protocol/guide.js';
import type { Feature } from './feature.js';

/** Answers {@link GUIDE_PRESETS} and {@link NEW_GUIDE}. */
export const newGuideFeature: Feature = {
  serve: ({ connection, configuration }) => {
    connection.onRequest(GUIDE_PRESETS, (params: unknown) => guidePresets(params, configuration));
    connection.onRequest(NEW_GUIDE, (params: unknown) => answerNewGuide(params, configuration));
  },
};

async function guidePresets(params: unknown, configuration: Configuration): Promise<GuidePreset[]> {
  const language = await languageFor(params, configuration);
  return PRESET_NAMES.map((name) => {
    const { title, description } = presetOf(name);
    return { name, title: title[language], description: description[language] };
  });
}

async function answerNewGuide(
  params: unknown,
  configuration: Configuration,
): Promise<NewGuideResult | ResponseError> {
  const preset = isRecord(params) ? params['preset'] : undefined;
  const minutes = isRecord(params) ? params['maxMinutes'] : undefined;
  if (!isPresetName(preset) || !(minutes === undefined || isMinutes(minutes))) {
    return new ResponseError(ErrorCodes.InvalidParams, `${NEW_GUIDE}: preset or maxMinutes is wrong`);
  }
  const language = await languageFor(params, configuration);
  return { text: newGuide({ preset, ...(minutes === undefined ? {} : { maxMinutes: minutes }) }, language) };
}

async function languageFor(params: unknown, configuration: Configuration): Promise<Language> {
  const folder = isRecord(params) ? params['folder'] : undefined;
  const uri = typeof folder === 'string' ? folder : '';
  const { language } = await configuration.ofClient(uri);
  configuration.forget(uri);
  return language;
}

function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_MINUTES;
}
