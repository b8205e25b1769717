import type { Finding, Fix, Severity } from '../finding.js';
import { rules } from '../rules/registry.js';
import type { Language } from '../localized.js';
import type { Rule } from '../rules/rule.js';
import { LineIndex } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { Fingerprints } from './fingerprint.js';
import { placeUri } from './placeUri.js';
import type { ReportContext, ReportedFile, ReportText } from './reportText.js';
import { REPORT_WORDS, type ReportWords } from './words.js';

/** What paths are relative to, in the words that most readers of SARIF expect. */
const BASE = 'SRCROOT';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

type Level = 'error' | 'warning' | 'note';

const LEVELS: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The tags of languages as SARIF has them. */
const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-US' };

/** The names that IANA has for encodings. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Json = Readonly<Record<string, unknown>>;

/** A SARIF 2.1.0 log of one run, written at the end since it lists all files after all results. */
export function createSarifText(context: ReportContext): ReportText {
  const { language, version, root } = context;
  const results: Json[] = [];
  const artifacts: Json[] = [];
  const notifications: Json[] = [];
  let failed = false;
  const locationOf = (path: string): Json => {
    const { uri, relative } = placeUri(path, context);
    return relative ? { uri, uriBaseId: BASE } : { uri };
  };
  const notify = (level: Level, path: string, text: string): void => {
    notifications.push({
      level,
      message: { text },
      locations: [{ physicalLocation: { artifactLocation: locationOf(path) } }],
    });
  };
  return {
    start: () => '',
    file: (file) => {
      const location = { ...locationOf(file.path), index: artifacts.length };
      artifacts.push(artifactOf(file, locationOf(file.path)));
      results.push(...resultsOf(file, location, REPORT_WORDS[language]));
      if (!file.result.draft.chinese) notify('note', file.path, REPORT_WORDS[language].notChinese);
      return '';
    },
    error: (path, reason) => {
      failed = true;
      notify('error', path, reason);
      return '';
    },
    end: () => {
      const run = {
        tool: { driver: driverOf(language, version) },
        language: LANGUAGE_TAGS[language],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        originalUriBaseIds: { [BASE]: { uri: root } },
        invocations: [{ executionSuccessful: !failed, toolExecutionNotifications: notifications }],
        artifacts,
        results,
      };
      return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`;
    },
  };
}

function driverOf(language: Language, version: string): Json {
  return {
    name: 'Wenfeng',
    fullName: '文风 Wenfeng',
    version,
    semanticVersion: version,
    language: LANGUAGE_TAGS[language],
    rules: rules.map((rule) => ruleOf(rule, language)),
  };
}

function ruleOf({ id, title, reason, norm, severity, fix }: Rule, language: Language): Json {
  const source = norm.source[language];
  return {
    id,
    shortDescription: { text: title[language] },
    fullDescription: { text: reason[language] },
    help: { text: `${reason[language]}\n\n${source}`, markdown: `${reason[language]}\n\n> ${source}` },
    defaultConfiguration: {
      enabled: severity !== 'off',
      level: LEVELS[severity === 'off' ? 'information' : severity],
    },
    properties: { tags: ['chinese', 'speech-draft', norm.level], fix, page: `docs/rules/${id}.md` },
  };
}

function artifactOf({ path, encoding, places, result }: ReportedFile, location: Json): Json {
  const name = ENCODINGS[encoding];
  return {
    location,
    roles: ['analysisTarget'],
    mimeType:
      places === 'paragraphs' ? DOCX : result.draft.format === 'markdown' ? 'text/markdown' : 'text/plain',
    ...(name === undefined ? {} : { encoding: name }),
    properties: { path, characters: result.characters, minutes: result.minutes },
  };
}

function resultsOf({ places, result }: ReportedFile, artifactLocation: Json, words: ReportWords): Json[] {
  const { text } = result.draft;
  const lines = new LineIndex(text);
  const fingerprints = new Fingerprints();
  const paragraph = ({ start }: Span): string => words.position(lines.positionAt(start), places);
  const physical = (span: Span): Json => ({ artifactLocation, region: regionOf(span, lines) });
  return result.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: physical(finding.span),
        // Regions are of the text that was read, which is no place in the file itself.
        ...(places === 'lines'
          ? {}
          : { logicalLocations: [{ name: paragraph(finding.span), kind: 'paragraph' }] }),
      },
    ],
    ...relatedLocations(finding, physical),
    partialFingerprints: {
      'ruleAndWording/v1': fingerprints.next(finding.rule, text.slice(finding.span.start, finding.span.end)),
    },
    ...(places === 'lines' ? fixesOf(finding, artifactLocation, lines) : {}),
    properties: { severity: finding.severity },
  }));
}

function relatedLocations({ related }: Finding, physical: (span: Span) => Json): Json {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ span, message }, index) => ({
      id: index + 1,
      physicalLocation: physical(span),
      message: { text: message },
    })),
  };
}

function fixesOf({ fixes }: Finding, artifactLocation: Json, lines: LineIndex): Json {
  const usable = fixes.filter(({ edits }) => edits.length > 0);
  if (usable.length === 0) return {};
  return { fixes: usable.map((fix) => fixOf(fix, artifactLocation, lines)) };
}

function fixOf({ title, safe, edits }: Fix, artifactLocation: Json, lines: LineIndex): Json {
  const replacements = edits.map(({ span, text }) => ({
    deletedRegion: regionOf(span, lines),
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation, replacements }],
    properties: { safe },
  };
}

/** Both as lines and as offsets, which mean the same; ends are exclusive. */
function regionOf({ start, end }: Span, lines: LineIndex): Json {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}
