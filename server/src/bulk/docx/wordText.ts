import type { WordParagraph } from './body.js';

/** The text of a Word document: a paragraph a line, with what automatic numbering writes before it. */
export function plainText(paragraphs: readonly WordParagraph[]): string {
  return paragraphs.map((paragraph) => `${labelled(paragraph, paragraph.text)}\n`).join('');
}

/** The same in Markdown: headings by their styles, and bullets as lists. */
export function markdownText(paragraphs: readonly WordParagraph[]): string {
  return paragraphs
    .map((paragraph, index) => {
      const text = labelled(paragraph, escaped(paragraph.text));
      // A hash makes six levels of headings at most.
      if (paragraph.heading > 0) return `${'#'.repeat(Math.min(paragraph.heading, 6))} ${text}\n\n`;
      if (!paragraph.bullet) return `${withoutMarker(text)}\n\n`;
      return `- ${text}\n${paragraphs[index + 1]?.bullet === true ? '' : '\n'}`;
    })
    .join('')
    .replace(/\n\n$/u, '\n');
}

/** A tab parts the label from the text as in Word, but where a mark does so. */
function labelled({ label }: WordParagraph, text: string): string {
  return label === '' ? text : `${label}${/[\p{P}\p{No}]$/u.test(label) ? '' : '\t'}${text}`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&').replace(/&(?=[#\w]+;)/gu, '&amp;');
}

/** Text that does not begin as a list or an underlined heading does; only Markdown's own marks would be lost. */
function withoutMarker(text: string): string {
  return text.replace(/^(\d+)([.)])/u, '$1\\$2').replace(/^[-+=]/u, '\\$&');
}
