import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { attributes, clean, escape, markup, Markup } from './markup.js';
import { COLOURS } from './palette.js';
import type { Place, Rendering } from './rendering.js';

// AriaComponent brings the stripes.
use([BarChart, ScatterChart, GridComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

/** What a mark says and where it leads. */
export interface Mark {
  readonly label: string;
  readonly place: Place;
  /** The row that it stands in, where the arrow keys go up and down by rows. */
  readonly row?: number;
}

/** A chart before it is drawn. */
export interface Chart {
  readonly id: string;
  /** Its accessible name. */
  readonly label: string;
  readonly height: number;
  readonly option: EChartsCoreOption;
  /** By series and data index. A datum without one is decoration. */
  readonly marks: readonly (readonly (Mark | undefined)[])[];
}

/**
 * Draws a chart as SVG: sizes are fixed, colours are the style sheet’s variables, and each mark is a link of which only
 * the first is a tab stop. No style attribute and no style element, which a content security policy would refuse.
 */
export function drawChart(chart: Chart, rendering: Rendering): Markup {
  const { width } = rendering;
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  try {
    instance.setOption({
      animation: false,
      textStyle: { color: COLOURS.muted },
      ...chart.option,
    });
    return frame(chart, rendering, instance.renderToSVGString());
  } finally {
    instance.dispose();
  }
}

function frame(chart: Chart, rendering: Rendering, drawn: string): Markup {
  const id = `${rendering.prefix}${chart.id}`;
  const content = clean(drawn)
    .replace(/^<svg[^>]*>\s*(?:<rect[^>]*><\/rect>)?/u, '')
    .replace(/<\/svg>\s*$/u, '')
    .replaceAll(/<style[^>]*>.*?<\/style>/gsu, '')
    .replaceAll(/ class="zr[^"]*"/gu, '')
    .replaceAll(/ xml:space="preserve"/gu, '')
    .replaceAll(/(id="|url\(#)zr\d+-/gu, `$1${id}-`)
    .replaceAll(/ style="([^"]*)"/gu, (_, style: string) => presentation(style))
    .replaceAll('<text ', '<text aria-hidden="true" ');
  let stops = 0;
  const linked = content.replaceAll(
    /<path([^>]*) ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"([^>]*)><\/path>/gu,
    (_, before: string, series: string, index: string, after: string) => {
      const path = `<path${before}${after.replace(' ecmeta_silent="true"', '')}></path>`;
      const mark = after.includes('ecmeta_silent') ? undefined : chart.marks[Number(series)]?.[Number(index)];
      const target = mark === undefined ? undefined : rendering.link(mark.place);
      if (mark === undefined || target === undefined) return path;
      const link = attributes({
        class: 'mark',
        ...target,
        tabindex: stops++ === 0 ? 0 : -1,
        'aria-label': mark.label,
        'data-mark': `${chart.id}-${series}-${index}`,
        'data-row': mark.row,
      });
      return `<a${link.text}><title>${escape(mark.label)}</title>${path}</a>`;
    },
  );
  const { width } = rendering;
  return markup`<div class="chart"><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${chart.height}" viewBox="0 0 ${width} ${chart.height}" role="group" aria-label="${chart.label}">${new Markup(linked)}</svg><p class="readout" aria-hidden="true"></p></div>`;
}

/** The declarations of a style attribute as attributes of their own. The font is the page’s. */
function presentation(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(([name, value]) => value !== undefined && name !== 'font-family')
    .map(([name = '', value = '']) => ` ${name}="${value}"`)
    .join('');
}
