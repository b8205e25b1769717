import { edit, type Fault, type Planter } from '../fault.js';
import { sentencesOf, type Source } from '../source.js';

const PER_TEXT = 3;
const DAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** Days that no calendar has, in the ways that they are written. */
const IMPOSSIBLE = [
  '2023年2月30日',
  '2026年4月31日',
  '2025年2月29日',
  '二〇二四年六月三十一日',
  '2022年13月5日',
];
const POSSIBLE = ['2024年2月29日', '2026年12月31日', '二〇二四年六月三十日'];

/** A date with the wrong weekday, or one that no calendar has; true ones as controls. */
export const wrongDate: Planter = {
  kind: 'date wrong',
  rule: 'date-weekday',
  propose(source, random) {
    const faults: Fault[] = [];
    const starts = source.lines.flatMap((line) =>
      line.prose ? sentencesOf(line).map((sentence) => sentence.start) : [],
    );
    const put = (variant: string, words: string, control: boolean): void => {
      const at = random.one(starts);
      if (at === undefined) return;
      faults.push({
        variant,
        edits: [edit(at, at, words)],
        places: [{ start: at, end: at }],
        ...(control ? { control: true } : {}),
      });
    };
    for (const date of random.some(IMPOSSIBLE, PER_TEXT)) put('no such day put in', `${date}，`, false);
    for (const date of random.some(POSSIBLE, 1)) put('a real day put in', `${date}，`, true);
    for (let i = 0; i < PER_TEXT; i++) {
      const [year, month, day] = [2018 + random.below(12), 1 + random.below(12), 1 + random.below(28)];
      const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
      const wrong = (weekday + 1 + random.below(6)) % 7;
      const written = `${year}年${month}月${day}日`;
      put('wrong weekday in brackets', `${written}（星期${DAYS[wrong] ?? ''}），`, false);
      put('wrong weekday after a comma', `${written}，星期${DAYS[wrong] ?? ''}，`, false);
      put('right weekday', `${written}（星期${DAYS[weekday] ?? ''}），`, true);
    }
    return [...faults, ...random.some(changed(source), PER_TEXT)];
  },
};

/** A full date of the text's own is moved to a day that its month does not have. */
function changed(source: Source): Fault[] {
  return source.lines.flatMap((line) =>
    line.prose
      ? [...line.text.matchAll(/(?<=[0-9]{4}年)(?:[469]|11)月([0-9]{1,2})日/gu)].map((match) => {
          const start = line.start + match.index;
          const end = start + match[0].length;
          const written = match[0].replace(/[0-9]+日/u, '31日');
          return { variant: 'own date moved', edits: [edit(start, end, written)], places: [{ start, end }] };
        })
      : [],
  );
}
