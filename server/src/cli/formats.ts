import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { version } from '../../../package.json';
import { createHtmlReporter } from './htmlReporter.js';
import { TEXT_FORMATS, type TextFormat } from '../core/report/textFormats.js';
import type { Language, Localized } from '../core/localized.js';
import type { Io, Output } from './io.js';
import type { Reporter } from './reporter.js';
import { painterFor } from './stylish.js';
import { createStylishReporter } from './stylishReporter.js';
import { createTextReporter } from './textReporter.js';

/** What a report is written with. */
export interface ReporterHost {
  readonly output: Output;
  /** Where errors are told as lines for people. */
  readonly errorOutput: Output;
  readonly language: Language;
  readonly env: Io['env'];
  readonly cwd: string;
  /** Whether the drafts’ own words may stand in a report that can do without. */
  readonly includeText: boolean;
}

/** A form of report that `--format` names. */
export interface Format {
  /** What it is for, a few words. */
  readonly description: Localized;
  /** Whether standard error may carry remarks when the report stands there too. */
  readonly mayRemark: boolean;
  readonly createReporter: (host: ReporterHost) => Reporter;
}

/** Every form of report by its name, in the order of the help text. */
export const FORMATS = {
  stylish: {
    description: { zh: '给人看（默认）', en: 'for people (default)' },
    mayRemark: true,
    createReporter: ({ output, errorOutput, language, env }) =>
      createStylishReporter(output, errorOutput, language, painterFor(output.isTerminal, env)),
  },
  json: textFormat(TEXT_FORMATS.json),
  markdown: textFormat(TEXT_FORMATS.markdown),
  sarif: textFormat(TEXT_FORMATS.sarif),
  junit: textFormat(TEXT_FORMATS.junit),
  github: textFormat(TEXT_FORMATS.github),
  html: {
    description: { zh: '带图表的网页', en: 'a page with charts' },
    mayRemark: false,
    createReporter: ({ output, errorOutput, language, includeText }) =>
      createHtmlReporter(output, errorOutput, { language, includeText }),
  },
} as const satisfies Readonly<Record<string, Format>>;

/** The name of a form of report. */
export type FormatName = keyof typeof FORMATS;

/** The names of all forms of report. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

function textFormat({ description, create }: TextFormat): Format {
  return {
    description,
    mayRemark: false,
    createReporter: ({ output, errorOutput, language, cwd }) =>
      createTextReporter(
        create({
          language,
          version,
          root: pathToFileURL(path.join(cwd, path.sep)).href,
          uriOf: (file) => pathToFileURL(path.resolve(cwd, file)).href,
        }),
        output,
        errorOutput,
      ),
  };
}
