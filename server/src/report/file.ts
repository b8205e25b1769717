import { createHash } from 'node:crypto';
import type { Draft, Paragraph } from '../core/draft/model.js';
import type { DraftReport, NothingToReport } from '../core/report/draftReport.js';
import type { Language } from '../core/localized.js';
import { markup, Markup } from './markup.js';
import script from './marks.browser.js';
import { partsOf } from './parts.js';
import type { Linker, Place, Rendering } from './rendering.js';
import style from './report.css';
import { Words } from './texts.js';

/** A draft in a report file. */
export interface ReportedDraft {
  /** What the draft is called. */
  readonly name: string;
  readonly draft: Draft;
  readonly report: DraftReport | NothingToReport;
}

/** How a report file is made. */
export interface FileOptions {
  readonly language: Language;
  /** Whether the drafts’ own words go into the file; without them it tells figures and places only. */
  readonly includeText: boolean;
  /** Drafts that could not be read or checked, and why in one sentence. */
  readonly errors?: readonly { readonly name: string; readonly reason: string }[];
}

/** Room for a chart in a file, in pixels. */
const WIDTH = 800;

/**
 * A report as one HTML file that needs nothing else: no address is looked up, one script runs, and both it and the style
 * sheet are allowed by their hashes alone.
 */
export function renderFile(drafts: readonly ReportedDraft[], options: FileOptions): string {
  const words = new Words(options.language);
  const [only] = drafts;
  const title =
    drafts.length === 1 && only !== undefined
      ? `${only.name} · ${words.say('report')}`
      : words.say(drafts.length === 0 ? 'report' : 'reports', { count: drafts.length });
  const articles = drafts.map((draft, index) => article(draft, index, drafts.length > 1, words, options));
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${drafts.length === 1 ? undefined : contents(drafts, title, words)}
${failures(options.errors ?? [], words)}
${articles}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}

function failures(errors: NonNullable<FileOptions['errors']>, words: Words): Markup | undefined {
  if (errors.length === 0) return undefined;
  const entries = errors.map(({ name, reason }) => markup`<li>${words.pair(name, reason)}</li>`);
  return markup`<section class="failures" aria-labelledby="failures"><h2 id="failures">${words.say('failures')}</h2><ul>${entries}</ul></section>`;
}

function contents(drafts: readonly ReportedDraft[], title: string, words: Words): Markup {
  const heading = markup`<h1>${title}</h1>`;
  if (drafts.length === 0) return markup`${heading}<p class="notice">${words.say('none')}</p>`;
  const entries = drafts.map(
    ({ name, report }, index) =>
      markup`<li><a href="#d${index + 1}">${name}</a> <span class="tally">${summary(report, words)}</span></li>`,
  );
  return markup`${heading}<nav id="drafts" aria-label="${words.say('drafts')}"><ol class="drafts">${entries}</ol></nav>`;
}

function summary(report: DraftReport | NothingToReport, words: Words): string {
  if (typeof report === 'string') return words.nothing(report);
  return [
    words.say('charactersOf', { count: report.characters }),
    words.minutes(report.minutes),
    words.pair(words.say('findings'), words.number(report.findings)),
  ].join(' · ');
}

function article(
  { name, draft, report }: ReportedDraft,
  index: number,
  oneOfMany: boolean,
  words: Words,
  { includeText }: FileOptions,
): Markup {
  const id = `d${String(index + 1)}`;
  const prefix = `${id}-`;
  const rendering: Rendering = {
    words,
    withText: includeText,
    width: WIDTH,
    prefix,
    link: includeText ? toText(draft, prefix) : toRow(prefix),
  };
  const heading = oneOfMany ? markup`<h2 class="draft">${name}</h2>` : markup`<h1>${name}</h1>`;
  const back = oneOfMany ? markup`<p class="back"><a href="#drafts">${words.say('back')}</a></p>` : undefined;
  return markup`<article id="${id}" aria-label="${name}">${heading}${bodyOf(draft, report, rendering)}${back}</article>`;
}

function bodyOf(draft: Draft, report: DraftReport | NothingToReport, rendering: Rendering): Markup {
  const { words, withText } = rendering;
  if (typeof report === 'string') return markup`<p class="notice">${words.nothing(report)}</p>`;
  const subtitle = `${words.say('report')} · ${words.say('keys')}`;
  const parts = partsOf(report, rendering).map((part) => part.html);
  return markup`<p class="subtitle">${subtitle}</p>${parts}${withText ? textOf(draft, rendering) : undefined}`;
}

/** Without the text a mark leads to the row that tells of its finding or its paragraph. */
function toRow(prefix: string): Linker {
  return ({ paragraph, finding }) => ({
    href: finding === undefined ? `#${prefix}p${String(paragraph)}` : `#${prefix}f${String(finding)}`,
  });
}

/** A mark leads to the sentence that it is about. */
function toText({ paragraphs }: Draft, prefix: string): Linker {
  return ({ paragraph: number, span }: Place) => {
    const paragraph = paragraphs[number - 1];
    const sentence = paragraph?.analysis.sentences.findLastIndex(
      ({ start }) => paragraph.span(start, start).start <= span.start,
    );
    const whole = paragraph === undefined || span.end >= paragraph.span(0, paragraph.text.length).end;
    return {
      href:
        sentence === undefined || sentence < 0 || (whole && sentence === 0)
          ? `#${prefix}t${String(number)}`
          : `#${prefix}t${String(number)}-${String(sentence + 1)}`,
    };
  };
}

function textOf({ paragraphs }: Draft, { words, prefix }: Rendering): Markup {
  const id = `${prefix}text`;
  const shown = paragraphs.map((paragraph) => {
    const own = `${prefix}t${String(paragraph.index + 1)}`;
    const content = markup`<span class="at">${paragraph.index + 1}</span>${sentencesOf(paragraph, own)}`;
    return paragraph.kind === 'heading'
      ? markup`<h3 id="${own}">${content}</h3>`
      : markup`<p id="${own}">${content}</p>`;
  });
  return markup`<section id="${id}" class="text" aria-labelledby="${id}-title"><h2 id="${id}-title">${words.say('text')}</h2>${shown}</section>`;
}

/** The prose of a paragraph with an anchor at each sentence. */
function sentencesOf({ text, analysis }: Paragraph, id: string): Markup {
  const { sentences } = analysis;
  if (sentences.length === 0) return markup`${text}`;
  return markup`${sentences.map(({ start }, index) => {
    const end = sentences[index + 1]?.start ?? text.length;
    return markup`<span id="${id}-${index + 1}">${text.slice(index === 0 ? 0 : start, end)}</span>`;
  })}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
