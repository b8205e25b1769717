import fc from 'fast-check';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import { markdownBlock } from './markdown.js';
import { damaged, noise, noisyText } from './noise.js';
import { allExamples } from './pageExamples.js';
import { announcement, headingWords, inlineList, ordinals, prose } from './prose.js';

/** A draft and how it is to be read. */
export interface SampleDraft {
  readonly text: string;
  readonly format: DraftFormat;
}

/** How a draft is to be read. */
export const format = fc.constantFrom<DraftFormat>('plain', 'markdown');

/** The examples of the rules' pages: every rule is near some of them. */
const example = fc.constantFrom(...allExamples().map(({ text }) => text));

const salutation = fc.constantFrom(
  '同志们：',
  '各位老师、各位同学：',
  '尊敬的各位领导、各位来宾，女士们、先生们，朋友们：',
  '在全镇春耕动员会上的讲话',
  '（2026年3月12日）',
  '高　原',
  '各位代表!',
);

/** Headings or items of one list, each with its paragraph; the words that announce them before. */
const list = fc
  .tuple(
    announcement,
    ordinals,
    fc.array(fc.tuple(headingWords, prose), { minLength: 6, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([announced, marks, members, apart]) =>
    [
      announced,
      ...marks.flatMap((ordinal, index) => {
        const [heading = '', body = ''] = members[index] ?? [];
        return apart ? [ordinal + heading, body] : [ordinal + heading + body];
      }),
    ].join('\n'),
  );

/** What plain text and Markdown have alike. */
const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: prose },
  { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: inlineList },
  { weight: 3, arbitrary: example },
  { weight: 1, arbitrary: salutation },
  { weight: 1, arbitrary: fc.tuple(noise, prose).map(([odd, body]) => odd + body) },
  { weight: 1, arbitrary: noisyText },
);

const plainIndent = fc.constantFrom('', '', '　　', '  ', '\t', '    ');

function textOf(blocks: fc.Arbitrary<string>, longest: number): fc.Arbitrary<string> {
  const separated = fc.tuple(
    plainIndent,
    blocks,
    fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r\n\r\n', '\r', ''),
  );
  return damaged(fc.array(separated, { maxLength: longest }).map((parts) => parts.flat().join('')));
}

/**
 * Drafts by the grammar of speeches: salutations, headings, announced numbers and their lists, quotations, dates,
 * shorthand, Markdown, the examples of every rule; then damaged here and there. Plain text is read as Markdown at times.
 *
 * @param longest how many blocks a draft has at most
 */
export function drafts(longest = 8): fc.Arbitrary<SampleDraft> {
  const markdown = textOf(
    fc.oneof({ weight: 2, arbitrary: block }, { weight: 3, arbitrary: markdownBlock(block) }),
    longest,
  );
  return fc.oneof(
    { weight: 3, arbitrary: textOf(block, longest).map((text) => ({ text, format: 'plain' as const })) },
    { weight: 2, arbitrary: markdown.map((text) => ({ text, format: 'markdown' as const })) },
    { weight: 1, arbitrary: fc.record({ text: fc.oneof(markdown, noisyText), format }) },
  );
}

/** Texts alone, where how they are read does not matter. */
export const anyText: fc.Arbitrary<string> = drafts(5).map(({ text }) => text);
