import type { Draft, DraftFormat, Paragraph } from '../draft/model.js';
import { perParagraph } from '../draft/perParagraph.js';
import { seriesOf, type Member } from '../draft/enumerations.js';
import { countCharacters } from '../text/characters.js';
import { numeralValue } from '../text/numerals.js';
import { gather, type Place } from './punctuation/gather.js';
import { defineRule } from './rule.js';

/** The longest line that is taken for a heading. */
const HEADING_MAX = 50;

type Fault = 'hanDot' | 'arabicPause' | 'bracketPause' | 'diPause' | 'wordPause' | 'shiMark';

/** A wrong mark after an ordinal: where the ordinal begins, where its mark stands, and what belongs there. */
interface WrongMark {
  readonly fault: Fault;
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly mark: number;
  readonly right: string;
}

/** Ordinals whose mark is not theirs: 一. 1、（一）、第一、一是， */
export const ordinalPunctuation = defineRule({
  id: 'ordinal-punctuation',
  title: { zh: '序号后标点', en: 'Mark after an ordinal' },
  reason: {
    zh: '序号后面的标点各有各的规矩，用乱了，层次就看不清。',
    en: 'Each kind of ordinal has its own mark; with another, the levels are hard to tell.',
  },
  norm: {
    level: 'national-standard',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）附录B.3 序次语之后的标点用法',
      en: 'General rules for punctuation (GB/T 15834-2011), annex B.3, on marks after ordinals',
    },
  },
  severity: 'warning',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    hanDot: {
      zh: '汉字序号后面用顿号，“{wrong}”请改成“{right}”（全文 {count} 处）。',
      en: 'A Chinese ordinal takes 、: write “{right}” instead of “{wrong}” ({count} in all).',
    },
    arabicPause: {
      zh: '阿拉伯数字序号后面用下脚点，“{wrong}”请改成“{right}”（全文 {count} 处）。',
      en: 'An Arabic ordinal takes a full point: write “{right}” instead of “{wrong}” ({count} in all).',
    },
    bracketPause: {
      zh: '序号带括号或圈的，后面不用顿号，“{wrong}”请改成“{right}”（全文 {count} 处）。',
      en: 'A bracketed or circled ordinal takes no mark: write “{right}” instead of “{wrong}” ({count} in all).',
    },
    diPause: {
      zh: '“第一”“其一”后面用逗号，“{wrong}”请改成“{right}”（全文 {count} 处）。',
      en: '第一 and 其一 take ，: write “{right}” instead of “{wrong}” ({count} in all).',
    },
    wordPause: {
      zh: '“首先”“其次”后面用逗号，“{wrong}”请改成“{right}”（全文 {count} 处）。',
      en: '首先 and 其次 take ，: write “{right}” instead of “{wrong}” ({count} in all).',
    },
    shiMark: {
      zh: '“一是”“一要”后面不用标点，“{wrong}”请改成“{right}”（全文 {count} 处）。',
      en: '一是 and 一要 take no mark: write “{right}” instead of “{wrong}” ({count} in all).',
    },
    here: { zh: '这里也是', en: 'Another one' },
    fix: { zh: '改正序号后面的标点', en: 'Correct the mark after the ordinal' },
  },
  check({ draft, report }) {
    const faults = [...findFaults(draft)];
    for (const fault of new Set(faults.map((each) => each.fault))) {
      const found = faults.filter((each) => each.fault === fault);
      const [first] = found;
      if (first === undefined) continue;
      const wrong = first.paragraph.text.slice(first.start, first.mark + 1);
      const data = { wrong, right: wrong.slice(0, -1) + first.right };
      const wording = { message: fault, data, related: 'here', fix: 'fix', safe: true } as const;
      const finding = gather(found.map(placeOf), wording);
      if (finding !== undefined) report(finding);
    }
  },
});

function placeOf({ paragraph, start, mark, right }: WrongMark): Place {
  return {
    span: paragraph.span(start, mark + 1),
    edits: [{ span: paragraph.span(mark, mark + 1), text: right }],
  };
}

function* findFaults(draft: Draft): Generator<WrongMark> {
  yield* commasAfterHan(draft.paragraphs);
  for (const { members } of seriesOf(draft)) {
    for (const member of members) {
      const found = wrongMark(member, draft.format, members.length > 1);
      if (found !== undefined) yield { paragraph: member.paragraph, start: member.marker.start, ...found };
    }
  }
  for (const paragraph of draft.paragraphs) {
    for (const start of pausedWords(paragraph))
      yield { fault: 'wordPause', paragraph, start, mark: start + 2, right: '，' };
  }
}

/** Where a sentence opens with 首先、 or its like. */
const pausedWords = perParagraph(({ text, analysis }): readonly number[] =>
  analysis.sentences
    .map(({ start }) => start)
    .filter((start) => /^(?:首先|其次|再次)、/u.test(text.slice(start, start + 3))),
);

/**
 * What is wrong with the mark after a member's ordinal.
 *
 * @param listed whether others count on with it: a lone 第一、 or 一是， may be a phrase
 */
function wrongMark(
  { paragraph, marker }: Member,
  format: DraftFormat,
  listed: boolean,
): Pick<WrongMark, 'fault' | 'mark' | 'right'> | undefined {
  const { text } = paragraph;
  const last = marker.end - 1;
  const after = text.slice(marker.end, marker.end + 2);
  switch (marker.family) {
    case 'hanDot':
      return /[.．]/u.test(text.charAt(last)) ? { fault: 'hanDot', mark: last, right: '、' } : undefined;
    case 'arabicDot':
      if (!listed || text.charAt(last) !== '、' || !isSafeAfterPoint(after, format)) return undefined;
      return { fault: 'arabicPause', mark: last, right: '.' };
    case 'hanParen':
    case 'arabicParen':
      return text.charAt(last) === '、' ? { fault: 'bracketPause', mark: last, right: '' } : undefined;
    case 'circled':
      return after.startsWith('、') && !/[①-⑩]/u.test(after)
        ? { fault: 'bracketPause', mark: marker.end, right: '' }
        : undefined;
    case 'di':
    case 'qi':
      // 第一、第二组 and 第二、三产业 are two things named together.
      if (!listed || text.charAt(last) !== '、' || /^[第其0-9零一二三四五六七八九十]/u.test(after))
        return undefined;
      return { fault: 'diPause', mark: last, right: '，' };
    case 'shi':
    case 'yao':
      return listed && /^[，、：]/u.test(after)
        ? { fault: 'shiMark', mark: marker.end, right: '' }
        : undefined;
    default:
      return undefined;
  }
}

/** 1、2026年 would become 1.2026年; in Markdown a point and a blank would make a list of the line. */
function isSafeAfterPoint(after: string, format: DraftFormat): boolean {
  return !/^[0-9０-９A-Za-z]/u.test(after) && (format === 'plain' || !/^\s/u.test(after));
}

/** 二，修路 between 一、 and 三、: a heading whose mark is a comma, so that nothing else takes it for one. */
function* commasAfterHan(paragraphs: readonly Paragraph[]): Generator<WrongMark> {
  const values = paragraphs.map(({ analysis: { markers } }) =>
    markers[0]?.family === 'hanDot' ? markers[0].value : undefined,
  );
  if (values.every((value) => value === undefined)) return;
  for (const paragraph of paragraphs) {
    const { index } = paragraph;
    const ordinal = commaOrdinal(paragraph);
    if (ordinal === null) continue;
    const { value, start, mark } = ordinal;
    const before = values.slice(0, index).findLast((each) => each !== undefined);
    const after = values.slice(index + 1).find((each) => each !== undefined);
    if (before !== value - 1 && (after !== value + 1 || before === value)) continue;
    yield { fault: 'hanDot', paragraph, start, mark, right: '、' };
  }
}

/** What a short line begins with that would be an ordinal but for its comma. */
const commaOrdinal = perParagraph(({ text }) => {
  const match = /^(\s*)([一二三四五六七八九十]{1,3})[，,](?=\p{L})/u.exec(text);
  const value = match === null ? undefined : numeralValue(match[2] ?? '');
  if (match === null || value === undefined || countCharacters(text) > HEADING_MAX) return null;
  return { value, start: match[1]?.length ?? 0, mark: match[0].length - 1 };
});
