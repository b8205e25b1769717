import { describe, expect, it } from 'vitest';
import { daysIn, weekdayOf } from '../../../server/src/core/text/calendar.js';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'date-weekday';

/** Days whose weekday the calendar on the wall gives: 12 March 2026 is a Thursday, 1 October 1949 a Saturday. */
const faulty: readonly (readonly [string, readonly string[]])[] = [
  ['定于2026年3月12日（星期五）召开。', ['星期五']],
  ['定于2026年3月12日(周五)召开。', ['周五']],
  ['定于2026年3月12日星期三上午开会。', ['星期三']],
  ['定于2026年3月12日上午（星期三）开会。', ['星期三']],
  ['定于二〇二六年三月十二日（星期日）开会。', ['星期日']],
  ['2026年3月12日，星期五，渠通水了。', ['星期五']],
  ['定于 2026 年 3 月 12 日（星期天）开会。', ['星期天']],
  ['定于本周五（2026年3月12日）开会。', ['周五']],
  ['截止时间：2026-03-12（星期五）', ['星期五']],
  ['时间为2026年3月12日（星期四）至3月15日（星期六）。', ['星期六']],
  ['时间为2026年3月12日（星期四）至15日（星期六）。', ['星期六']],
  ['（2026年3月12日，星期五）', ['星期五']],
  ['2026年3月12日，星期五', ['星期五']],
  ['2026年3月12日，星期五上午开会。', ['星期五']],
  ['2月30日前报送。', ['2月30日']],
  ['今年4月31日前完成，6月31号前验收。', ['4月31日', '6月31号']],
  ['2025年2月29日前报送。', ['2025年2月29日']],
  ['到2026年13月底全部完成。', ['2026年13月']],
  ['13月5日前报送。', ['13月5日']],
  ['去年（2025年）修路，今年（2025年）修渠。', ['今年（2025年）']],
  ['今年是2026年，明年（2028年）再看。', ['明年（2028年）']],
];

const lawful = [
  '定于2026年3月12日（星期四）上午8:00召开。',
  '1949年10月1日（星期六），天安门广场上人山人海。',
  '2024年2月29日前报送，2月29日是四年一遇。',
  '定于3月12日（星期五）召开。',
  '农历2月30日祭祖，二月三十日赶集。',
  '2026年3月12日，周五又下了一场雨。',
  '2026年3月12日，星期四，渠通水了，星期五大家歇了一天。',
  '2026年3月12日周一鸣同志到任。',
  '2026年3月12日（周四至周六）放假。',
  '版本 2026.2.30 已经发布，编号2026-13-45。',
  '1—2月30个项目开工，12个月不停工。',
  '去年（2025年）修路，今年（2026年）修渠，前年（2024年）栽树。',
  '今年是2020年脱贫攻坚收官后的第二年，去年（2025年）修路。',
  '他在会上说：“今年是2020年。”今年（2026年）又是一年。',
  '5月22日印发〔2018〕59号文，每年12月31日结账。',
  '到2035年，2026年1月起试行，1月1日至31日登记。',
];

describe(RULE, () => {
  it.each(faulty)('finds the fault in %s', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });

  it('names the right weekday and offers it', () => {
    const text = '定于2026年3月12日（星期五）召开。';
    const [finding] = findingsOf(RULE, text);
    expect(finding?.message).toContain('2026年3月12日是星期四');
    expect(finding?.fixes[0]?.safe).toBe(false);
    expect(applyFix(text, finding, /星期四/u)).toBe('定于2026年3月12日（星期四）召开。');
  });

  it('points at the year that it was held against', () => {
    const text = '去年（2025年）修路。\n今年（2025年）修渠。';
    const [finding] = findingsOf(RULE, text);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['去年（2025年）']);
  });
});

describe('the calendar', () => {
  it('agrees with the platform’s over four hundred years', () => {
    for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2300, 0, 1); time += 86_400_000 * 17) {
      const date = new Date(time);
      const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      expect(weekdayOf(year, month, day)).toBe(date.getUTCDay());
      expect(daysIn(month, year)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }
    expect([daysIn(2, undefined), daysIn(0, 2026), daysIn(13, 2026)]).toEqual([29, 0, 0]);
  });
});
