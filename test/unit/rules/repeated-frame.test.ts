import { describe, expect, it } from 'vitest';
import { findingsOf } from './findings.js';

const RULE = 'repeated-frame';

/** Sentences that share nothing, to stand between the clauses of a frame. */
const BETWEEN = [
  '春耕的种子已经运到各村，化肥也备足了。',
  '学校的新操场下个月完工，孩子们都盼着。',
  '卫生院请来了两位大夫，赶集的日子坐诊。',
  '后山的防火道已经砍通，护林员天天去走。',
];

/** Each clause in a sentence of its own, far enough from the next. */
const scattered = (clauses: readonly string[]): string =>
  clauses
    .map((clause, i) => `${BETWEEN[i % 4] ?? ''}${clause}，大家都要记住。${BETWEEN[(i + 1) % 4] ?? ''}`)
    .join('\n');

const PLAY = ['老支书', '护林队伍', '水管站', '乡村医生', '赶集广播'].map(
  (who, i) => `充分发挥${who}${['带头', '看守', '调度', '守护', '宣传'][i] ?? ''}作用`,
);
const RUN = ['防火', '水质安全', '群众满意'].map(
  (what, i) => `坚持把${what}贯穿${['护林', '修渠的整个', '这一年'][i] ?? ''}始终`,
);

describe(RULE, () => {
  it.each([
    ['充分发挥…作用', PLAY],
    ['坚持把…贯穿…始终', RUN],
    ['为…提供…保障', ['为山里孩子提供住宿保障', '为修渠队伍提供后勤保障', '为春耕的农户提供水源保障']],
  ])('finds %s without having been told of it, once, with its places', (frame, clauses) => {
    const text = scattered(clauses);
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ message }) => message)).toEqual([
      `“${frame}”这个句式全文用了 ${clauses.length} 次，请换掉几处，或直接说事。`,
    ]);
    const places = [findings[0]?.span, ...(findings[0]?.related ?? []).map(({ span }) => span)];
    expect(places.map((span) => text.slice(span?.start, span?.end))).toEqual(clauses);
  });

  it('looks at what is said, not at headings and tables', () => {
    const lines = scattered(PLAY)
      .split('\n')
      .filter((line) => line !== '');
    const as = (mark: (line: string) => string) =>
      findingsOf(RULE, lines.map(mark).join('\n\n'), { format: 'markdown' }).length;
    expect(as((line) => line)).toBe(1);
    expect(as((line) => `## ${line}`)).toBe(0);
    expect(as((line) => `| ${line} |\n| --- |`)).toBe(0);
  });

  it('finds two frames in one draft', () => {
    expect(findingsOf(RULE, `${scattered(PLAY)}\n${scattered(RUN)}`)).toHaveLength(2);
  });

  it('lets a frame pass that is used a few times', () => {
    expect(findingsOf(RULE, scattered(PLAY.slice(0, 4)))).toEqual([]);
    expect(findingsOf(RULE, scattered(RUN.slice(0, 2)))).toEqual([]);
    expect(findingsOf(RULE, scattered(RUN), { options: { minCount: 4 } })).toEqual([]);
  });

  it('takes parallel clauses and the items of a list for one use', () => {
    expect(findingsOf(RULE, `今年要${PLAY.join('，')}。`)).toEqual([]);
    expect(findingsOf(RULE, `${PLAY.join('。')}。`)).toEqual([]);
    expect(
      findingsOf(
        RULE,
        PLAY.map((clause, i) => `${'一二三四五'.charAt(i)}是${clause}。${BETWEEN[i % 4] ?? ''}`).join('\n'),
      ),
    ).toEqual([]);
    expect(findingsOf(RULE, PLAY.map((clause) => `${clause}。${BETWEEN[0] ?? ''}`).join('\n'))).toEqual([]);
  });

  it('says nothing of verb and object, figures, names and fixed terms', () => {
    for (const clauses of [
      ['加强水库大坝建设', '加强乡村道路建设', '加强护林队伍建设', '加强山区学校建设', '加强集镇市场建设'],
      ['高于全县平均水平三个百分点', '高于全县平均水平五个百分点', '高于全县平均水平七个百分点'],
      [
        '深入实施水源保护工程',
        '深入实施安全饮水工程',
        '深入实施防火隔离工程',
        '深入实施校舍加固工程',
        '深入实施广播进村工程',
      ],
      ['深入学习贯彻县里的会议精神', '深入学习贯彻市里的会议精神', '深入学习贯彻省里的大会精神'],
    ]) {
      expect(findingsOf(RULE, scattered([...clauses, ...clauses.slice(0, 1)])), clauses[0]).toEqual([]);
    }
  });

  it('says nothing of one wording that comes back, which is repeated-phrase’s', () => {
    expect(findingsOf(RULE, scattered(Array.from({ length: 5 }, () => PLAY[0] ?? '')))).toEqual([]);
  });

  it('says nothing of headings and statutes', () => {
    expect(
      findingsOf(
        RULE,
        PLAY.map((clause, i) => `${'一二三四五'.charAt(i)}、${clause}\n${BETWEEN[i % 4] ?? ''}`).join('\n'),
      ),
    ).toEqual([]);
    const articles = PLAY.map(
      (clause, i) => `第${'一二三四五'.charAt(i)}条　${BETWEEN[i % 4] ?? ''}${clause}。`,
    ).join('\n');
    expect(findingsOf(RULE, articles)).toEqual([]);
  });
});
