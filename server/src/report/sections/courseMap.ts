import { courseAxis, nameAxis, STILL } from '../axes.js';
import { drawChart, type Mark } from '../chart.js';
import type { Markup } from '../markup.js';
import { COLOURS, type Look } from '../palette.js';
import { fit, labelRoom, type Rendering } from '../rendering.js';

/** A row of a map: one thing, and its places in the course of the speech. */
export interface MapRow {
  readonly name: string;
  readonly marks: readonly (Mark & { readonly at: number; readonly look: Look })[];
}

/** A map of a speech: rows of things, with a mark wherever in the speech one stands. */
export function courseMap(
  id: string,
  label: string,
  rows: readonly MapRow[],
  minutes: number,
  rendering: Rendering,
): Markup {
  const left = labelRoom(
    rendering,
    rows.map(({ name }) => name),
  );
  const marks = rows.flatMap((row, index) => row.marks.map((mark) => ({ ...mark, row: index })));
  return drawChart(
    {
      id,
      label,
      height: 34 + rows.length * 26,
      marks: [marks],
      option: {
        grid: { left, right: 44, top: 14, bottom: 46 },
        yAxis: nameAxis(
          rows.map(({ name }) => fit(name, left)),
          {
            inverse: true,
            boundaryGap: false,
            axisLine: { show: false },
            axisLabel: { color: COLOURS.ink, fontSize: 12 },
            splitLine: { show: true, lineStyle: { color: COLOURS.line } },
          },
        ),
        xAxis: {
          ...courseAxis(minutes, rendering.words.say('minute')),
          splitLine: { show: false },
          offset: 14,
        },
        series: [
          {
            type: 'scatter',
            ...STILL,
            data: marks.map(({ at, row, look }) => ({
              value: [at * minutes, row],
              symbol: look.symbol,
              symbolSize: look.symbol === 'circle' || look.symbol === 'rect' ? 11 : 13,
              itemStyle: { color: look.colour, opacity: 1, borderColor: COLOURS.page, borderWidth: 0.8 },
            })),
          },
        ],
      },
    },
    rendering,
  );
}
