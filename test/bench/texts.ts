import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../evaluate/shared.js';
import { quick } from './measure.js';

/** Characters that the sample text is brought to where the real draft is absent. */
const SAMPLE_LENGTH = 9_000;

/** The text that is measured: the real draft where it is present, else our own drafts one after the other. */
export function benchText(): { readonly name: string; readonly text: string } {
  const real = join(sharedFolder() ?? '../shared', 'drafts/county-office-speech.txt');
  if (existsSync(real)) return { name: 'the real draft', text: readFileSync(real, 'utf8') };
  const own = plainTexts('test/drafts').concat(plainTexts('samples'));
  let text = '';
  for (let i = 0; text.length < SAMPLE_LENGTH && own.length > 0; i++)
    text += `${varied(own[i % own.length] ?? '', i)}\n`;
  return { name: 'our own drafts', text };
}

/** Other texts, for the compiler to warm up on. Never the one that is measured. */
export function warmUpTexts(): string[] {
  const shared = sharedFolder();
  const corpus =
    shared === undefined ? [] : ['govreport', 'speech'].map((kind) => join(shared, 'corpus', kind));
  return [...corpus, 'test/drafts', 'samples']
    .flatMap((folder) => plainTexts(folder))
    .slice(0, quick ? 4 : 24);
}

function plainTexts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
}

/**
 * The same draft with other wording: about every ninth Han character becomes another of the text, so that no
 * paragraph or sentence is one met before and no phrase of ten characters survives by the copying alone.
 * Marks, figures and the characters of ordinals stay.
 */
export function varied(text: string, turn: number): string {
  if (turn === 0) return text;
  const han = (text.match(/[\u4e00-\u9fff]/gu) ?? []).filter(isPlainHan);
  let seen = 0;
  return text.replace(/[\u4e00-\u9fff]/gu, (char) => {
    if (!isPlainHan(char)) return char;
    seen++;
    if ((seen + turn * 4) % 9 !== 0) return char;
    return han[(seen * 7 + turn * 131) % han.length] ?? char;
  });
}

/** A draft of `copies` copies, each in wording of its own; another `turn` gives another draft. */
export function lengthened(text: string, copies: number, turn: number): string {
  const base = varied(text, turn);
  return Array.from({ length: copies }, (_, copy) => varied(base, copy + 1)).join('\n');
}

function isPlainHan(char: string): boolean {
  return (
    /[\u4e00-\u9fff]/u.test(char) && !/[零一二三四五六七八九十两第是要首其再最方面同志们点个]/u.test(char)
  );
}
