import type { CodeLens } from 'vscode-languageserver';
import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { everyEntry, isSection, outlineOf, type OutlineEntry } from '../core/draft/outline.js';
import type { Finding } from '../core/finding.js';
import { charactersPerMinute } from '../core/readingRate.js';
import type { Language } from '../core/localized.js';
import type { Span } from '../core/text/span.js';
import type { Checked } from './checker.js';
import { toRange, TOP } from './convert.js';
import type { Feature, Server } from './feature.js';
import { SHOW_FINDINGS } from './protocol/sectionFindings.js';
import type { ClientSupport } from './support.js';
import { say } from './texts.js';

/** Answers `textDocument/codeLens`: the figures of each section above its heading. */
export const codeLensFeature: Feature = {
  capabilities: () => ({ codeLensProvider: {} }),
  serve: (server) => {
    const { connection, answer, support } = server;
    connection.onCodeLens((params) =>
      answer(params.textDocument.uri, [], (checked) => codeLenses(checked, support)),
    );
    if (support.refreshLenses) refreshWhenRechecked(server);
  },
};

/**
 * Has lenses asked for anew when the same text was checked again: with the dictionary, or by other settings, guides or
 * ignored findings. After an edit clients ask by themselves.
 */
function refreshWhenRechecked({ connection, documents, log, onChecked }: Server): void {
  const versions = new Map<string, number>();
  onChecked(({ document: { uri }, version }) => {
    const again = versions.get(uri) === version;
    versions.set(uri, version);
    if (!again) return;
    connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => {
      log.warn(`the client did not refresh its code lenses: ${String(error)}`);
    });
  });
  documents.onDidClose(({ document: { uri } }) => versions.delete(uri));
}

/** The figures of each section that has a text, or of the whole draft where there is none. */
export function codeLenses(
  { document, result, settings }: Checked,
  support: Pick<ClientSupport, 'sectionFindings'>,
): CodeLens[] {
  if (result?.draft.chinese !== true || result.characters === 0 || !settings.codeLens) return [];
  const { draft, findings } = result;
  const rate = charactersPerMinute(settings.guide);
  const lens = (at: CodeLens['range'], characters: number, here: readonly Finding[]): CodeLens => ({
    range: at,
    command: {
      title: titleOf({ characters, minutes: characters / rate, findings: here.length }, settings.language),
      ...(support.sectionFindings && here.length > 0
        ? {
            command: SHOW_FINDINGS,
            arguments: [
              { uri: document.uri, at: at.start, ranges: here.map(({ span }) => toRange(document, span)) },
            ],
          }
        : // A command without a name is shown as words that cannot be clicked.
          { command: '' }),
    },
  });
  const sections = [...everyEntry(outlineOf(draft))].filter(isSection);
  if (sections.length === 0) return [lens(TOP, result.characters, findings)];
  return sections
    .filter(hasText)
    .map((section) => lens(toRange(document, section.label), section.characters, within(findings, section)));
}

/** Whether there is more to a section than its heading. */
function hasText({ kind, paragraphs: [first, last] }: OutlineEntry): boolean {
  return kind === 'lead' || first !== last;
}

/** The findings that begin in a section, of all in order. */
function within(findings: readonly Finding[], { start, end }: Span): readonly Finding[] {
  return findings.slice(firstFrom(findings, start), firstFrom(findings, end));
}

/** The index of the first finding that begins at `offset` or behind it. */
function firstFrom(findings: readonly Finding[], offset: number): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function titleOf(
  { characters, minutes, findings }: { characters: number; minutes: number; findings: number },
  language: Language,
): string {
  const number = characters.toLocaleString(language === 'zh' ? 'zh-CN' : 'en');
  const parts = [
    say(characters === 1 ? 'lensCharacter' : 'lensCharacters', language, { number }),
    minutes < 1
      ? say('lensUnderMinute', language)
      : say('lensMinutes', language, { minutes: Math.round(minutes) }),
  ];
  if (findings > 0) parts.push(say(findings === 1 ? 'lensFinding' : 'lensFindings', language, { findings }));
  return parts.join(' · ');
}
