import { describe, expect, it } from 'vitest';
import { createGithubText } from '../../../server/src/core/report/githubText.js';
import { checked, context, reportOf, withFindings } from './report.js';

const STRAY = '同志们：\n青石镇的各位同志，今年的春耕 工作已经全面铺开。\n';

describe('workflow commands of GitHub Actions', () => {
  it('name the file, the place and the rule, a finding a line', () => {
    expect(reportOf(createGithubText(context()), [checked('春耕/a.txt', STRAY)])).toBe(
      '::warning file=春耕/a.txt,line=2,endLine=2,col=15,endColumn=16,title=多余空格 (stray-space)::这里多了空格，请删去。\n',
    );
    expect(reportOf(createGithubText(context('en')), [checked('a.txt', STRAY, 'en')])).toContain(
      'title=Stray space (stray-space)::',
    );
  });

  it('cannot be led astray by names and messages', () => {
    const file = withFindings('a,b:c%0A\n::error::.txt', STRAY, [{ message: '百分之100%\r\n::error::假的' }]);
    const report = reportOf(createGithubText(context()), [file], [['x,y.txt', '一行\n两行']]);
    expect(report.split('\n')).toHaveLength(3);
    expect(report).toContain('file=a%2Cb%3Ac%250A%0A%3A%3Aerror%3A%3A.txt,');
    expect(report).toContain('::百分之100%25%0D%0A::error::假的\n');
    expect(report).toContain('::error file=x%2Cy.txt::一行%0A两行\n');
  });

  it('give no columns where a finding goes over a line’s end, and mild findings as notices', () => {
    const report = reportOf(createGithubText(context()), [
      withFindings('a.txt', STRAY, [{ span: { start: 0, end: 7 }, severity: 'hint' }]),
    ]);
    expect(report).toMatch(/^::notice file=a\.txt,line=1,endLine=2,title=/u);
  });

  it('are none when nothing was found', () => {
    expect(reportOf(createGithubText(context()), [checked('a.txt', '同志们，现在开会。\n')])).toBe('');
  });
});
