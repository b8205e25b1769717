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

  it('is named once, with its other places', () => {
    const text = '各镇要落实“五比五不比”要求。\n年底按“五比五不比”打分。\n明年“五比五不比”接着办。';
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ message }) => message)).toEqual([
      '“五比五不比”全文没有说明是哪 5 条，请在头一次说到时交代一句，或直接说内容。',
    ]);
    expect(findings[0]?.related).toHaveLength(2);
  });

  it('is one of at most three that are named in a draft', () => {
    const text = '“三查四定”办了，“四进五送”办了，“五看六问”办了，“六个走进”也办了。';
    expect(findingsOf(RULE, text)).toHaveLength(3);
  });
});

describe('a label that is spelt out', () => {
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
