import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../client/src/structures/snippetText.js';
import { snippetOfText } from '../../../server/src/core/structures/fields.js';
import { cases } from '../../arbitraries/cases.js';

describe('text with places to fill in', () => {
  it.each([
    ['同志们：', '同志们：$0'],
    ['【时间】，在【地点】开会。', '${1:【时间】}，在${2:【地点】}开会。$0'],
    ['${1:去年}，$2同志在【地点】。', '${1:去年}，${2}同志在${3:【地点】}。$0'],
    ['我讲${2|两,三|}点，${1:【谁】}听', '我讲${2|两,三|}点，${1:【谁】}听$0'],
    ['$0同志们：', '${0}同志们：'],
    ['收$5，付\\$5', '收${5}，付\\$5$0'],
    ['${1|甲\\,乙,丙|}', '${1|甲\\,乙,丙|}$0'],
    ['${1:甲\\}乙}', '${1:甲\\}乙}$0'],
  ])('%s is %s', (text, snippet) => {
    expect(snippetOfText(text)).toBe(snippet);
  });

  it.each([
    '$CLIPBOARD',
    '${CLIPBOARD}',
    '$TM_FILENAME ${TM_SELECTED_TEXT:x}',
    '${1/(.*)/x/}',
    '${1:a${CLIPBOARD}b}',
    '${1||}',
    '${1|,|}',
    '${',
    '$12345',
    'a\\b } $',
  ])('%s stands for itself', (text) => {
    const snippet = snippetOfText(text);
    expect(plainText(snippet)).toBe(text);
    expect(commandsOf(snippet)).toEqual([]);
  });

  it('never holds anything but tab stops, and reads as it was written', () => {
    const token = fc.constantFrom(
      '$',
      '{',
      '}',
      '|',
      ',',
      '\\',
      ':',
      '/',
      '1',
      '0',
      'CLIPBOARD',
      '【',
      '】',
      '字',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 24 }).map((parts) => parts.join('')),
        (text) => {
          expect(commandsOf(snippetOfText(text))).toEqual([]);
        },
      ),
      cases(3000),
    );
  });
});

/**
 * Whatever VS Code would take for a variable or a transformation: a dollar that no backslash takes for what it is,
 * and that begins no tab stop with nothing, a default without tab stops, or options.
 */
function commandsOf(snippet: string): string[] {
  const rest = snippet
    .replaceAll(/\$\{\d+\|(?:\\[\\,|]|[^\\|])+\|\}/gu, '')
    .replaceAll(/\\[$}\\]/gu, '')
    .replaceAll(/\$\{\d+(?::[^$}\\]*)?\}|\$\d+/gu, '');
  return [...rest.matchAll(/[$}\\]/gu)].map(([found]) => found);
}
