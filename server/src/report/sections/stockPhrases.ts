import { STOCK_PHRASE_DENSITIES } from '../../core/lexicon/stockPhraseDensities.js';
import type { DraftReport } from '../../core/report/draftReport.js';
import { LINE_ROOM, lineAt, lines, nameAxis, roundAxis, STILL } from '../axes.js';
import { drawChart } from '../chart.js';
import { markup } from '../markup.js';
import { barStyle, COLOURS } from '../palette.js';
import { dataTable, linkTo, part, type Part, type Rendering } from '../rendering.js';

/** Phrases that the summary names. */
const NAMED = 5;

/** How thick stock phrases stand in each paragraph, beside published reports and plain prose. */
export function stockPhrasesPart(report: DraftReport, rendering: Rendering): Part {
  const { words } = rendering;
  const { stock, paragraphs } = report;
  const title = words.say('stock');
  const reports = words.decimal(STOCK_PHRASE_DENSITIES.reports);
  const plain = words.decimal(STOCK_PHRASE_DENSITIES.plainProse);
  if (stock.count === 0) {
    return part(rendering, 'stock', title, markup`<p>${words.say('stockNone', { reports, plain })}</p>`);
  }
  const density = words.decimal(stock.perThousand);
  const summary = words.say('stockSummary', { count: stock.count, density, reports, plain });
  const most = stock.most
    .filter(({ count }) => count > 1)
    .slice(0, NAMED)
    .map(({ phrase, count }) => `“${phrase}”×${words.number(count)}`)
    .join(words.language === 'zh' ? '、' : ', ');
  const remark = markup`<p>${words.sentences(summary, rendering.withText && most !== '' ? words.say('stockMost', { words: most }) : '')}</p>`;
  if (stock.paragraphs.length === 0) {
    return part(rendering, 'stock', title, remark, markup`<p>${words.say('stockShort')}</p>`);
  }
  const byParagraph = new Map(stock.paragraphs.map((one) => [one.paragraph, one]));
  const inOrder = paragraphs.map(({ number }) => byParagraph.get(number));
  const chart = drawChart(
    {
      id: 'stock',
      label: title,
      height: 220,
      marks: [
        inOrder.map((one) =>
          one === undefined
            ? undefined
            : {
                label: words.pair(
                  words.say('paragraphAt', { number: one.paragraph }),
                  words.say('bracketed', {
                    text: words.say('times', { count: one.count }),
                    more: words.say('perThousand', { density: words.decimal(one.perThousand) }),
                  }),
                ),
                place: one,
              },
        ),
      ],
      option: {
        grid: { left: 44, right: LINE_ROOM, top: 30, bottom: 28 },
        xAxis: nameAxis(paragraphs.map(({ number }) => String(number))),
        yAxis: roundAxis(
          words.say('colDensity'),
          Math.max(STOCK_PHRASE_DENSITIES.reports, ...stock.paragraphs.map(({ perThousand }) => perThousand)),
        ),
        series: [
          {
            type: 'bar',
            ...STILL,
            barMaxWidth: 28,
            barMinHeight: 2,
            barCategoryGap: '20%',
            data: inOrder.map((one) =>
              one === undefined
                ? { value: null }
                : {
                    value: one.perThousand,
                    itemStyle: barStyle({ colour: COLOURS.mark, symbol: 'rect' }),
                  },
            ),
            markLine: lines([
              lineAt(STOCK_PHRASE_DENSITIES.reports, words.say('reportsLine', { density: reports }), -4),
              lineAt(STOCK_PHRASE_DENSITIES.plainProse, words.say('plainLine', { density: plain }), 5),
            ]),
          },
        ],
      },
    },
    rendering,
  );
  return part(
    rendering,
    'stock',
    title,
    remark,
    chart,
    dataTable(
      rendering,
      'stock',
      title,
      [words.say('colParagraph'), words.say('colCount'), words.say('colDensity')],
      stock.paragraphs.map((one) => [
        linkTo(rendering, one, String(one.paragraph), words.say('paragraphAt', { number: one.paragraph })),
        one.count,
        words.decimal(one.perThousand),
      ]),
    ),
  );
}
