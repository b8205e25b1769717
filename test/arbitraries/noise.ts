import fc from 'fast-check';

/** What no writer types on purpose, and what reaches a draft all the same: by pasting, converting, breaking. */
const ODD = [
  '\0',
  '\u0001',
  '\u0007',
  '\u000B',
  '\u000C',
  '\u001B[31m',
  '\u0085',
  '\u00A0',
  '\u00AD',
  '\u1680',
  '\u180E',
  '\u2003',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u2028',
  '\u2029',
  '\u202A',
  '\u202E',
  '\u202C',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u3000',
  '\uFEFF',
  '\uFFFC',
  '\uFFFD',
  '\uFFFF',
  '\uE000',
];

/** Halves of surrogate pairs, pairs, and what is more than one character to a reader. */
const UNITS = [
  '\uD83D',
  '\uDE00',
  '\uD840',
  '\uDC00',
  '\uDBFF\uDFFF',
  '𠮷',
  '𠀋𠂉',
  '👍',
  '👍🏽',
  '👨‍👩‍👧‍👦',
  '🇨🇳',
  'e\u0301',
  '好\u0301\u0302\u0303',
  '\u0301',
  '葛\u{E0100}',
  '가나',
  'שלום',
  'مرحبا',
  'ẞß',
  'İı',
];

/** Marks and letters by which a draft and its Markdown are read. */
const SIGNS = Array.from(
  '，。、；：！？…—“”‘’「」『』（）《》〈〉【】〔〕,.;:!?"\'()[]<>{}#*_`~|-+=\\/&@$%^·•～×○〇零一二两三四五六七八九十百千万亿第其是要点个0123456789０１２①②⑩㈠Ⅰ年月日的了等',
);

/** Marks of which somebody leans on the key. */
const LEANT_ON = Array.from(' \t　。，、“”（）*_#-=~|`<>[!…—·一了０0\n\r\uD83D\u200B\u0301');

/** A single mark, letter or numeral that means something where drafts are read. */
export const sign: fc.Arbitrary<string> = fc.constantFrom(...SIGNS);

/** One odd thing, or a run of one mark. */
export const noise: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: sign },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 2, arbitrary: fc.constantFrom(...UNITS) },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n\r', '\r\r\n') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...LEANT_ON), fc.oneof(fc.integer({ min: 2, max: 12 }), fc.constant(300)))
      .map(([mark, times]) => mark.repeat(times)),
  },
);

/** Nothing but noise. */
export const noisyText: fc.Arbitrary<string> = fc
  .array(noise, { maxLength: 40 })
  .map((pieces) => pieces.join(''));

/** What happens to a text after it was written: at a place, told as a share of its length. */
const mishap = fc.tuple(
  fc.constantFrom('insert', 'delete', 'repeat', 'move'),
  fc.nat(9999),
  fc.nat(30),
  noise,
);

/** Texts of `texts` that were damaged in up to four places, most of them in none. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const mishaps = fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(mishap, { minLength: 1, maxLength: 4 }) },
  );
  return fc.tuple(texts, mishaps).map(([text, all]) =>
    all.reduce((damagedText, [kind, share, length, odd]) => {
      const at = Math.floor((damagedText.length * share) / 10_000);
      const slice = damagedText.slice(at, at + length);
      const [before, after] = [damagedText.slice(0, at), damagedText.slice(at + length)];
      if (kind === 'delete') return before + after;
      if (kind === 'repeat') return before + slice + slice + after;
      if (kind === 'move') return before + after + slice;
      return before + odd + slice + after;
    }, text),
  );
}
