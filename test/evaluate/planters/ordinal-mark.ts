import { edit, type Fault, type Planter } from '../fault.js';
import type { Source } from '../source.js';

const PER_VARIANT = 2;

/** An ordinal with its mark, and what it is mistyped as. */
const SWAPS: readonly { readonly variant: string; readonly pattern: RegExp; readonly written: string }[] = [
  {
    variant: '一， for 一、',
    pattern: /^(?:#+\s*)?[一二三四五六七八九十]{1,2}(?<mark>、)(?=[\u4e00-\u9fff])/u,
    written: '，',
  },
  {
    variant: '一. for 一、',
    pattern: /^(?:#+\s*)?[一二三四五六七八九十]{1,2}(?<mark>、)(?=[\u4e00-\u9fff])/u,
    written: '.',
  },
  {
    variant: '（一）、 for （一）',
    pattern: /^(?:#+\s*)?（[一二三四五六七八九十]{1,2}(?<mark>）)(?=[\u4e00-\u9fff])/u,
    written: '）、',
  },
  { variant: '1、 for 1.', pattern: /^[0-9]{1,2}(?<mark>[.．])(?=\s?[\u4e00-\u9fff])/u, written: '、' },
  {
    variant: '第一、 for 第一，',
    pattern: /(?<=^|[。；：])第[一二三四五六七八九]{1,2}(?<mark>，)(?=[\u4e00-\u9fff])/u,
    written: '、',
  },
  {
    variant: '首先、 for 首先，',
    pattern: /(?<=^|[。；：])(?:首先|其次|再次)(?<mark>，)(?=[\u4e00-\u9fff])/u,
    written: '、',
  },
];

/** The mark after an ordinal is another than its kind of ordinal takes. */
export const ordinalMark: Planter = {
  kind: 'ordinal with the wrong mark',
  rule: 'ordinal-punctuation',
  propose: (source, random) => SWAPS.flatMap((swap) => random.some(swappedIn(source, swap), PER_VARIANT)),
};

function swappedIn(source: Source, { variant, pattern, written }: (typeof SWAPS)[number]): Fault[] {
  return source.lines.flatMap((line) => {
    const match = line.opaque ? null : pattern.exec(line.text);
    const mark = match?.groups?.['mark'];
    if (match === null || mark === undefined) return [];
    const start = line.start + match.index;
    const end = start + match[0].length;
    return [
      {
        variant,
        edits: [edit(end - mark.length, end, written)],
        places: [{ start, end }],
      },
    ];
  });
}
