import { perParagraph } from '../draft/perParagraph.js';

/** The UTF-16 code units of a text. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = text.charCodeAt(i);
  return codes;
}

/** Those of a paragraph's text. */
export const codesIn = perParagraph(({ text }) => codesOf(text));
