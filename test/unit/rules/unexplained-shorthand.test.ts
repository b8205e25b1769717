import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { KNOWN_LABELS } from '../../../server/src/core/lexicon/knownLabels.js';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'unexplained-shorthand';

describe('a numeral label', () => {
  it.each([
    ['各镇要落实“五比五不比”要求，把路修好。', '五比五不比'],
    ['去年的账，都记在“推动四大战略、做好六篇文章”里了，大家都出了力。', '四大战略,六篇文章'],
    ['全县深入实施四大战略，路修好了，水也清了。', '四大战略'],
    ['这三年做好四篇文章，靠的是大家。', '四篇文章'],
    ['村里推行“三查四定”，效果不错。', '三查四定'],
    ['要用好“六个走进”的办法，把话听全。', '六个走进'],
  ])('that is never spelt out is named: %s', (text, labels) => {
    expect(wordsAt(RULE, text)).toEqual(labels.split(','));
  });

  it.each([
    ['要抓“三查四定办好办实办”，不拖。', []],
    ['要抓“三查四定办好办实”，不拖。', ['三查四定办好办实']],
    ['要抓“三查定人定时”，不拖。', ['三查定人定时']],
    ['要抓“三查定人定时定点名”，不拖。', []],
    ['要抓“三查四定，五看六问”，不拖。', ['三查四定', '五看六问']],
    ['要抓“三查”，不拖。', []],
    ['要抓“十查十定”，不拖。', []],
    ['要抓“九查十定”，不拖。', ['九查十定']],
    ['要抓“二查二定”，不拖。', ['二查二定']],
    ['要抓“两查两定”，不拖。', ['两查两定']],
    ['要抓“抓好三查四定”，不拖。', ['三查四定']],
    ['要抓“抓三查四定”，不拖。', []],
    ['要抓“大抓好三查四定”，不拖。', []],
    ['要抓“抓一三查四定”，不拖。', []],
    ['要抓“三查四定A”，不拖。', []],
    ['要抓“修渠修路，修桥修坝，三查四定，修站修泵，修闸”，不拖。', ['三查四定']],
    ['要抓“修渠修路，修桥修坝，三查四定，修站修泵，修闸修”，不拖。', []],
    ['全县聚焦“三大突破”，不拖。', ['三大突破']],
    ['全县聚焦三大突破，又讲“三查四定”，不拖。', ['三大突破', '三查四定']],
    ['又讲“三查四定”，全县聚焦三大突破，不拖。', ['三查四定', '三大突破']],
  ] as const)('is a numeral with two to seven characters, alone or behind a verb: %s', (text, labels) => {
    expect(wordsAt(RULE, text)).toEqual(labels);
  });

  it.each('实施 推进 推动 落实 围绕 聚焦 深化 抓好 做好 践行 坚持'.split(' ').map((verb) => [verb]))(
    'needs no quotation marks after %s',
    (verb) => {
      expect(wordsAt(RULE, `全县${verb}四大会战，修好了路。`)).toEqual(['四大会战']);
      expect(wordsAt(RULE, `全县${verb}四种会战，修好了路。`)).toEqual([]);
    },
  );

  it.each(
    '大战略 大工程 大行动 大攻坚 大战役 大会战 大板块 大突破 大提升 篇文章 篇大文章 张清单 比四不比'
      .split(' ')
      .map((named) => [named]),
  )('needs no quotation marks where a count of %s is spoken of', (named) => {
    for (const after of [
      '，大家都出了力。',
      '。',
      '；',
      '、',
      '”。',
      '的路。',
      '要求，大家都出了力。',
      '部署，大家都出了力。',
      '',
    ]) {
      expect(wordsAt(RULE, `全县推进四${named}${after}`), after).toEqual([`四${named}`]);
    }
    expect(wordsAt(RULE, `全县推进四${named}大家都出了力。`)).toEqual([]);
  });

  it('is named once, with its other places', () => {
    const text = '各镇要落实“五比五不比”要求。\n年底按“五比五不比”打分。\n明年“五比五不比”接着办。';
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ message }) => message)).toEqual([
      '“五比五不比”全文没有说明是哪 5 条，请在头一次说到时交代一句，或直接说内容。',
    ]);
    expect(findings[0]?.related).toHaveLength(2);
  });

  it('is named at one place once, and the first three of the draft are named', () => {
    expect(findingsOf(RULE, '要“推进四大战略”，不拖。').map(({ related }) => related)).toEqual([[]]);
    const text = '全县聚焦三大突破。“三查四定”办了。“四进五送”办了，“五看六问”也办了。';
    expect(wordsAt(RULE, text)).toEqual(['三大突破', '三查四定', '四进五送']);
    expect(findingsOf(RULE, '全县推进四大战略，即修路的事。')).toEqual([]);
  });

  it('is one of at most three that are named in a draft', () => {
    const text = '“三查四定”办了，“四进五送”办了，“五看六问”办了，“六个走进”也办了。';
    expect(findingsOf(RULE, text)).toHaveLength(3);
  });
});

describe('a label that is spelt out', () => {
  it.each(
    '即 就是 是指 指的是 也就是 包括 分别 主要是 具体是 ： : —— — －－ （ ( 这三 具体包括 ，即 ,即 ，具体是'
      .split(' ')
      .map((lead) => [lead]),
  )('behind the label by “%s” is let pass', (lead) => {
    expect(findingsOf(RULE, `要抓“三查四定”${lead}查路查水查电的事。`)).toEqual([]);
    expect(wordsAt(RULE, `要抓“三查四定”、大家听${lead}修路。`)).toEqual(['三查四定']);
  });

  it.each('所谓 什么是 以下 如下 下面 上述 以上'.split(' ').map((lead) => [lead]))(
    'in front of the label by “%s” is let pass',
    (lead) => {
      expect(findingsOf(RULE, `${lead}讲三讲“三查四定”的事。`)).toEqual([]);
      expect(wordsAt(RULE, `${lead}讲三讲四“三查四定”的事。`)).toEqual(['三查四定']);
      expect(wordsAt(RULE, `${lead}。讲“三查四定”的事。`)).toEqual(['三查四定']);
    },
  );

  it.each([
    ['修路、引水、建校“三查四定”。', 0],
    ['修路、引水“三查四定”。', 1],
    ['修路、引水、建校，“三查四定”。', 1],
    ['修路，引水、建校“三查四定”。', 1],
    ['修路，引水，建校等“三查四定”。', 0],
    ['修路；引水；建校这“三查四定”。', 0],
    ['修路，引水等“三查四定”。', 1],
    ['修路，引水，等等看“三查四定”。', 1],
    ['修路、引水、建校。大家抓“三查四定”。', 1],
    ['抓“三查四定”，修路；引水；建校。', 0],
    ['抓“三查四定”，修路、引水、建校。', 0],
    ['抓“三查四定”，修路；引水建校。', 1],
    ['抓“三查四定”。修路、引水、建校。', 1],
    ['修路、引水、建校。抓“三查四定”。', 1],
  ] as const)('by a list with as many members as it says is let pass: %s', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it.each([
    ['要抓“三查四定”的事。查路。查水。查电。', 0],
    ['要抓“三查四定”的事。查路。查水。', 1],
    ['要抓“三个走进”的事。走进田头看。走进学堂看。走进医院看。', 0],
    ['要抓“三个走进”的事。走进田头看。走进学堂看。', 1],
    ['要抓“三个提升”的事。后勤要提速。机要要提质。接待要提效。', 0],
    ['要抓“三个提升”的事。质量要上升；水平要提升；人气要跃升。', 0],
    ['要抓“三个提升”的事。后勤要提速。机要要提质。', 1],
    ['要抓“三个提升”的事。后勤提了速。机要提了质。接待提了效。', 1],
    ['要抓“三项走进”的事。走进田头看。走进学堂看。走进医院看。', 0],
    ['走进田头看。走进学堂看。走进医院看。要抓“三个走进”的事。', 1],
    ['要抓“三个走进”的事。\n走进田头看。\n走进学堂看。\n走进医院看。', 0],
    ['要抓“三个走进”的事。\n天晴了。\n走进学堂看，走进田头看。\n走进医院看。', 0],
    ['要抓“三个走进”的事。\n天晴了。\n走进学堂看，走进田头看。\n下雨了。\n走进医院看。', 1],
  ] as const)('by words taken up as often as it says is let pass: %j', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it.each([
    ['今年要抓“三个关口”。\n一是把住用火。\n二是把住用水。\n三是把住用电。', 0],
    ['今年要抓“三个关口”。\n一是把住用火。\n二是把住用水。', 1],
    ['今年要抓“三个关口”。\n天晴了。\n一是把住用火。\n二是把住用水。\n三是把住用电。', 1],
    ['今年要抓“三个关口”。一是把住用火。二是把住用水。三是把住用电。', 0],
    ['一是把住用火。二是把住用水。三是把住用电。今年要抓“三个关口”。', 1],
    ['今年要抓“三个关口”，大家要记。一是把住用火。二是把住用水。三是把住用电。', 0],
    ['今年要抓“三个关口”，大家要记住。一是把住用火。二是把住用水。三是把住用电。', 1],
    ['今年要抓“三个关口”！一是把住用火。二是把住用水。三是把住用电。', 1],
  ] as const)('by a series that it announces is let pass: %j', (text, count) => {
    expect(findingsOf(RULE, text)).toHaveLength(count);
  });

  it.each([
    ['by 即', '要抓好“三查四定”，即查路、查水、查电，定人、定时、定钱、定责。'],
    ['by 所谓', '所谓“四进五送”，人人都清楚。年底按“四进五送”打分。'],
    ['by brackets', '要做到“三个走进”（走进田头、走进学堂、走进医院），把话听全。'],
    ['by a colon', '要做到“三个走进”：走进田头，走进学堂，走进医院。'],
    ['by a list before it', '修路、引水、建校、请大夫这“四件实事”，都有了着落。'],
    ['by a list in its sentence', '按“四个走进”的办法，走进田头、走进学堂、走进医院、走进市场，听一听。'],
    ['by items that follow', '今年要抓“三个关口”。一是把好用火的关。二是把好用水的关。三是把好用电的关。'],
    [
      'by items in the next paragraphs',
      '今年要抓“两个关口”。\n一是把好用火的关，人人有责。\n二是把好用水的关，天天检查。',
    ],
    ['by words taken up', '要做到“三个走进”。先走进田头看庄稼。再走进学堂看孩子。还要走进医院看老人。'],
    ['by words taken up in part', '关键是“做到三个提升”。后勤要提速。机要要提质。接待要提效。'],
    [
      'elsewhere in the draft',
      '要落实“三查四定”。大家先听着。\n前面说的“三查四定”，就是查路查水查电，定人定时定钱定责。',
    ],
  ])('%s is let pass', (_, text) => {
    expect(findingsOf(RULE, text)).toEqual([]);
  });
});

it.each([
  '他“三天打鱼”，没有长性。',
  '今年是“十四五”收官的一年，“五一”前后要把路修好。',
  '他在“三中全会”那年参加工作，是“八级工”。',
  '要学好《四个走进工作法》这本书。',
  '全县有三大产业、四个镇、五条河，“两头”都要顾到。',
  '“十大感动人物”评出来了，“五星”民宿也挂了牌。',
])('takes no count, date, rank or title for a label: %s', (text) => {
  expect(findingsOf(RULE, text)).toEqual([]);
});

it.each(
  '年度 月份 日头 天内 时整 点半 分钟 岁人 人组 名人 元钱 万人 亿元 千人 百人 次会 届会 中全 级工 等奖 期工 胎孩 孩政 线城 环路 楼上 层楼 米长 里路 号楼 路车 班人 周年 倍数 成人 代人 股风 方人 边人 侧人 通人 星级 胞胎 连冠 角形 维图 轮车 色花 者都 则事 本书 台戏 寸长 尺高 斤重 两重 口人 只鸡 头牛 块地 季度 章书 州人 岸人 省人 市人 县人 区人 镇人 村人 小时内 公里长 十来天 个月 大人 项月 条人 类人 种人 位人 二三人 五五 五规划 五时期 五期间'
    .split(' ')
    .map((counted) => [counted]),
)('takes “三%s” for a count', (counted) => {
  expect(findingsOf(RULE, `要记住“三${counted}”的事，把路修好。`)).toEqual([]);
});

it.each(['个月饼', '个人物', '大人物'])('takes “三%s” for a count as well', (counted) => {
  expect(findingsOf(RULE, `要记住“三${counted}”的事，把路修好。`)).toEqual([]);
});

it.each(['个走进', '大提升', '项行动', '条路子', '类办法', '种做法', '位一体推'])(
  'takes “三%s” for a label',
  (label) => {
    expect(wordsAt(RULE, `要记住“三${label}”的事，把路修好。`)).toEqual([`三${label}`]);
  },
);

it('says nothing of statutes', () => {
  const articles = [1, 2, 3, 4, 5].map((n) => `第${'一二三四五'.charAt(n - 1)}条　按时到会。`).join('\n');
  expect(findingsOf(RULE, `${articles}\n落实“五比五不比”要求。`)).toEqual([]);
});

it('heeds the fixed terms of the writer’s own house', () => {
  const words = { fixedTerms: ['五比五不比'], preferredTerms: {}, stockPhrases: [], confusableWords: {} };
  const { findings } = checkDraft('落实“五比五不比”要求。', { format: 'plain', guide: { rules: {}, words } });
  expect(findings).toEqual([]);
});

it.each([...KNOWN_LABELS])('knows “%s”', (label) => {
  expect(findingsOf(RULE, `要落实“${label}”要求，把路修好。`)).toEqual([]);
});
