import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { createJunitText } from '../../../server/src/core/report/junitText.js';
import type { ReportedFile } from '../../../server/src/core/report/reportText.js';
import { checked, context, reportOf, withFindings } from './report.js';
import { cases } from '../../arbitraries/cases.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Parses strictly; throws for what is not well formed. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function suites(
  files: readonly ReportedFile[],
  errors: readonly (readonly [string, string])[] = [],
): Element {
  return parse(reportOf(createJunitText(context()), files, errors));
}

const STRAY = '青石镇的各位同志，今年的春耕 工作已经全面铺开。\n';

describe('a JUnit report', () => {
  it('has a suite for each draft and a case for each rule with findings', () => {
    const report = suites(
      [
        checked('a.txt', `${STRAY}会上，省委**同志提出了要求。\n`),
        checked('b.txt', '同志们，现在开会。\n'),
        checked('c.txt', 'Dear colleagues, this is a speech in English.'),
      ],
      [['d.txt', '读不了。']],
    );
    expect(report.attributes).toEqual({
      name: 'wenfeng',
      tests: '5',
      failures: '2',
      errors: '1',
      skipped: '1',
    });
    expect(report.children.map(({ attributes }) => attributes['name'])).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
      'd.txt',
    ]);
    const [a, b, c, d] = report.children;
    expect(a?.attributes).toEqual({ name: 'a.txt', tests: '2', failures: '2', errors: '0', skipped: '0' });
    expect(a?.children.map(({ attributes }) => attributes['name'])).toEqual([
      expect.stringContaining('placeholder-left'),
      expect.stringContaining('stray-space'),
    ]);
    const failure = a?.children[1]?.children[0];
    expect(failure?.attributes).toEqual({ type: 'warning', message: '这里多了空格，请删去。' });
    expect(failure?.text).toMatch(/^第 1 行第 15 列：警告：.*「.*春耕␣工作/u);
    expect(b?.children).toMatchObject([{ name: 'testcase', children: [] }]);
    expect(c?.children[0]?.children[0]).toMatchObject({ name: 'skipped' });
    expect(d?.children[0]?.children[0]).toMatchObject({ name: 'error', attributes: { message: '读不了。' } });
  });

  it('lets a case pass whose findings are mild, and tells them all the same', () => {
    const mild = { rule: 'stock-phrase', severity: 'information', message: '套话。' } as const;
    const report = suites([withFindings('a.txt', STRAY, [mild, { ...mild, severity: 'hint' }])]);
    expect(report.attributes).toMatchObject({ tests: '1', failures: '0' });
    expect(report.children[0]?.children[0]?.children[0]).toMatchObject({
      name: 'system-out',
      text: expect.stringMatching(/提示：套话。.*\n.*轻微提示：套话。/u) as string,
    });
  });

  it('is well formed whatever a path, a message or a draft holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (path, text) => {
        const nasty = `${text}\u0000\u0008\uD800\uFFFE]]><&"'\r\n\t`;
        const report = suites([withFindings(path + nasty, nasty, [{ message: nasty }])], [[nasty, nasty]]);
        expect(report.children).toHaveLength(2);
        expect(report.children[0]?.attributes['name']?.endsWith('\uFFFD]]><&"\'\r\n\t')).toBe(true);
      }),
      cases(100),
    );
  });
});
