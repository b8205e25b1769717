import { parser } from '@lezer/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarkdownText } from '../../../server/src/core/report/markdownText.js';
import { checked, context, reportOf, withFindings } from './report.js';
import { cases } from '../../arbitraries/cases.js';

const STRAY = '青石镇的各位同志，今年的春耕 工作已经全面铺开。\n';
const MASKED = '会上，省委**同志提出了要求。\n';

describe('a Markdown report', () => {
  it('begins with all drafts and goes on with the findings of each, in Chinese', () => {
    const files = [
      checked('春耕/a_1.txt', MASKED + STRAY),
      checked('b.txt', '同志们，现在开会。\n'),
      checked('c.md', 'Dear colleagues, this is a speech in English.'),
    ];
    expect(reportOf(createMarkdownText(context()), files, [['d.txt', '读不了。']])).toBe(`# 讲话稿检查结果

共检查 2 篇，1 个错误，1 个警告。

| 讲话稿 | 篇幅 | 错误 | 警告 | 提示 | 轻微提示 |
| --- | --- | ---: | ---: | ---: | ---: |
| 春耕/a\\_1.txt | 38 字，不到 1 分钟 | 1 | 1 |  |  |
| b.txt | 9 字，不到 1 分钟 |  |  |  |  |
| c.md | 不是中文稿，未检查 |  |  |  |  |

## 没能检查

- d.txt：读不了。

## 春耕/a\\_1.txt

### 占位符未替换 \`placeholder-left\`

- **错误** 第 1 行第 6 列：这里的“\\*\\*”是占位符，还没有换成真正的内容，请补上。 「会上，省委\`**\`同志提出了要求。」

### 多余空格 \`stray-space\`

- **警告** 第 2 行第 15 列：这里多了空格，请删去。 「同志，今年的春耕\`␣\`工作已经全面铺开」（可自动改正）
`);
  });

  it('is in English too', () => {
    const report = reportOf(createMarkdownText(context('en')), [checked('a.txt', MASKED, 'en')]);
    expect(report).toContain('1 draft checked, 1 error.');
    expect(report).toContain('- **error** line 1, column 6: ');
  });

  it('says when there was nothing to check, and when nothing was found', () => {
    expect(reportOf(createMarkdownText(context()), [])).toBe('# 讲话稿检查结果\n\n没有可检查的讲话稿。\n');
    expect(
      reportOf(createMarkdownText(context('en')), [checked('b.txt', '同志们，现在开会。\n', 'en')]),
    ).toContain('1 draft checked, nothing found.');
  });

  it('holds no markup but its own, whatever a path or a message holds', () => {
    const allowed = new Set([
      'Document',
      'ATXHeading1',
      'ATXHeading2',
      'ATXHeading3',
      'HeaderMark',
      'Paragraph',
    ]);
    for (const name of ['BulletList', 'ListItem', 'ListMark', 'StrongEmphasis', 'EmphasisMark'])
      allowed.add(name);
    for (const name of ['Escape', 'Entity', 'InlineCode', 'CodeMark']) allowed.add(name);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('\\`*_{}[]<>#|~$!&()-+1. \n\r字a:/"')) }),
        (text) => {
          const file = withFindings(`x${text}`, text, [
            { message: `${text}。`, span: { start: 0, end: text.length } },
          ]);
          const report = reportOf(createMarkdownText(context()), [file], [[`y${text}`, `${text}。`]]);
          parser.parse(report).iterate({
            enter: ({ name }) => {
              expect(allowed, JSON.stringify(report)).toContain(name);
            },
          });
        },
      ),
      cases(100),
    );
  });
});
