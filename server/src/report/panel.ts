import type { DraftReport, NothingToReport } from '../core/report/draftReport.js';
import type { Language } from '../core/localized.js';
import type { Span } from '../core/text/span.js';
import { markup } from './markup.js';
import { partsOf } from './parts.js';
import { Words } from './texts.js';

/** How the report in an editor is made. */
export interface PanelOptions {
  readonly language: Language;
  /** Room for a chart, in pixels. */
  readonly width: number;
  /** What the link to a place carries, for whoever follows it. */
  readonly placeOf: (span: Span) => string;
}

/** A section of the report, as HTML in which everything is escaped. */
export interface PanelPart {
  readonly id: string;
  readonly html: string;
}

/** The report on an open draft, in sections that can be replaced one by one. Its links say a place in `data-place`. */
export function renderPanel(
  report: DraftReport | NothingToReport,
  { language, width, placeOf }: PanelOptions,
): readonly PanelPart[] {
  const words = new Words(language);
  if (typeof report === 'string')
    return [
      { id: 'nothing', html: markup`<p class="notice" role="status">${words.nothing(report)}</p>`.text },
    ];
  return partsOf(report, {
    words,
    withText: true,
    width,
    prefix: '',
    link: ({ span }) => ({ href: '#', 'data-place': placeOf(span) }),
  }).map((part) => ({ id: part.id, html: part.html.text }));
}
