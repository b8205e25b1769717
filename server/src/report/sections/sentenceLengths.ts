import type { DraftReport } from '../../core/report/draftReport.js';
import { courseAxis, STILL } from '../axes.js';
import { drawChart } from '../chart.js';
import { legend } from '../legend.js';
import { markup } from '../markup.js';
import { COLOURS, LOOK_OF_EXCESS } from '../palette.js';
import { dataTable, linkTo, part, type Part, type Rendering } from '../rendering.js';
import type { Words } from '../texts.js';
import { judgement, LENGTH_GRID, lengthAxis, lengthInWords, limitLine } from './lengthChart.js';

/** The length of every sentence as a dot where it stands in the speech, with the limit across. */
export function sentenceLengthsPart(report: DraftReport, rendering: Rendering): Part {
  const { words } = rendering;
  const { sentences, limits, minutes } = report;
  const title = words.say('sentenceLengths');
  const limit = limits.sentence;
  const nameOf = ({ paragraph, number }: { paragraph: number; number: number }): string =>
    words.say('sentenceAt', { paragraph, number });
  const chart = drawChart(
    {
      id: 'sentences',
      label: title,
      height: 240,
      marks: [
        sentences.map((sentence) => ({
          label: words.pair(nameOf(sentence), lengthInWords(words, sentence.characters, sentence.excess)),
          place: sentence,
        })),
      ],
      option: {
        grid: LENGTH_GRID,
        xAxis: courseAxis(minutes, words.say('minute')),
        yAxis: lengthAxis(words, sentences, limit?.max),
        series: [
          {
            type: 'scatter',
            ...STILL,
            data: sentences.map(({ at, characters, excess }) => ({
              value: [at * minutes, characters],
              symbol: LOOK_OF_EXCESS[excess].symbol,
              symbolSize: excess === 'within' ? 8 : 12,
              itemStyle: {
                color: LOOK_OF_EXCESS[excess].colour,
                opacity: 1,
                borderColor: COLOURS.page,
                borderWidth: 0.6,
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
    'sentence-lengths',
    title,
    markup`<p>${summaryOf(report, words)}</p>`,
    chart,
    legend(
      words,
      (['within', 'over', 'far over'] as const)
        .filter((excess) => sentences.some((sentence) => sentence.excess === excess))
        .map((excess) => ({ look: LOOK_OF_EXCESS[excess], text: judgement(words, excess) })),
    ),
    dataTable(
      rendering,
      'sentence-lengths',
      title,
      [
        words.say('colParagraph'),
        words.say('colSentence'),
        words.say('colCharacters'),
        words.say('colJudgement'),
      ],
      sentences.map((sentence) => [
        sentence.paragraph,
        linkTo(rendering, sentence, String(sentence.number), nameOf(sentence)),
        sentence.characters,
        judgement(words, sentence.excess),
      ]),
    ),
  );
}

function summaryOf({ sentences, longestSentence, limits }: DraftReport, words: Words): string {
  const data = { count: sentences.length, longest: longestSentence?.characters ?? 0 };
  if (limits.sentence === undefined) return words.say('sentenceLengthsNone', data);
  const over = sentences.filter(({ excess }) => excess !== 'within').length;
  const limited = { ...data, over, limit: limits.sentence.max };
  return words.say(over === 0 ? 'sentenceLengthsFine' : 'sentenceLengthsOver', limited);
}
