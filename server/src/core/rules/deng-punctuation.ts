import { perParagraph } from '../draft/perParagraph.js';
import type { Span } from '../text/span.js';
import { gather, type Place } from './punctuation/gather.js';
import { isQuoted } from './punctuation/surroundings.js';
import { defineRule } from './rule.js';

/** What after 等 makes it another word: 等待 等级 等到 等你; or the verb itself: 慢、等、看. */
const OTHER_WORD = '待级于同候闲额次价差式边比量分身高距温你我他她它咱着到会了过人不靠要看、”’；。，！？…';

/** 、等 and then something that only 等 of a list stands before. */
const PAUSE = new RegExp(`(?<=[\\p{L}\\p{N}”’》）])、(?=等(?![等${OTHER_WORD}]|一[等下会天切旦]))`, 'gu');

/** 、等 before a mark: the list is over. In 推、等、靠 and 慢、等。 the verb is meant, so at least one more 、 has to precede. */
const CLOSED = /(?<=、[^，。；：！？、]{2,20})、(?=等[，；。])/gu;

/** An ellipsis and 等 after a list say the same thing twice. */
const ELLIPSIS =
  /(?<=、[^，。；：！？、…]{1,12})……(?=等(?:[，。；：]|[\p{Script=Han}]{2}))|(?<=、[^，。；：！？、…]{2,12}等)……/gu;

/** 等 closes a list by itself: no 、 before it, no …… beside it. */
export const dengPunctuation = defineRule({
  id: 'deng-punctuation',
  title: { zh: '“等”前后标点', en: 'Marks around 等' },
  reason: {
    zh: '“等”字已经把列举收住了，前面再加顿号、旁边再加省略号，都是多余的。',
    en: '等 already closes a list; a 、 before it or an ellipsis beside it is one mark too many.',
  },
  norm: {
    level: 'national-standard',
    source: {
      zh: '《标点符号用法》（GB/T 15834—2011）附录A.9、附录B.1.2',
      en: 'General rules for punctuation (GB/T 15834-2011), annexes A.9 and B.1.2',
    },
  },
  severity: 'information',
  fix: 'suggested',
  needsWords: false,
  options: {},
  messages: {
    pause: {
      zh: '“等”前面不用顿号，请删去（全文 {count} 处）。',
      en: 'No 、 stands before 等; delete it ({count} in all).',
    },
    ellipsis: {
      zh: '“等”和省略号都表示没有列完，只用一个，请删去省略号（全文 {count} 处）。',
      en: '等 and an ellipsis both say that the list goes on; delete the ellipsis ({count} in all).',
    },
    here: { zh: '这里也是', en: 'Another one' },
    fixPause: { zh: '删去“等”前面的顿号', en: 'Delete 、 before 等' },
    fixEllipsis: { zh: '删去省略号', en: 'Delete the ellipsis' },
  },
  check({ draft, report }) {
    const pauses: Place[] = [];
    const ellipses: Place[] = [];
    for (const paragraph of draft.paragraphs) {
      for (const { start, end, ellipsis } of marksIn(paragraph)) {
        const backwards = paragraph.text.charAt(start - 1) === '等';
        (ellipsis ? ellipses : pauses).push({
          span: paragraph.span(backwards ? start - 1 : start, backwards ? end : end + 1),
          edits: [{ span: paragraph.span(start, end), text: '' }],
        });
      }
    }
    const byPlace = (a: Place, b: Place): number => a.span.start - b.span.start;
    const pause = gather(pauses.sort(byPlace), { message: 'pause', related: 'here', fix: 'fixPause' });
    if (pause !== undefined) report(pause);
    const ellipsis = gather(ellipses, { message: 'ellipsis', related: 'here', fix: 'fixEllipsis' });
    if (ellipsis !== undefined) report(ellipsis);
  },
});

/** A 、 or …… beside 等. */
interface Mark extends Span {
  readonly ellipsis: boolean;
}

const marksIn = perParagraph((content): readonly Mark[] => {
  const { text } = content;
  // The patterns look far behind them: only a paragraph with such a pair of marks is worth it.
  if (!/、等|…等|等…/u.test(text)) return [];
  return [PAUSE, CLOSED, ELLIPSIS].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: mark, index }) => ({
      start: index,
      end: index + mark.length,
      ellipsis: pattern === ELLIPSIS,
    })).filter(({ start }) => pattern === PAUSE || !isQuoted(content, start)),
  );
});
