import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from '../findings.js';

const RULE = 'announced-count';

const found = (text: string): readonly string[] => wordsAt(RULE, text);

/** The places that the only finding counts. */
function items(text: string): readonly string[] {
  const [finding, ...others] = findingsOf(RULE, text);
  expect(others).toEqual([]);
  return finding?.related.map(({ span }) => text.slice(span.start, span.end)) ?? [];
}

describe('a label explained in its sentence', () => {
  const CLAUSES = '紧盯进度抓紧，紧盯质量抓严。';

  it.each(['就是', '即是', '即', '是指', '指的是', '分别是', '也就是', '：', ':'])('by %s', (words) => {
    for (const before of ['，', ',', '”', '”，', '’', '’：']) {
      for (const more of ['', '要']) {
        expect(found(`我说的三个紧盯${before}${words}${more}${CLAUSES}`)).toEqual(['三个紧盯']);
      }
      expect(found(`我说的三个紧盯${before}具体${words}${CLAUSES}`)).toEqual(['三个紧盯']);
    }
    expect(found(`我说的三个紧盯好处${words}${CLAUSES}`)).toEqual([]);
  });

  it('takes clauses that begin with it, as long as they follow one another', () => {
    expect(items('我说的四个紧盯，即紧盯进度，紧盯质量；紧盯资金。')).toEqual([
      '紧盯进度',
      '紧盯质量',
      '紧盯资金',
    ]);
    expect(items('我说的四个紧盯，即紧盯进度，紧盯质量，按期完工。')).toEqual(['紧盯进度', '紧盯质量']);
    expect(items('我说的四个紧盯，即要紧盯进度，还要紧盯质量，必须紧盯资金。')).toEqual([
      '紧盯进度',
      '还要紧盯质量',
      '必须紧盯资金',
    ]);
    expect(found('我说的四个紧盯，即紧盯进度，紧盯质量，再说紧盯资金。')).toEqual([]);
    expect(found('我说的四个紧盯，即紧盯进度，按期完工，紧盯质量。')).toEqual([]);
    expect(found('我说的四个紧盯，即紧盯进度。紧盯质量。')).toEqual([]);
  });

  it('takes clauses that all hold it once', () => {
    expect(items('我说的三个一线，就是干部在一线锤炼，问题在一线解决。')).toEqual([
      '干部在一线锤炼',
      '问题在一线解决',
    ]);
    expect(found('我说的四个一线，就是干部在一线锤炼，问题在一线解决，作风转变。')).toEqual([]);
    expect(found('我说的四个一线，就是干部在一线锤炼，问题从一线到一线，作风在一线转变。')).toEqual([]);
    expect(found('我说的三个一线，就是干部在一线锤炼。')).toEqual([]);
  });

  it('takes members that begin or end with it, joined by 、 alone', () => {
    expect(items('我说的四个全程，就是全程公开、留痕全程、全程监督。')).toEqual([
      '全程公开',
      '留痕全程',
      '全程监督',
    ]);
    expect(found('我说的四个全程，就是全程公开、留痕、全程监督。')).toEqual([]);
    expect(found('我说的四个全程，就是留痕、监督、公开。')).toEqual([]);
    expect(found('我说的两个全程，就是全程公开。')).toEqual([]);
    for (const join of ['和', '与', '及']) {
      expect(found(`我说的四个全程，就是全程公开${join}留痕、全程监督。`)).toEqual([]);
      expect(items(`我${join}你说的三个全程，就是全程公开、全程监督。`)).toHaveLength(2);
    }
    expect(items('我说的三个和谐，就是和谐乡村、和谐社区。')).toEqual(['和谐乡村', '和谐社区']);
  });

  it('differs by two at most, from two on, and is of two characters or more', () => {
    expect(found('我说的五个紧盯，即紧盯进度，紧盯质量，紧盯资金。')).toEqual(['五个紧盯']);
    expect(found('我说的六个紧盯，即紧盯进度，紧盯质量，紧盯资金。')).toEqual([]);
    expect(found('我说的三个紧盯，即紧盯进度，紧盯质量，紧盯资金。')).toEqual([]);
    expect(found('我说的两个紧盯，即紧盯进度，紧盯质量，紧盯资金。')).toEqual(['两个紧盯']);
    expect(found('我说的一个紧盯，即紧盯进度，紧盯质量，紧盯资金。')).toEqual([]);
    expect(found('我说的三个盯，即盯进度，盯质量。')).toEqual([]);
    expect(found('我说的四个自信，即四个自信有道路，四个自信有理论。')).toEqual([]);
  });
});

describe('a label that sentences take up', () => {
  const OPENERS = [
    '',
    '就要',
    '还要',
    '更要',
    '要',
    '必须',
    '坚持',
    '始终',
    '切实',
    '着力',
    '做到',
    '以',
    '在',
  ];

  it.each(OPENERS)('opens them after “%s”', (opener) => {
    const text = `要做到三个贴近。${opener}贴近农户，摸清实情。坐一坐。贴近市场，打开销路。`;
    expect(items(text)).toEqual([`${opener}贴近农户`, '贴近市场']);
  });

  it('does not open them after other words, nor one alone', () => {
    expect(found('要做到三个贴近。努力贴近农户，摸清实情。大家贴近市场，打开销路。')).toEqual([]);
    expect(found('要做到三个贴近。贴近农户，摸清实情。努力贴近市场，打开销路。')).toEqual([]);
  });

  it('ends short sentences of one clause', () => {
    const texts = (sentence: string): string =>
      `要做到三个到位。${sentence}${sentence.replace('发现', '解决')}`;
    expect(items(texts('发现问题要到位。'))).toEqual(['发现问题要到位。', '解决问题要到位。']);
    expect(items(texts('发现问题要到位！”')).map((words) => words.slice(0, 2))).toEqual(['发现', '解决']);
    expect(found(texts('发现问题，要到位。'))).toEqual([]);
    expect(found(texts('发现工作里的问题一定要到位。'))).toEqual(['三个到位']);
    expect(found(texts('发现工作里的各问题一定要到位。'))).toEqual([]);
    expect(found('要做到三个到位。发现问题要到位。解决问题要紧。')).toEqual([]);
  });

  it('in one breath with another, ends them but for its last character', () => {
    const text = (announced: string): string => `${announced}。发现管到家。交办管到位。解决管到底。`;
    expect(items(text('要做到“突出一个主线、四个到底”'))).toHaveLength(3);
    expect(found(text('要做到四个到底'))).toEqual([]);
    expect(found(text('要做到“突出一个主线、四个到底线”'))).toEqual([]);
    expect(found('要做到“突出一个主线、三个到底”。发现管到家。交办要快。')).toEqual([]);
    expect(found('要做到“突出一个主线、四个到底”。发现，管到家。交办，管到位。解决，管到底。')).toEqual([]);
  });

  const SENTENCES = '要贴近农户。要贴近市场。';

  it.each([
    `要做到三个贴近。${SENTENCES}`,
    `要做到三个贴近！${SENTENCES}`,
    `要做到三个贴近：大家听好。${SENTENCES}`,
    `要做到三个贴近:大家听好。${SENTENCES}`,
    `要做到“三个贴近”。${SENTENCES}`,
    `要做到‘三个贴近’。${SENTENCES}`,
    `要做到“三个贴近、一个主线”。${SENTENCES}`,
    `要做到“一个主线，做到三个贴近”。${SENTENCES}`,
    `要做到“三个贴近、突出好一个主线”。${SENTENCES}`,
  ])('is announced in %s', (text) => {
    expect(found(text)).toContain('三个贴近');
  });

  it.each([
    `要做到三个贴近，大家听好。${SENTENCES}`,
    `要做到三个贴近；大家听好。${SENTENCES}`,
    `要做到三个贴近吗？${SENTENCES}`,
    `要做到“三个贴近”这一条，还要快。${SENTENCES}`,
    `要做到“三个贴近、大家都要一个主线”，都听好。${SENTENCES}`,
    `要做到“三个贴近”好不好？${SENTENCES}`,
    `要做到三个贴近，再说一说一个主线，好。${SENTENCES}`,
  ])('is none in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each('落实|贯彻|按照|根据|围绕|践行|深化|巩固|推进|依据|结合|开展|实施|学习|深入'.split('|'))(
    'is another’s after %s',
    (verb) => {
      expect(found(`全县${verb}三个贴近。${SENTENCES}`)).toEqual([]);
      expect(found(`全县${verb}“三个贴近”。${SENTENCES}`)).toEqual([]);
      expect(found(`全县${verb}“争先，三个贴近”。${SENTENCES}`)).toEqual([]);
      expect(found(`全县${verb}“争先”，三个贴近。${SENTENCES}`)).toEqual(['三个贴近']);
      expect(found(`全县${verb}好三个贴近。${SENTENCES}`)).toEqual(['三个贴近']);
    },
  );
});

describe('a verb and a noun that sentences take up', () => {
  const text = (verb: string, ...sentences: string[]): string =>
    `要${verb}4个突出问题。${sentences.join('')}`;

  it('are items when each opens alike', () => {
    expect(items(text('解决', '要解决“出行难”问题，年内通。', '要解决“饮水难”问题。'))).toEqual([
      '要解决“出行难”问题',
      '要解决“饮水难”问题',
    ]);
    expect(items(text('解决', '解决“出行难”问题，年内通。', '大家努力。', '解决“饮水难”问题。'))).toEqual([
      '解决“出行难”问题',
      '解决“饮水难”问题',
    ]);
  });

  it.each([
    text('解决', '要解决“出行难”问题，年内通。', '还要解决“饮水难”问题。'),
    text('解决', '要解决“出行难”问题，年内通。', '要办好“饮水难”问题。'),
    text('解决', '要解决“出行难”问题，年内通。', '要解决“饮水难”困难。'),
    text('解决', '要解决“出行难”问题，年内通。', '年内解决问题。'),
    text('解决', '全村人想办法解决“出行难”问题，年内通。', '全村人想办法解决“饮水难”问题。'),
    text('解决', '要解决“出行难”问题，年内通。'),
    text('做到', '要做到“出行难”问题，年内通。', '要做到“饮水难”问题。'),
    '要：4个突出问题。要：“出行难”问题，年内通。要：“饮水难”问题。',
  ])('are none in %s', (said) => {
    expect(found(said)).toEqual([]);
  });

  it('in one breath with another, are told by a single sentence as well', () => {
    const both = (...sentences: string[]): string => `要“抓好一条主线、解决两个难题”。${sentences.join('')}`;
    expect(items(both('要抓好产业主线。', '要解决出行难题。'))).toEqual(['要解决出行难题。']);
    expect(items(both('要抓好产业主线。', '必须解决出行难题！'))).toEqual(['必须解决出行难题！']);
    expect(items(both('要抓好产业主线。', '解决一件件积累了多年难题。'))).toEqual([
      '解决一件件积累了多年难题。',
    ]);
    expect(found(both('要抓好产业主线。', '解决一件件积累了许多年难题。'))).toEqual([]);
    expect(found(both('要抓好产业主线。', '要解决难题。'))).toEqual([]);
    expect(found(both('要抓好产业主线。', '要解决，出行难题。'))).toEqual([]);
    expect(found(both('要抓好产业主线。', '大家解决出行难题。'))).toEqual([]);
    expect(found('要解决两个难题。要抓好产业主线。要解决出行难题。')).toEqual([]);
  });
});
