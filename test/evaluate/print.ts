import type { Rule } from '../../server/src/core/rules/rule.js';
import { density, type CorpusReport } from './corpus.js';
import type { Planter } from './fault.js';
import { placeOf, type Gold, type GoldScore } from './gold.js';
import type { Outcome } from './plant.js';

/** Rules whose figures say more about the kind of text than about its faults. */
const LENGTH_RULES = new Set([
  'paragraph-too-long',
  'sentence-too-long',
  'heading-too-long',
  'speech-length',
]);

/** Missed faults shown of each kind. */
const SHOWN = 5;

/** A table with right-aligned figures; the first column is text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
        return column === 0 ? cell + gap : gap + cell;
      })
      .join('  ');
  return [line(head), widths.map((size) => '-'.repeat(size)).join('  '), ...rows.map(line)].join('\n');
}

/** Columns of a terminal: a Han character or full-width mark takes two. */
function width(text: string): number {
  let columns = 0;
  for (const char of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(char)
      ? 2
      : 1;
  return columns;
}

/** What a gold file asked for, by rule, and every entry that was not done justice. */
export function printGold(gold: Gold, scores: readonly GoldScore[]): string {
  const rows = scores.map((score) => [
    score.rule,
    `${score.mustFound.length}/${score.must.length}`,
    `${score.shouldFound.length}/${score.should.length}`,
    `${score.wrong.length}/${score.mustNot.length}`,
    String(score.unjudged.length),
  ]);
  const faults = scores.flatMap((score) => [
    ...score.must
      .filter((entry) => !score.mustFound.includes(entry))
      .map((entry) => ['missed', entry] as const),
    ...score.wrong.map((entry) => ['wrong', entry] as const),
    ...score.should
      .filter((entry) => !score.shouldFound.includes(entry))
      .map((entry) => ['left out', entry] as const),
  ]);
  return [
    `Gold: ${gold.draftPath}`,
    table(['rule', 'must found', 'should found', 'wrongly said', 'not judged'], rows),
    ...faults.map(
      ([what, entry]) =>
        `  ${what}: ${entry.rule}, line ${entry.line}, “${excerpt(gold, entry)}” (${entry.why})`,
    ),
    ...scores.flatMap((score) =>
      score.unjudged.map(
        (finding) =>
          `  not judged: ${finding.rule}, “${gold.text.slice(finding.span.start, finding.span.end).slice(0, 40)}” ${finding.message}`,
      ),
    ),
  ].join('\n');
}

/**
 * All gold files together, by rule: recall over what had to be and had better be found; precision over the
 * findings that the gold judges, those nobody judged beside it.
 */
export function printSummary(scores: readonly GoldScore[], ruleIds: readonly string[]): string {
  const rows = ruleIds.flatMap((rule) => {
    const own = scores.filter((score) => score.rule === rule);
    return own.length === 0 ? [] : [summary(rule, own)];
  });
  return [
    'All gold files together',
    table(
      ['rule', 'must found', 'should found', 'recall', 'right', 'wrong', 'precision', 'not judged'],
      [...rows, summary('all rules', scores)],
    ),
  ].join('\n');
}

function summary(name: string, scores: readonly GoldScore[]): string[] {
  const sum = (count: (score: GoldScore) => number): number =>
    scores.reduce((total, score) => total + count(score), 0);
  const must = sum((score) => score.must.length);
  const mustFound = sum((score) => score.mustFound.length);
  const should = sum((score) => score.should.length);
  const shouldFound = sum((score) => score.shouldFound.length);
  const right = sum((score) => score.right);
  const wrong = sum((score) => score.wrong.length);
  return [
    name,
    `${mustFound}/${must}`,
    `${shouldFound}/${should}`,
    share(mustFound + shouldFound, must + should),
    String(right),
    String(wrong),
    share(right, right + wrong),
    String(sum((score) => score.unjudged.length)),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part * 100) / whole).toFixed(1)} %`;
}

function excerpt(gold: Gold, entry: Gold['entries'][number]): string {
  const { start } = placeOf(gold, entry);
  return gold.text.slice(start, start + 24).replace(/[\r\n].*/su, '');
}

/** Findings per 10,000 characters by rule and kind of text, and the worst ones one by one. */
export function printCorpus(report: CorpusReport, rules: readonly Rule[]): string {
  const kinds = [...report.characters.keys()].sort();
  const total = [...report.characters.values()].reduce((sum, characters) => sum + characters, 0);
  const figure = (matches: (rule: string, severity: string) => boolean) => [
    ...kinds.map((kind) =>
      density(
        report.alarms.filter((alarm) => alarm.kind === kind && matches(alarm.rule, alarm.severity)).length,
        report.characters.get(kind) ?? 0,
      ).toFixed(2),
    ),
    density(report.alarms.filter((alarm) => matches(alarm.rule, alarm.severity)).length, total).toFixed(2),
    String(report.alarms.filter((alarm) => matches(alarm.rule, alarm.severity)).length),
  ];
  return [
    `Corpus: ${total} characters; findings per 10,000 characters`,
    table(
      ['rule', ...kinds, 'all', 'number'],
      [
        ...rules.map((rule) => [`${rule.id} (${rule.severity})`, ...figure((id) => id === rule.id)]),
        ['errors', ...figure((_, severity) => severity === 'error')],
        [
          'warnings, the length rules aside',
          ...figure((rule, severity) => severity === 'warning' && !LENGTH_RULES.has(rule)),
        ],
        ['all rules', ...figure(() => true)],
        ['characters', ...kinds.map((kind) => String(report.characters.get(kind) ?? 0)), String(total), ''],
      ],
    ),
    ...report.failures.map((failure) => `  FAILURE: ${failure}`),
    'Error-level findings, to be judged one by one:',
    ...report.alarms
      .filter((alarm) => alarm.severity === 'error')
      .map((alarm) => `  ${alarm.rule} ${alarm.source}:${alarm.line} ${alarm.excerpt} — ${alarm.message}`),
  ].join('\n');
}

/** Found and planted by kind and variant, with the missed ones. */
export function printPlanted(
  outcomes: readonly Outcome[],
  planters: readonly Planter[],
  known: ReadonlySet<string>,
): string {
  const rows = planters.map(({ kind, rule }) => {
    const own = outcomes.filter((outcome) => outcome.kind === kind);
    const planted = own.filter((outcome) => !outcome.control);
    const controls = own.filter((outcome) => outcome.control);
    return [
      kind,
      known.has(rule) ? rule : `${rule} (no such rule yet)`,
      `${planted.filter(({ found }) => found).length}/${planted.length}`,
      percent(planted),
      controls.length === 0 ? '' : `${controls.filter(({ found }) => found).length}/${controls.length}`,
    ];
  });
  return [
    'Planted faults',
    table(['kind', 'rule', 'found', '', 'true ones reported'], [...rows, together(outcomes, known)]),
    ...planters.flatMap(({ kind }) =>
      details(
        outcomes.filter((outcome) => outcome.kind === kind),
        kind,
      ),
    ),
  ].join('\n');
}

/** All kinds whose rule there is. */
function together(outcomes: readonly Outcome[], known: ReadonlySet<string>): string[] {
  const own = outcomes.filter(({ rule }) => known.has(rule));
  const planted = own.filter(({ control }) => !control);
  const controls = own.filter(({ control }) => control);
  const found = (list: readonly Outcome[]): string =>
    `${list.filter((outcome) => outcome.found).length}/${list.length}`;
  return ['all kinds', '', found(planted), percent(planted), found(controls)];
}

function percent(planted: readonly Outcome[]): string {
  return share(planted.filter(({ found }) => found).length, planted.length);
}

function details(outcomes: readonly Outcome[], kind: string): string[] {
  const bad = outcomes.filter((outcome) => outcome.found === outcome.control);
  if (bad.length === 0) return [];
  const variants = [...new Set(outcomes.map(({ variant }) => variant))].sort();
  const counts = variants.map((variant) => {
    const own = outcomes.filter((outcome) => outcome.variant === variant);
    return `${variant} ${own.filter(({ found }) => found).length}/${own.length}`;
  });
  return [
    `  ${kind}: ${counts.join('; ')}`,
    ...bad
      .slice(0, SHOWN)
      .map(
        (one) =>
          `    ${one.control ? 'wrongly said' : 'missed'}: ${one.variant}, ${one.source}: …${one.excerpt}…`,
      ),
    ...(bad.length > SHOWN ? [`    and ${bad.length - SHOWN} more`] : []),
  ];
}
