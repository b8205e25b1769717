import { SEVERITIES } from '../../core/finding.js';
import type { DraftReport, ReportedFinding, RuleFindings } from '../../core/report/draftReport.js';
import { legend, symbolOf } from '../legend.js';
import { markup, type Markup } from '../markup.js';
import { LOOK_OF_SEVERITY } from '../palette.js';
import { linkTo, part, type Part, type Place, type Rendering } from '../rendering.js';
import { courseMap } from './courseMap.js';

/** Findings by rule: a map of the speech, and every finding in words. */
export function ruleFindingsPart(report: DraftReport, rendering: Rendering): Part {
  const { words } = rendering;
  const { rules, findings, bySeverity, minutes } = report;
  const title = words.say('rules');
  if (findings === 0) return part(rendering, 'rules', title, markup`<p>${words.say('rulesNone')}</p>`);
  const rows = rules.map((rule) => ({
    name: `${words.of(rule.title)} ${words.number(rule.findings.length)}`,
    marks: rule.findings.map((reported) => ({
      label: words.pair(
        words.say('bracketed', {
          text: words.of(rule.title),
          more: words.severity(reported.finding.severity),
        }),
        words.say('paragraphAt', { number: reported.paragraph }),
      ),
      place: placeOf(reported),
      at: reported.at,
      look: LOOK_OF_SEVERITY[reported.finding.severity],
    })),
  }));
  return part(
    rendering,
    'rules',
    title,
    markup`<p>${words.say('rulesSummary', { rules: rules.length, count: findings })}</p>`,
    courseMap('rules', title, rows, minutes, rendering),
    legend(
      words,
      SEVERITIES.filter((severity) => bySeverity[severity] > 0).map((severity) => ({
        look: LOOK_OF_SEVERITY[severity],
        text: words.severity(severity),
      })),
    ),
    markup`<h3>${words.say('list')}</h3>${rules.map((rule) => listOf(rule, rendering))}`,
  );
}

function placeOf({ finding, paragraph, number }: ReportedFinding): Place {
  return { span: finding.span, paragraph, finding: number };
}

/** Without the draft’s text a finding is its rule and its place: messages quote the draft. */
function listOf(rule: RuleFindings, rendering: Rendering): Markup {
  const { words, prefix, withText } = rendering;
  return markup`<details class="findings" id="${prefix}rule-${rule.rule}"><summary>${symbolOf(LOOK_OF_SEVERITY[rule.severity])}${words.of(rule.title)} <span class="tally">${rule.findings.length}</span></summary><ol>${rule.findings.map(
    (reported) => {
      const where = words.say('paragraphAt', { number: reported.paragraph });
      return markup`<li id="${prefix}f${String(reported.number)}">${linkTo(rendering, { span: reported.finding.span, paragraph: reported.paragraph }, where)} ${withText ? reported.finding.message : words.severity(reported.finding.severity)}</li>`;
    },
  )}</ol></details>`;
}
