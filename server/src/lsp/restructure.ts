import type { CodeAction, Range } from 'vscode-languageserver';
import { CodeActionKind, ErrorCodes, Range as LspRange, ResponseError } from 'vscode-languageserver';
import { buildDraft } from '../core/draft/buildDraft.js';
import { NO_WORDS } from '../core/guide.js';
import { isRecord } from '../core/guide/values.js';
import type { Outcome, Request } from '../core/restructure/restructuring.js';
import { RESTRUCTURINGS, type RestructuringId } from '../core/restructure/restructurings.js';
import { termAt } from '../core/restructure/termAt.js';
import { paragraphTooLong } from '../core/rules/paragraph-too-long.js';
import type { Language } from '../core/localized.js';
import type { Checked } from './checker.js';
import { toRange, toSpan } from './convert.js';
import { formatOfLanguage, languageOf } from './documents.js';
import type { Feature } from './feature.js';
import {
  RESTRUCTURE,
  RESTRUCTURE_COMMAND,
  TERM_AT,
  type RestructureCommandParams,
  type RestructureParams,
  type RestructureResult,
  type TermAtParams,
} from './protocol/restructure.js';
import type { ClientSupport } from './support.js';
import { say } from './texts.js';
import { workspaceEdit } from './workspaceEdit.js';

/** Answers {@link RESTRUCTURE} and {@link TERM_AT}. */
export const restructureFeature: Feature = {
  serve: ({ connection, answer, support }) => {
    connection.onRequest(RESTRUCTURE, (params: unknown) =>
      isRestructureParams(params)
        ? answer<RestructureResult>(params.uri, { reason: say('notOpen', support.locale) }, (checked) =>
            restructure(checked, params),
          )
        : new ResponseError(
            ErrorCodes.InvalidParams,
            `${RESTRUCTURE}: uri, range, restructuring or term is wrong`,
          ),
    );
    connection.onRequest(TERM_AT, (params: unknown) =>
      isTermAtParams(params)
        ? answer(params.uri, {}, (checked) => termAt(requestOf(checked, params.range)))
        : new ResponseError(ErrorCodes.InvalidParams, `${TERM_AT}: uri or range is wrong`),
    );
  },
};

/**
 * What can be restructured at a place, as refactorings: those that the place itself calls for. A client that shows
 * changes before they are made is given a command that does so, any other the edit.
 */
export function restructureActions(
  checked: Checked,
  range: Range,
  support: Pick<ClientSupport, 'restructuring' | 'documentChanges'>,
): CodeAction[] {
  if (checked.result?.draft.chinese !== true) return [];
  const { language } = checked.settings;
  const request = { ...requestOf(checked, range), onlyHere: true };
  const actions = idsWithoutQuestions().flatMap((restructuring): CodeAction[] => {
    const outcome = RESTRUCTURINGS[restructuring](request);
    if ('reason' in outcome) return [];
    const title = outcome.title[language];
    return support.restructuring
      ? [commandAction(checked, { title, range, restructuring })]
      : [
          {
            title,
            kind: CodeActionKind.RefactorRewrite,
            edit: workspaceEdit(checked, outcome.changes, support),
          },
        ];
  });
  if (!support.restructuring) return actions;
  const { from, to } = termAt(request);
  // Any word could be replaced: it is offered for what is selected or goes by two names.
  if (from === undefined || (to === undefined && request.place.start === request.place.end)) return actions;
  const title = say('replaceTerm', language, { from });
  return [...actions, commandAction(checked, { title, range, restructuring: 'replaceTerm' })];
}

function commandAction(
  { document }: Checked,
  offered: { readonly title: string; readonly range: Range; readonly restructuring: RestructuringId },
): CodeAction {
  const { title, range, restructuring } = offered;
  const params: RestructureCommandParams = { uri: document.uri, range, restructuring };
  return {
    title,
    kind: CodeActionKind.RefactorRewrite,
    command: { title, command: RESTRUCTURE_COMMAND, arguments: [params] },
  };
}

function restructure(checked: Checked, params: RestructureParams): RestructureResult {
  const { document, version, settings } = checked;
  const outcome: Outcome = RESTRUCTURINGS[params.restructuring]({
    ...requestOf(checked, params.range),
    ...(params.term === undefined ? {} : { term: params.term }),
  });
  if ('reason' in outcome) return { reason: outcome.reason[settings.language] };
  const told = (text: Readonly<Record<Language, string>>): string => text[settings.language];
  return {
    version,
    title: told(outcome.title),
    separable: outcome.separable,
    changes: outcome.changes.map(({ span, text, label, doubt }) => ({
      range: toRange(document, span),
      newText: text,
      label: told(label),
      ...(doubt === undefined ? {} : { doubt: told(doubt) }),
    })),
  };
}

/** What is asked about a place. A draft that is left alone by the settings can be restructured all the same. */
function requestOf({ document, result, settings, segmenter }: Checked, range: Range): Request {
  const { guide } = settings;
  const most = guide.rules[paragraphTooLong.id]?.options?.['max'] ?? paragraphTooLong.options['max']?.default;
  return {
    draft: result?.draft ?? buildDraft(document.getText(), formatOfLanguage(languageOf(document))),
    place: toSpan(document, range),
    most: typeof most === 'number' ? most : Number.POSITIVE_INFINITY,
    segmenter,
    words: guide.words ?? NO_WORDS,
  };
}

/** All restructurings that need nothing beside a place. */
function idsWithoutQuestions(): RestructuringId[] {
  return ids().filter((id) => id !== 'replaceTerm');
}

function ids(): RestructuringId[] {
  // The table's keys are its type's.
  return Object.keys(RESTRUCTURINGS) as RestructuringId[];
}

function isRestructureParams(value: unknown): value is RestructureParams {
  return (
    isTermAtParams(value) &&
    isRecord(value) &&
    ids().some((id) => id === value['restructuring']) &&
    (value['term'] === undefined || isTerm(value['term']))
  );
}

function isTermAtParams(value: unknown): value is TermAtParams {
  return isRecord(value) && typeof value['uri'] === 'string' && LspRange.is(value['range']);
}

function isTerm(value: unknown): boolean {
  return isRecord(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string';
}
