import type { DraftReport } from '../../core/report/draftReport.js';
import type { WordUse } from '../../core/report/wordUse.js';
import { nameAxis, numberAxis, STILL } from '../axes.js';
import { drawChart } from '../chart.js';
import { markup } from '../markup.js';
import { barStyle, COLOURS } from '../palette.js';
import { dataTable, linkTo, part, type Part, type Rendering } from '../rendering.js';
import type { Words } from '../texts.js';

/** Places that the table links. */
const PLACES = 24;

/** The words that the draft uses most, beside published reports. Without the draft’s text only words of our table. */
export function wordUsePart(report: DraftReport, rendering: Rendering): Part {
  const { words, withText } = rendering;
  const title = words.say('words');
  const used = withText ? report.words : report.words.filter(({ baseline }) => baseline !== undefined);
  const limited = withText
    ? report.allWords
      ? undefined
      : markup`<p class="aside">${words.say('wordsKnown')}</p>`
    : markup`<p class="aside">${words.say('wordsOwn')}</p>`;
  if (used.length === 0) {
    return part(rendering, 'words', title, markup`<p>${words.say('wordsNone')}</p>`, limited);
  }
  const inWords = (use: WordUse): string => {
    const count = words.say('wordCount', { count: use.count, density: words.decimal(use.perThousand) });
    const ratio = ratioOf(use);
    return ratio === undefined
      ? count
      : words.say('bracketed', {
          text: count,
          more: words.say('wordRatio', { ratio: words.decimal(ratio) }),
        });
  };
  const placeOf = ({ places }: WordUse, index = 0) => {
    const place = places[index];
    return place ?? { span: { start: 0, end: 0 }, paragraph: 1 };
  };
  const chart = drawChart(
    {
      id: 'words',
      label: title,
      height: 44 + used.length * 24,
      marks: [used.map((use) => ({ label: words.pair(use.word, inWords(use)), place: placeOf(use) }))],
      option: {
        grid: { left: 92, right: 76, top: 8, bottom: 28 },
        yAxis: nameAxis(
          used.map(({ word }) => word),
          { inverse: true, axisLabel: { color: COLOURS.ink, fontSize: 13 } },
        ),
        xAxis: numberAxis(words.say('colDensity')),
        series: [
          {
            type: 'bar',
            ...STILL,
            barWidth: 12,
            data: used.map(({ perThousand }) => ({
              value: perThousand,
              itemStyle: {
                ...barStyle({ colour: COLOURS.mark, symbol: 'rect' }),
                borderRadius: [0, 2, 2, 0],
              },
            })),
          },
          {
            type: 'scatter',
            silent: true,
            ...STILL,
            symbol: 'rect',
            symbolSize: [3, 20],
            data: used.flatMap(({ baseline }, index) =>
              baseline === undefined ? [] : [{ value: [baseline, index] }],
            ),
            itemStyle: { color: COLOURS.ink, opacity: 1, borderColor: COLOURS.page, borderWidth: 1 },
          },
        ],
      },
    },
    rendering,
  );
  return part(
    rendering,
    'words',
    title,
    markup`<p>${summaryOf(used, words)}</p>`,
    limited,
    chart,
    dataTable(
      rendering,
      'words',
      title,
      [
        words.say('colWord'),
        words.say('colCount'),
        words.say('colDensity'),
        words.say('colReports'),
        words.say('colPlaces'),
      ],
      used.map((use) => [
        use.word,
        use.count,
        words.decimal(use.perThousand),
        use.baseline === undefined ? '—' : words.decimal(use.baseline),
        markup`${use.places
          .slice(0, PLACES)
          .map(
            (place) =>
              markup`${linkTo(rendering, place, words.say('paragraphAt', { number: place.paragraph }))} `,
          )}${use.places.length > PLACES ? words.say('more', { count: use.places.length - PLACES }) : ''}`,
      ]),
    ),
  );
}

function summaryOf(used: readonly WordUse[], words: Words): string {
  const farthest = used
    .filter((use) => (ratioOf(use) ?? 0) > 1)
    .reduce<WordUse | undefined>(
      (most, use) => (most === undefined || (ratioOf(use) ?? 0) > (ratioOf(most) ?? 0) ? use : most),
      undefined,
    );
  return farthest === undefined
    ? words.say('wordsPlain')
    : words.say('wordsSummary', { word: farthest.word, ratio: words.decimal(ratioOf(farthest) ?? 1) });
}

function ratioOf({ perThousand, baseline }: WordUse): number | undefined {
  return baseline === undefined ? undefined : perThousand / baseline;
}
