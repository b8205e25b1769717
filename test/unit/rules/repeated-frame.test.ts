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

  it('points at each place from where the pattern begins, and says which use it is', () => {
    const led = PLAY.map((clause, i) => `${['镇里', '今年', '各村都', '我们', '要'][i] ?? ''}${clause}`);
    const text = scattered(led);
    const [finding] = findingsOf(RULE, text);
    const places = [finding?.span, ...(finding?.related ?? []).map(({ span }) => span)];
    expect(places.map((span) => text.slice(span?.start, span?.end))).toEqual(PLAY);
    expect(finding?.related.map(({ message }) => message)).toEqual(
      [2, 3, 4, 5].map((nth) => `第 ${String(nth)} 次用这个句式`),
    );
    const many = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯', (name) => `充分发挥${name}${name}作用`);
    expect(findingsOf(RULE, scattered(many))[0]?.related).toHaveLength(12);
  });

  const SEND = ['老人把柴', '孩子把书', '病人把药'].map((what) => `要为${what}送到`);
  const TURN = ['茶园变成公园', '果园变成花园', '荒坡变成梯田', '旧屋变成客栈'].map(
    (what) => `咱们要让${what}一样`,
  );

  it('names the three patterns that are used most', () => {
    const frames = (...drafts: (readonly string[])[]) =>
      findingsOf(RULE, drafts.map(scattered).join('\n'))
        .map(({ message }) => /“(.+?)”/u.exec(message)?.[1])
        .sort();
    expect(frames(SEND)).toEqual(['要为…把…送到']);
    expect(frames(TURN)).toEqual(['咱们要让…变成…一样']);
    const worst = ['充分发挥…作用', '坚持把…贯穿…始终', '咱们要让…变成…一样'].sort();
    expect(frames(SEND, TURN, RUN, PLAY)).toEqual(worst);
    expect(frames(PLAY, RUN, TURN, SEND)).toEqual(worst);
  });

  it('weighs a pattern by its uses, not by the clauses of its parallels', () => {
    const parallels = (clause: (what: string) => string): string =>
      `今年${Array.from('水路桥山林田塘坝', (what) => clause(`${what}${what}的人把${what}`)).join('，')}。`;
    const few = [
      `${scattered(SEND.slice(1))}\n${parallels((what) => `要为${what}送到`)}`,
      `${scattered(SEND.slice(1).map((clause) => clause.replace('要为', '再为').replace('送到', '送走')))}\n${parallels((what) => `再为${what}送走`)}`,
    ];
    const frames = (...drafts: readonly string[]) =>
      findingsOf(RULE, drafts.join('\n')).map(({ message }) => /“(.+?)”/u.exec(message)?.[1]);
    expect(frames(...few).sort()).toEqual(['再为…把…送走', '要为…把…送到']);
    expect(frames(...few, scattered(TURN), scattered(PLAY), scattered(RUN)).sort()).toEqual(
      ['充分发挥…作用', '坚持把…贯穿…始终', '咱们要让…变成…一样'].sort(),
    );
  });

  it('counts a clause for one pattern only, the one used most', () => {
    const both = ['老人把柴都送到村里', '孩子把书都送到村里', '病人把药都送到村里'].map(
      (what) => `要为${what}`,
    );
    expect(findingsOf(RULE, scattered(both))).toHaveLength(1);
  });

  it.each([
    ['five of six characters are a pattern', PLAY, 1],
    ['four of them are none', PLAY.slice(1), 0],
    ['five of five characters are none', PLAY.map((clause) => clause.replace('充分发挥', '发挥好')), 0],
    ['three with a 为 and 把 and five characters are one', SEND, 1],
    [
      'three with a 为 and 把 and four characters are none',
      SEND.map((clause) => clause.replace('要', '')),
      0,
    ],
    ['two with a 为 and 把 are none', SEND.slice(1), 0],
    [
      'three of two parts with a 把 are none',
      ['防火', '治水', '护林'].map((what) => `坚持把${what}贯穿始终`),
      0,
    ],
    [
      'five of two parts with a 把 are one',
      ['防火', '治水', '护林', '备耕', '修路'].map((what) => `坚持把${what}贯穿始终`),
      1,
    ],
    [
      'three that end with 为 are none',
      ['老人作用处处', '孩子作用天天', '农户作用年年'].map((what) => `发挥${what}有作为`),
      0,
    ],
    [
      'a filling of one character makes none',
      Array.from('水路桥人山', (what) => `充分发挥好${what}的作用`),
      0,
    ],
    ['one filling of one character makes none', [...PLAY.slice(1), '充分发挥水作用'], 0],
    ['two fillings over and over make none', [0, 1, 0, 1, 0, 1].map((i) => PLAY[i] ?? ''), 0],
    ['three fillings over and over make one', [0, 1, 2, 0, 1, 2].map((i) => PLAY[i] ?? ''), 1],
    [
      'clauses of ninety characters count',
      PLAY.map((_, i) => `充分发挥${'甲乙丙丁戊'.charAt(i).repeat(84)}作用`),
      1,
    ],
    ['longer ones are lists', PLAY.map((_, i) => `充分发挥${'甲乙丙丁戊'.charAt(i).repeat(85)}作用`), 0],
  ] as const)('knows a pattern from chance: %s', (_, clauses, count) => {
    expect(findingsOf(RULE, scattered(clauses))).toHaveLength(count);
  });

  it.each([
    ['neighbouring sentences', PLAY.join('。'), 0],
    ['sentences with another between', PLAY.join('。天晴了。'), 1],
    ['the openings of neighbouring paragraphs', PLAY.join('。\n'), 0],
    ['the openings of every other paragraph', PLAY.join('。\n天晴了。\n'), 0],
    ['the openings of every third paragraph', PLAY.join('。\n天晴了。\n下雨了。\n'), 1],
    ['second sentences of neighbouring paragraphs', PLAY.join('。\n天晴了。'), 1],
    [
      'items far apart',
      PLAY.map((clause, i) => `${'一二三四五'.charAt(i)}是${clause}。\n天晴了。\n下雨了。\n`).join(''),
      0,
    ],
    [
      'items with sentences between',
      PLAY.map((clause, i) => `${'一二三四五'.charAt(i)}是${clause}。天晴了。下雨了。`).join(''),
      0,
    ],
    [
      'every other one an item',
      PLAY.map(
        (clause, i) => `${['', '一是', '', '二是', ''][i] ?? ''}${clause}。天晴了。\n下雨了。\n起风了。\n`,
      ).join(''),
      1,
    ],
  ] as const)('takes a parallelism for one use: %s', (_, text, count) => {
    expect(findingsOf(RULE, `${text}。`)).toHaveLength(count);
  });

  it.each([
    ['上下', 1],
    ...[
      '多元',
      '多人',
      '多户',
      '多亩',
      '多吨',
      '多套',
      '多次',
      '万元',
      '亿元',
      '个百分点',
      '以上',
      '以下',
      '平方米',
    ].map((unit) => [unit, 0] as const),
  ] as const)('takes no statistics for a pattern: …%s', (unit, count) => {
    const clauses = ['三百', '五十', '七千', '九成', '两万'].map((figure) => `今年全县增收${figure}${unit}`);
    expect(findingsOf(RULE, scattered(clauses))).toHaveLength(count);
  });

  it('takes no rank for a pattern', () => {
    const clauses = (rank: string) =>
      ['三十', '五百', '七千', '九万', '两亿'].map((figure) => `全县名次排在${rank}${figure}位这行列`);
    expect(findingsOf(RULE, scattered(clauses('第')))).toEqual([]);
    expect(findingsOf(RULE, scattered(clauses('约')))).toHaveLength(1);
  });

  it.each([
    ['到位', 1],
    ['战略', 0],
    ['政策', 0],
    ['条件', 0],
    ['类型', 0],
    ['工程', 0],
    ['行动', 0],
    ['计划', 0],
  ] as const)('takes no names for a pattern: …%s', (tail, count) => {
    const clauses = ['水源保护', '安全饮水', '防火隔离', '校舍加固', '广播进村'].map(
      (what) => `深入实施${what}${tail}`,
    );
    expect(findingsOf(RULE, scattered(clauses))).toHaveLength(count);
  });

  it('takes no fixed term for a part of a pattern', () => {
    const clauses = (head: string) =>
      ['老人', '孩子', '农户', '学校', '医院'].map((who) => `${head}${who}都要见效`);
    expect(findingsOf(RULE, scattered(clauses('全面深化改革')))).toEqual([]);
    expect(findingsOf(RULE, scattered(clauses('全面深化整治')))).toHaveLength(1);
  });

  it('takes nothing with Latin or figures in it for a pattern', () => {
    const clauses = (head: string) =>
      ['老人', '孩子', '农户', '学校', '医院'].map((who) => `${head}${who}都要见效`);
    expect(findingsOf(RULE, scattered(clauses('全县用GPS帮')))).toEqual([]);
    expect(findingsOf(RULE, scattered(clauses('GPS全县今年都帮')))).toEqual([]);
    expect(findingsOf(RULE, scattered(clauses('全县用卫星帮')))).toHaveLength(1);
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
