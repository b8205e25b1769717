import { SEVERITIES } from '../../core/finding.js';
import type { DraftReport } from '../../core/report/draftReport.js';
import { markup, type Markup } from '../markup.js';
import { symbolOf } from '../legend.js';
import { LOOK_OF_EXCESS, LOOK_OF_SEVERITY } from '../palette.js';
import { linkTo, part, type Part, type Rendering } from '../rendering.js';
import type { Words } from '../texts.js';

/** The headline figures against the guide. */
export function figuresPart(report: DraftReport, rendering: Rendering): Part {
  const { words } = rendering;
  const { limits, longestParagraph, longestSentence } = report;
  return part(
    rendering,
    'figures',
    words.say('figures'),
    markup`<dl class="figures">${[
      figure(
        words.say('characters'),
        markup`${words.number(report.characters)}`,
        against(words, report.characters, limits.characters, (count) => words.number(count)),
      ),
      figure(
        words.say('time'),
        withUnit(words.minutes(report.minutes)),
        limits.minutes === undefined
          ? markup`${words.say('rate', { rate: report.charactersPerMinute })}`
          : against(words, report.minutes, limits.minutes, (minutes) => words.minutes(minutes)),
      ),
      figure(
        words.say('paragraphs'),
        markup`${words.number(report.paragraphs.length)}`,
        markup`${words.say('sentences', { count: report.sentences.length })}`,
      ),
      longestParagraph === undefined
        ? undefined
        : figure(
            words.say('longestParagraph'),
            linkTo(
              rendering,
              { span: longestParagraph.span, paragraph: longestParagraph.number },
              withUnit(words.say('charactersOf', { count: longestParagraph.characters })),
            ),
            against(words, longestParagraph.characters, limits.paragraph?.max, (count) =>
              words.number(count),
            ),
          ),
      longestSentence === undefined
        ? undefined
        : figure(
            words.say('longestSentence'),
            linkTo(
              rendering,
              { span: longestSentence.span, paragraph: longestSentence.paragraph },
              withUnit(words.say('charactersOf', { count: longestSentence.characters })),
            ),
            against(words, longestSentence.characters, limits.sentence?.max, (count) => words.number(count)),
          ),
      figure(words.say('findings'), markup`${words.number(report.findings)}`, bySeverity(report, words)),
    ]}</dl>`,
  );
}

function figure(name: string, value: Markup, remark: Markup): Markup {
  return markup`<div><dt>${name}</dt><dd class="value">${value}</dd><dd class="remark">${remark}</dd></div>`;
}

/** A length with its unit set smaller. */
function withUnit(length: string): Markup {
  const [, number, unit] = /^([\d.,]+)\s*(.+)$/u.exec(length) ?? [];
  return number === undefined
    ? markup`<span class="phrase">${length}</span>`
    : markup`${number}<span class="unit"> ${unit}</span>`;
}

function against(
  words: Words,
  value: number,
  limit: number | undefined,
  show: (value: number) => string,
): Markup {
  if (limit === undefined) return markup`${words.say('noLimit')}`;
  if (value <= limit) return markup`${words.say('within', { limit: show(limit) })}`;
  const excess = show(value - limit);
  return markup`<strong>${symbolOf(LOOK_OF_EXCESS.over)}${words.say('over', { limit: show(limit), excess })}</strong>`;
}

function bySeverity({ bySeverity: counts, findings }: DraftReport, words: Words): Markup {
  if (findings === 0) return markup`${words.say('clean')}`;
  return markup`${SEVERITIES.filter((severity) => counts[severity] > 0).map(
    (severity) =>
      markup`<span class="count">${symbolOf(LOOK_OF_SEVERITY[severity])}${words.severity(severity)} ${words.number(counts[severity])}</span> `,
  )}`;
}
