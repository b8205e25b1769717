import { describe, expect, it } from 'vitest';
import { createCsvText } from '../../../server/src/core/report/csvText.js';
import { STRAY } from '../../cli/drafts.js';
import { checked, context, reportOf } from './report.js';

describe('the table for spreadsheets', () => {
  it('has a finding a row, and what could not be read', () => {
    const report = reportOf(
      createCsvText(context('en')),
      [checked('春耕/a.txt', STRAY, 'en')],
      [['b.txt', 'It is locked, or gone.']],
    );
    expect(report.startsWith('\ufeffDraft,Line,Column,Severity,Rule,Finding\r\n')).toBe(true);
    const [, first, last] = report.split('\r\n');
    expect(first).toMatch(/^春耕\/a\.txt,\d+,\d+,warning,Stray space,/u);
    expect(last).toBe('b.txt,,,not read,,"It is locked, or gone."');
    expect(report.endsWith('\r\n')).toBe(true);
  });

  it('speaks Chinese', () => {
    expect(reportOf(createCsvText(context()), [checked('a.txt', STRAY)])).toMatch(
      /^\ufeff稿子,行,列,轻重,规则,问题\r\na\.txt,\d+,\d+,警告,/u,
    );
  });

  it('keeps quotation marks, and lets nothing pass for a formula', () => {
    const report = reportOf(createCsvText(context()), [], [['=1+1.txt', '他说"不"']]);
    expect(report).toContain('\'=1+1.txt,,,没能读取,,"他说""不"""\r\n');
    for (const mark of '=+-@＝＋－＠') {
      const name = `${mark}cmd|' /C calc'!A0.txt`;
      expect(reportOf(createCsvText(context()), [], [[name, '锁着']])).toContain(`\r\n'${name},`);
    }
  });
});
