import type { Hover, HoverParams } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { Finding } from '../core/finding.js';
import { rules } from '../core/rules/registry.js';
import type { Language } from '../core/localized.js';
import type { Rule } from '../core/rules/rule.js';
import type { Checked } from './checker.js';
import { toOffset, toRange } from './convert.js';
import type { RulePage } from './rulePage.js';
import type { ClientSupport } from './support.js';
import { NORM_LEVELS, say } from './texts.js';
import type { Feature } from './feature.js';

/** Answers `textDocument/hover`. */
export const hoverFeature: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve: ({ connection, answer, support, page }) => {
    connection.onHover((params) =>
      answer(params.textDocument.uri, null, (checked) => hover(checked, params, support, page)),
    );
  },
};

/** Over a finding: its rule, why it matters, where it comes from. Nothing anywhere else. */
export function hover(
  { document, result, settings }: Checked,
  params: HoverParams,
  support: Pick<ClientSupport, 'markdownHover'>,
  page: RulePage,
): Hover | null {
  const offset = toOffset(document, params.position);
  const here = (result?.findings ?? [])
    .filter(({ span }) => span.start <= offset && (offset < span.end || span.start === span.end))
    .sort((a, b) => length(a) - length(b));
  const [nearest] = here;
  if (nearest === undefined) return null;
  const told = new Set(here.map((finding) => finding.rule));
  const tell = support.markdownHover ? inMarkdown : inPlainText;
  const parts = rules
    .filter((rule) => told.has(rule.id))
    .sort((a, b) => order(here, a) - order(here, b))
    .map((rule) => tell(rule, settings.language, page));
  return {
    contents: {
      kind: support.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: parts.join(support.markdownHover ? '\n\n---\n\n' : '\n\n'),
    },
    range: toRange(document, nearest.span),
  };
}

function inMarkdown(rule: Rule, language: Language, page: RulePage): string {
  return [
    `**${escape(rule.title[language])}** \`${rule.id}\``,
    ...grounds(rule, language).map(escape),
    `[${say('rulePage', language)}](${page(rule.id)})`,
  ].join('\n\n');
}

function inPlainText(rule: Rule, language: Language): string {
  return [`${rule.title[language]} (${rule.id})`, ...grounds(rule, language)].join('\n');
}

/** Why the rule matters and where it comes from. */
function grounds({ reason, norm }: Rule, language: Language): string[] {
  const level = NORM_LEVELS[norm.level][language];
  return [
    say('why', language, { reason: reason[language] }),
    say('norm', language, { level, source: norm.source[language] }),
  ];
}

/** Makes sure that a mark of a rule's text is not taken for Markdown. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}

function length({ span }: Finding): number {
  return span.end - span.start;
}

function order(findings: readonly Finding[], rule: Rule): number {
  return findings.findIndex((finding) => finding.rule === rule.id);
}
