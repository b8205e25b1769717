import type { DraftReport } from '../../core/report/draftReport.js';
import type { SectionMinutes } from '../../core/report/sectionMinutes.js';
import { nameAxis, numberAxis, STILL } from '../axes.js';
import { drawChart } from '../chart.js';
import { markup } from '../markup.js';
import { barStyle, COLOURS } from '../palette.js';
import { dataTable, linkTo, part, fit, labelRoom, type Part, type Rendering } from '../rendering.js';

/** How long each section takes, as a bar. */
export function sectionMinutesPart(report: DraftReport, rendering: Rendering): Part {
  const { words } = rendering;
  const { sections } = report;
  const title = words.say('sections');
  const longest = sections
    .filter(({ depth }) => depth === 0)
    .reduce<SectionMinutes | undefined>(
      (most, one) => (most === undefined || one.characters > most.characters ? one : most),
      undefined,
    );
  if (longest === undefined) {
    const minutes = words.minutes(report.minutes);
    return part(rendering, 'sections', title, markup`<p>${words.say('sectionsNone', { minutes })}</p>`);
  }
  const nameOf = ({ number, name }: SectionMinutes): string => {
    if (number === '0') return words.say('opening');
    return rendering.withText ? name : words.say('sectionAt', { number });
  };
  const inWords = ({ minutes, share }: SectionMinutes): string =>
    words.say('bracketed', { text: words.minutes(minutes), more: words.percent(share) });
  const places = sections.map(({ span, paragraph }) => ({ span, paragraph }));
  const labelOf = (section: SectionMinutes): string => `${section.depth === 1 ? '　' : ''}${nameOf(section)}`;
  const left = labelRoom(rendering, sections.map(labelOf));
  const chart = drawChart(
    {
      id: 'sections',
      label: title,
      height: 44 + sections.length * 26,
      marks: [
        sections.map((section, index) => ({
          label: words.pair(nameOf(section), inWords(section)),
          place: places[index] ?? { span: section.span, paragraph: 1 },
        })),
      ],
      option: {
        grid: { left, right: 96, top: 8, bottom: 28 },
        yAxis: nameAxis(
          sections.map((section) => fit(labelOf(section), left)),
          { inverse: true, axisLabel: { color: COLOURS.ink, fontSize: 12 } },
        ),
        xAxis: {
          ...numberAxis(''),
          splitLine: { show: false },
          axisLabel: { color: COLOURS.muted, fontSize: 12, hideOverlap: true },
        },
        series: [
          {
            type: 'bar',
            ...STILL,
            barMinHeight: 2,
            data: sections.map((section) => ({
              value: section.minutes,
              itemStyle: {
                ...barStyle({ colour: section.depth === 0 ? COLOURS.mark : COLOURS.quiet, symbol: 'rect' }),
                borderRadius: [0, 2, 2, 0],
              },
              label: {
                show: true,
                position: 'right',
                formatter: () => inWords(section),
                color: COLOURS.ink,
                textBorderWidth: 0,
              },
            })),
            barWidth: 14,
          },
        ],
      },
    },
    rendering,
  );
  return part(
    rendering,
    'sections',
    title,
    markup`<p>${words.say('sectionsSummary', { name: quoted(nameOf(longest)), minutes: words.minutes(longest.minutes), share: words.percent(longest.share) })}</p>`,
    chart,
    dataTable(
      rendering,
      'sections',
      title,
      [words.say('colSection'), words.say('colCharacters'), words.say('colMinutes'), words.say('colShare')],
      sections.map((section, index) => [
        linkTo(rendering, places[index] ?? { span: section.span, paragraph: 1 }, nameOf(section)),
        section.characters,
        words.minutes(section.minutes),
        words.percent(section.share),
      ]),
    ),
  );
}

function quoted(name: string): string {
  return `“${name}”`;
}
