import { hanNumeral } from '../text/numerals.js';
import { announcementsIn, type Announcement, type Mismatch } from './announced-count/announcements.js';
import { checkBackward } from './announced-count/backward.js';
import { checkBulleted } from './announced-count/bulleted.js';
import { checkEnumerated } from './announced-count/enumerated.js';
import { checkLabels } from './announced-count/labels.js';
import { checkMarked } from './announced-count/marked.js';
import { checkRestated } from './announced-count/restated.js';
import { defineRule } from './rule.js';

/** The most items named as related places. */
const MAX_RELATED = 12;

/** The most items named in the message. */
const MAX_NAMED = 6;

/** A number of points that is announced and not kept. */
export const announcedCount = defineRule({
  id: 'announced-count',
  title: { zh: '数目与列项不符', en: 'Announced number not kept' },
  reason: {
    zh: '说讲四点却只讲三点，是会场上最难收场的口误；改稿时增删一条，最容易忘了改前面的数。',
    en: 'Announcing four points and making three is the slip an audience never misses; it comes from editing the list and not the number.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '公文写作通则：数目与所列各项一致（序次语用法参见 GB/T 15834-2011 附录B.3）',
      en: 'Official writing practice: the number agrees with the items (for ordinals see GB/T 15834-2011, B.3)',
    },
  },
  severity: 'error',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    fewer: {
      zh: '这里说“{announced}”，{where}只有{count}{names}，请补上{missing}或改成“{corrected}”。',
      en: '“{announced}” is announced, but only {number} can be found{namesEn}; add what is missing or write “{corrected}”.',
    },
    more: {
      zh: '这里说“{announced}”，{where}却有{count}{names}，请改成“{corrected}”或删去{missing}。',
      en: '“{announced}” is announced, but there are {number}{namesEn}; write “{corrected}” or leave out what is too much.',
    },
    differs: {
      zh: '这里说“{announced}”，别处说的是“{corrected}”，请核对后统一。',
      en: 'This says “{announced}”, elsewhere it is “{corrected}”; check which is right.',
    },
    item: { zh: '第 {at} 项', en: 'Item {at}' },
    elsewhere: { zh: '这里说的是“{corrected}”', en: 'Here it is “{corrected}”' },
    correct: { zh: '把“{announced}”改成“{corrected}”', en: 'Change “{announced}” to “{corrected}”' },
  },
  check({ draft, report }) {
    const announcements = draft.paragraphs.map((paragraph) => announcementsIn(paragraph));
    const { mismatches, settled } = checkMarked(draft, announcements);
    const found = [
      ...mismatches,
      ...checkBackward(draft, announcements),
      ...checkBulleted(draft, announcements, settled),
      ...checkLabels(announcements, settled),
      ...checkEnumerated(announcements, settled),
      ...checkRestated(draft, announcements),
    ];
    const reported = new Set<Announcement>();
    for (const mismatch of found) {
      const { announcement, count, direction, items } = mismatch;
      if (reported.has(announcement)) continue;
      reported.add(announcement);
      const { paragraph, value, numeral } = announcement;
      const announced = paragraph.text.slice(announcement.start, announcement.end);
      const written = numberAs(announcement, count);
      const corrected = written + paragraph.text.slice(numeral.end, announcement.end);
      const data = { announced, corrected, ...countWords(mismatch) };
      report({
        message: direction === 'elsewhere' ? 'differs' : count < value ? 'fewer' : 'more',
        data,
        span: paragraph.span(announcement.start, announcement.end),
        related: items
          .slice(0, MAX_RELATED)
          .map((span, i) =>
            direction === 'elsewhere'
              ? ({ span, message: 'elsewhere', data } as const)
              : ({ span, message: 'item', data: { at: i + 1 } } as const),
          ),
        fixes: [
          {
            title: 'correct',
            data,
            safe: false,
            edits: [{ span: paragraph.span(numeral.start, numeral.end), text: written }],
          },
        ],
      });
    }
  },
});

/** The parts of the message that depend on the count. */
function countWords({ announcement, count, direction, names }: Mismatch): Record<string, string | number> {
  const { unit, value, label } = announcement;
  // 三个方面 → 三个方面; 四点意见 → 三点; 主要有三 → 三项.
  const measure = unit === '' ? '项' : unit === '大' ? '项' : label === '方面' ? `${unit}${label}` : unit;
  const named = names.slice(0, MAX_NAMED).join('、') + (names.length > MAX_NAMED ? '…' : '');
  return {
    where: direction === 'before' ? '前面' : '后面',
    count: `${spoken(count)}${measure}`,
    missing: `${spoken(Math.abs(value - count))}${measure}`,
    names: names.length === 0 ? '' : `（${named}）`,
    namesEn: names.length === 0 ? '' : ` (${named})`,
    number: count,
  };
}

/** A count as it is said before a measure word: 两, not 二. */
function spoken(value: number): string {
  return value === 2 ? '两' : hanNumeral(value);
}

/** The count in the announcement's own writing: Arabic for Arabic, 两 before a measure word. */
function numberAs({ paragraph, numeral, unit }: Announcement, value: number): string {
  const written = paragraph.text.slice(numeral.start, numeral.end);
  if (/^[0-9]/u.test(written)) return String(value);
  if (/^[０-９]/u.test(written)) {
    return String(value).replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  return unit === '' ? hanNumeral(value) : spoken(value);
}
