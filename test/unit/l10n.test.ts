import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const manifestTexts = ['package.nls.json', 'package.nls.zh-cn.json'];

describe('texts of the client', () => {
  const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('client/src', name), 'utf8'));
  const used = new Set(sources.flatMap(localizedStrings));
  const chinese = readTexts('l10n/bundle.l10n.zh-cn.json');

  it('are found in the sources', () => {
    expect(used).toContain('Checking drafts');
    expect(used.size).toBeGreaterThan(40);
  });

  it('have a Chinese form, and no other text has', () => {
    expect([...used].filter((text) => !chinese.has(text))).toEqual([]);
    expect([...chinese.keys()].filter((key) => ![...used].includes(key))).toEqual([]);
  });

  it('say the same values in Chinese', () => {
    for (const text of used) {
      expect(placeholders(chinese.get(text) ?? ''), text).toEqual(placeholders(text));
    }
  });
});

describe('texts of the manifest', () => {
  const used = new Set(
    [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/gu)].map(([, key]) => key ?? ''),
  );

  it.each(manifestTexts)('stand in %s, and no others do', (file) => {
    const texts = readTexts(file);
    expect([...used].filter((key) => !texts.has(key))).toEqual([]);
    expect([...texts.keys()].filter((key) => !used.has(key))).toEqual([]);
    expect([...texts.values()].filter((text) => text.trim() === '')).toEqual([]);
  });
});

/**
 * The first argument of each call of l10n.t: a text, or an object with a message and a comment, which VS Code looks
 * up as `message/comment`. Any other is a fault.
 */
function localizedStrings(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 't' &&
      node.expression.expression.getText().endsWith('l10n')
    ) {
      found.push(messageOf(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

function messageOf(call: ts.CallExpression): string {
  const [argument] = call.arguments;
  if (argument !== undefined && ts.isStringLiteralLike(argument)) return argument.text;
  if (argument !== undefined && ts.isObjectLiteralExpression(argument)) {
    const values = new Map(
      argument.properties
        .filter((property) => ts.isPropertyAssignment(property))
        .map((property) => [property.name.getText(), property.initializer]),
    );
    const message = values.get('message');
    const comment = values.get('comment');
    if (message !== undefined && ts.isStringLiteralLike(message) && comment !== undefined) {
      const comments = ts.isArrayLiteralExpression(comment) ? [...comment.elements] : [comment];
      return [message, ...comments].map((text) => (ts.isStringLiteralLike(text) ? text.text : '')).join('/');
    }
  }
  throw new Error(`not a text that can be looked up: ${call.getText()}`);
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/gu)].map(([placeholder]) => placeholder).sort();
}

function readTexts(file: string): Map<string, string> {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(content as Record<string, string>));
}
