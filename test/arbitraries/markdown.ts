import fc from 'fast-check';
import { headingWords } from './prose.js';

/** Words of Chinese with Markdown in and around them, whole and broken. */
const INLINE: readonly ((words: string) => string)[] = [
  (words) => `**${words}**`,
  (words) => `*${words}*`,
  (words) => `__${words}_`,
  (words) => `~~${words}~~`,
  (words) => `\`${words}\``,
  (words) => `\`\`${words}\``,
  (words) => `[${words}](https://example.com/甲?b=(c))`,
  (words) => `[${words}](<a b> "${words}")`,
  (words) => `[${words}][1]\n\n[1]: https://example.com "题"`,
  (words) => `![${words}](a.png)`,
  (words) => `<b class="x">${words}</b>`,
  (words) => `<!-- ${words} -->`,
  (words) => `<!-- wenfeng-ignore -->${words}`,
  (words) => `<!-- 文风忽略：数目与列项不符 -->\n${words}`,
  (words) => `<!-- wenfeng-ignore-start stray-space -->\n${words}\n\n<!-- wenfeng-ignore-end -->`,
  (words) => `&nbsp;${words}&#x4e00;&bogus;`,
  (words) => `\\*${words}\\\n${words}  \n`,
  (words) => `<https://example.com>${words}`,
  (words) => `[[[[${words}]]](((`,
  (words) => `**${words}*`,
];

/** Blocks of Markdown made of a block of text. */
const BLOCKS: readonly ((words: string) => string)[] = [
  (words) => `- ${words}`,
  (words) => `- ${words}\n  - ${words}\n    - ${words}`,
  (words) => `1. ${words}\n2. ${words}\n9. ${words}`,
  (words) => `* [ ] ${words}\n* [x] ${words}`,
  (words) => `> ${words}\n> > ${words}\n>>>>>> ${words}`,
  (words) => `\`\`\`反例\n${words}\n\`\`\``,
  (words) => `~~~~\n${words}`,
  (words) => `    ${words}`,
  (words) => `| 项目 | 数目 |\n| --- | :-: |\n| ${words.replace(/\n/gu, ' ')} | 3个 |\n| a | b | c |`,
  (words) => `<div>\n${words}\n</div>`,
  (words) => `<div>${words}`,
  (words) => `---\ntitle: ${words}\n---\n${words}`,
  (words) => `${words}\n===`,
  (words) => `${words}\n---`,
  (words) => `***\n${words}`,
  (words) => `[^1]: ${words}`,
];

/** Blocks that have the syntax of Markdown, whole and broken, around blocks of text. */
export function markdownBlock(block: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.tuple(block, fc.constantFrom(...BLOCKS)).map(([words, form]) => form(words)) },
    { weight: 2, arbitrary: fc.tuple(block, fc.constantFrom(...INLINE)).map(([words, form]) => form(words)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 1, max: 7 }),
          fc.constantFrom('', '一、', '（一）', '1.', '第一章 '),
          headingWords,
        )
        .map(([level, ordinal, words]) => `${'#'.repeat(level)} ${ordinal}${words}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(block, fc.array(fc.constantFrom(...BLOCKS, ...INLINE), { minLength: 2, maxLength: 4 }))
        .map(([words, forms]) =>
          forms.reduce((text, form) => (text.length > 2000 ? text : form(text)), words),
        ),
    },
  );
}
