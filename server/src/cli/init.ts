import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../bulk/systemErrors.js';
import { GUIDE_FILE_NAME } from '../core/guide/guideFile.js';
import { MAX_MINUTES, minutesOf, newGuide, type GuideAnswers } from '../core/guide/newGuide.js';
import { isPresetName, PRESET_NAMES, presetOf, type PresetName } from '../core/guide/presets.js';
import type { Language } from '../core/localized.js';
import { printable } from '../core/text/printable.js';
import type { Io } from './io.js';
import { CLI_MESSAGES } from './messages.js';
import { explainWriteError } from './writeError.js';

/** What `wenfeng init` was asked to do. */
export interface InitRequest {
  readonly preset?: PresetName;
  /** 0 for no limit. */
  readonly minutes?: number;
  /** Whether a guide file that is there may be replaced. */
  readonly force: boolean;
}

/**
 * Writes a guide file in the current folder. On a terminal it asks for what the command line did not say; elsewhere
 * the standard preset is taken.
 *
 * @returns the exit code: 0, or 2 when there is a guide file already or it cannot be written
 */
export async function runInit(request: InitRequest, language: Language, io: Io): Promise<number> {
  const messages = CLI_MESSAGES[language];
  const file = path.join(io.cwd, GUIDE_FILE_NAME);
  const text = newGuide(await answersTo(request, language, io), language);
  try {
    await writeFile(file, text, { flag: request.force ? 'w' : 'wx' });
  } catch (error) {
    const reason =
      errorCode(error) === 'EEXIST'
        ? messages.guideExists(GUIDE_FILE_NAME)
        : messages.unwritable(GUIDE_FILE_NAME, explainWriteError(error)[language]);
    await io.stderr.write(`${printable(reason)}\n`);
    return 2;
  }
  await io.stdout.write(`${messages.guideWritten(GUIDE_FILE_NAME)}\n`);
  return 0;
}

async function answersTo(request: InitRequest, language: Language, io: Io): Promise<GuideAnswers> {
  const { ask } = io;
  const preset = request.preset ?? (ask === undefined ? undefined : await askPreset(ask, language));
  const minutes = request.minutes ?? (ask === undefined ? undefined : await askMinutes(ask, language));
  return { preset: preset ?? 'standard', ...(minutes === undefined ? {} : { maxMinutes: minutes }) };
}

type Ask = NonNullable<Io['ask']>;

/** Asks until the answer is a preset's name or number; nothing means the first. */
async function askPreset(ask: Ask, language: Language): Promise<PresetName> {
  const messages = CLI_MESSAGES[language];
  const offers = PRESET_NAMES.map((name, index) => {
    const { title, description } = presetOf(name);
    return `  ${String(index + 1)}  ${messages.presetOffer(title[language], name, description[language])}`;
  });
  for (;;) {
    const answer = (await ask(`${messages.askPreset(offers)} `))?.trim() ?? '';
    if (answer === '') return 'standard';
    const chosen = isPresetName(answer) ? answer : PRESET_NAMES[(minutesOf(answer) ?? 0) - 1];
    if (chosen !== undefined) return chosen;
  }
}

/** Asks until the answer is a number of minutes; nothing leaves it to the preset. */
async function askMinutes(ask: Ask, language: Language): Promise<number | undefined> {
  for (;;) {
    const answer = (await ask(`${CLI_MESSAGES[language].askMinutes(MAX_MINUTES)} `))?.trim() ?? '';
    if (answer === '') return undefined;
    const minutes = minutesOf(answer);
    if (minutes !== undefined) return minutes;
  }
}
