import type { Localized } from '../localized.js';
import { createCsvText } from './csvText.js';
import { createGithubText } from './githubText.js';
import { createJsonText } from './jsonText.js';
import { createJunitText } from './junitText.js';
import { createMarkdownText } from './markdownText.js';
import type { CreateReportText } from './reportText.js';
import { createSarifText } from './sarifText.js';

/** A form of report that is text alone, for a file or a program. */
export interface TextFormat {
  /** What it is for, a few words. */
  readonly description: Localized;
  /** Of a file that holds it, with its dot. */
  readonly extension: string;
  readonly create: CreateReportText;
}

/** The forms of report that are text alone, by the name that people choose them by. */
export const TEXT_FORMATS = {
  json: {
    description: { zh: '给程序读', en: 'for programs' },
    extension: '.json',
    create: createJsonText,
  },
  markdown: {
    description: { zh: '给人看，可以存档、发给别人', en: 'for people, to keep or pass on' },
    extension: '.md',
    create: createMarkdownText,
  },
  csv: {
    description: { zh: '表格，用 Excel、WPS 打开', en: 'a table, for spreadsheets' },
    extension: '.csv',
    create: createCsvText,
  },
  sarif: {
    description: {
      zh: 'SARIF 2.1.0，给代码平台和其他查看器',
      en: 'SARIF 2.1.0, for code platforms and other viewers',
    },
    extension: '.sarif',
    create: createSarifText,
  },
  junit: {
    description: { zh: 'JUnit XML，给持续集成', en: 'JUnit XML, for continuous integration' },
    extension: '.xml',
    create: createJunitText,
  },
  github: {
    description: { zh: 'GitHub Actions 的标注', en: 'annotations of GitHub Actions' },
    extension: '.txt',
    create: createGithubText,
  },
} as const satisfies Readonly<Record<string, TextFormat>>;
