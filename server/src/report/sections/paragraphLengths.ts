import type { DraftReport } from '../../core/report/draftReport.js';
import type { ParagraphLength } from '../../core/report/lengths.js';
import { nameAxis, STILL } from '../axes.js';
import { drawChart } from '../chart.js';
import { legend } from '../legend.js';
import { markup } from '../markup.js';
import { barStyle, COLOURS, LOOK_OF_EXCESS, type Look } from '../palette.js';
import { dataTable, linkTo, part, type Part, type Rendering } from '../rendering.js';
import type { Words } from '../texts.js';
import { judgement, LENGTH_GRID, lengthAxis, lengthInWords, limitLine } from './lengthChart.js';

/** A heading is short by nature. */
const HEADING: Look = { colour: COLOURS.quiet, symbol: 'rect' };

/** The length of every paragraph as a bar, in order, with the limit across. */
export function paragraphLengthsPart(report: DraftReport, rendering: Rendering): Part {
  const { words } = rendering;
  const { paragraphs, limits } = report;
  const title = words.say('paragraphLengths');
  const summary = summaryOf(report, words);
  const limit = limits.paragraph;
  const chart = drawChart(
    {
      id: 'paragraphs',
      label: title,
      height: 240,
      marks: [
        paragraphs.map((paragraph) => ({
          label: words.pair(
            words.say('paragraphAt', { number: paragraph.number }),
            lengthInWords(words, paragraph.characters, paragraph.excess),
          ),
          place: { span: paragraph.span, paragraph: paragraph.number },
        })),
      ],
      option: {
        grid: LENGTH_GRID,
        xAxis: nameAxis(paragraphs.map(({ number }) => String(number))),
        yAxis: lengthAxis(words, paragraphs, limit?.max),
        series: [
          {
            type: 'bar',
            ...STILL,
            barMaxWidth: 28,
            barMinHeight: 2,
            barCategoryGap: '20%',
            data: paragraphs.map((paragraph) => ({
              value: paragraph.characters,
              itemStyle: barStyle(lookOf(paragraph)),
              label: {
                show: paragraph.excess !== 'within',
                position: 'top',
                color: COLOURS.ink,
                textBorderWidth: 0,
              },
            })),
            ...limitLine(words, limit?.max),
          },
        ],
      },
    },
    rendering,
  );
  return part(
    rendering,
    'paragraph-lengths',
    title,
    markup`<p>${summary}</p>`,
    chart,
    legend(words, legendOf(paragraphs, words), 'bars'),
    dataTable(
      rendering,
      'paragraph-lengths',
      title,
      [words.say('colParagraph'), words.say('colCharacters'), words.say('colJudgement')],
      paragraphs.map((paragraph) => [
        linkTo(
          rendering,
          { span: paragraph.span, paragraph: paragraph.number },
          String(paragraph.number),
          words.say('paragraphAt', { number: paragraph.number }),
        ),
        paragraph.characters,
        judgement(words, paragraph.excess),
      ]),
      (index) => `${rendering.prefix}p${String(index + 1)}`,
    ),
  );
}

function lookOf({ kind, excess }: ParagraphLength): Look {
  return kind === 'heading' && excess === 'within' ? HEADING : LOOK_OF_EXCESS[excess];
}

function legendOf(paragraphs: readonly ParagraphLength[], words: Words) {
  const looks = new Set(paragraphs.map(lookOf));
  return [
    { look: LOOK_OF_EXCESS.within, text: words.say('inOrder') },
    { look: HEADING, text: words.say('heading') },
    { look: LOOK_OF_EXCESS.over, text: words.say('tooLong') },
    { look: LOOK_OF_EXCESS['far over'], text: words.say('farTooLong') },
  ].filter(({ look }) => looks.has(look));
}

function summaryOf({ paragraphs, longestParagraph, limits }: DraftReport, words: Words): string {
  const data = { count: paragraphs.length, longest: longestParagraph?.characters ?? 0 };
  if (limits.paragraph === undefined) return words.say('paragraphLengthsNone', data);
  const over = paragraphs.filter(({ excess }) => excess !== 'within').length;
  const limited = { ...data, over, limit: limits.paragraph.max };
  return words.say(over === 0 ? 'paragraphLengthsFine' : 'paragraphLengthsOver', limited);
}
