import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the rules' pages. */
export const RULE_PAGES = path.join(import.meta.dirname, '../../docs/rules');

/** A fenced example of a page; its info string is 反例 or 正例, then `markdown` or the rule's options as name=value. */
export interface PageExample {
  readonly kind: string;
  readonly text: string;
  readonly markdown: boolean;
  readonly options: Readonly<Record<string, number>>;
}

/** The examples of a page, in order. */
export function examplesOf(page: string): PageExample[] {
  return [...page.matchAll(/^```(反例|正例)([^\n]*)\n([\s\S]*?)\n```$/gmu)].map((match) => {
    const [, kind = '', info = '', text = ''] = match;
    const options = [...info.matchAll(/(\w+)=(\d+)/gu)].map(
      ([, name = '', value]) => [name, Number(value)] as const,
    );
    return { kind, text, markdown: info.includes('markdown'), options: Object.fromEntries(options) };
  });
}

/** The examples of all pages, in the order of the rules' names. */
export function allExamples(): PageExample[] {
  return readdirSync(RULE_PAGES)
    .sort()
    .flatMap((file) => examplesOf(readFileSync(path.join(RULE_PAGES, file), 'utf8')));
}
