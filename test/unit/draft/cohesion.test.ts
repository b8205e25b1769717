import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import { isLead, looksBack, sumsUp } from '../../../server/src/core/draft/cohesion.js';

const OPENINGS =
  '这|那|此|其|它|他|她|对此|为此|因此|因而|由此|从此|所以|于是|可见|但|然而|不过|可是|而|同时|同样|并且|也|还|更|再|又|则|反之|相反|否则|不然|只有这样|如此|与此|上述|以上|前者|后者|当然|尤其|特别是|比如|例如|譬如|具体|换句话|换言之|总之|接着|随后|后来|结果|原来|正因|之所以|二者|两者|答案|说到底|归根|先生|老人|对方|有人|当时|没想到|谁知|到了|第二天|第二年|有天|一天|我说|我问|我答';

describe('a sentence that looks back', () => {
  it.each(OPENINGS.split('|'))('begins with %s', (words) => {
    expect(looksBack(`${words}修渠架桥。`)).toBe(true);
    expect(looksBack(`“${words}修渠架桥。”`)).toBe(true);
    expect(looksBack(`村里，${words}修渠架桥。`)).toBe(/[他她它也]/u.test(words));
  });

  it.each(Array.from('“‘（('))('may open with %s', (mark) => {
    expect(looksBack(`${mark}因此修渠。`)).toBe(true);
    expect(looksBack(`${mark}修渠。`)).toBe(false);
  });

  it.each([
    ['names somebody told before', '大家请他上台。', true],
    ['names her', '村里选她带队。', true],
    ['names it', '渠修好了，用它浇地。', true],
    ['says that the same holds here', '学校的菜地，也分到了各班。', true],
    ['says so after sixteen characters', `${'菜地'.repeat(8)}，也分到了各班。`, true],
  ])('%s', (_, text, expected) => {
    expect(looksBack(text)).toBe(expected);
  });

  it.each([
    '修渠要抓紧。',
    '其他村也要修。',
    '其中三里最难修。',
    '其余的明年修。',
    '其它村明年修。',
    '二天修好三里。',
    '第二步修东渠。',
    '三天修好三里。',
    '我修东渠。',
    '先要修渠，其他的放一放。',
    '晚会上吉他响起来了。',
    '要立规矩，排他的条款都删掉。',
    '奉献是利他的事。',
    '要学会尊重他人。',
    '自律重于他律。',
    '莫把故土作他乡。',
    '学习他国的经验。',
    '他日再谈不迟。'.replace('他日', '改到他日'),
    '路通了，水通了，也亮堂了。',
    '路通了；水渠也通了。',
    '菜地；也分到了各班。',
    '要求：菜地，也要分。',
    '学校的菜地也分到了各班。',
    `${'菜地'.repeat(8)}里，也分到了各班。`,
    '明年，也许修西渠。',
    '修渠，也就是说挖沟。',
  ])('is not %s', (text) => {
    expect(looksBack(text)).toBe(false);
  });
});

describe('a sentence that sums a list up', () => {
  const OPENED = ['这些', '以上', '上述', '总之', '总的', '归结起来'];
  const COUNTED = Array.from('一二两三四五六七八九十几').map((numeral) => `这${numeral}个`);
  const MEASURED = Array.from('个条点项件种句').map((measure) => `这三${measure}`);
  const OTHERS = ['这三方面', '上面三点', '前面三点', '这十二条', '这3条', '这12条', '这0条', '这9条'];

  it.each([...OPENED, ...COUNTED, ...MEASURED, ...OTHERS])('begins with %s', (words) => {
    expect(sumsUp(`${words}办法，明年还要用。`)).toBe(true);
    expect(sumsUp(`要记住，${words}办法明年还要用。`)).toBe(false);
  });

  it.each(['这里的人会修渠。', '这个村会修渠。', '这三年修了渠。', '这条渠修好了。', '三条办法都要用。'])(
    'is not %s',
    (text) => {
      expect(sumsUp(text)).toBe(false);
    },
  );
});

describe('a sentence that names what follows', () => {
  const isFirstLead = (text: string): boolean => {
    const [paragraph] = buildDraft(text, 'plain').paragraphs;
    const [sentence] = paragraph?.analysis.sentences ?? [];
    if (paragraph === undefined || sentence === undefined) throw new Error('no sentence');
    return isLead(paragraph, sentence);
  };

  it.each([
    ['is short and of one clause', '要沟通在前。有事早商量。', true],
    ['has twenty characters', `要${'沟通'.repeat(9)}。有事早商量。`, true],
    ['not twenty-one', `要${'沟通'.repeat(9)}了。有事早商量。`, false],
    ['nor two clauses', '要沟通，要商量。有事早商量。', false],
    ['but with an ordinal two clauses', '一是要沟通，要商量。有事早商量。', true],
    ['of forty characters', `一是要沟通，要${'商量'.repeat(16)}。有事早商量。`, true],
    ['not of forty-one', `一是要沟通，要${'商量'.repeat(16)}了。有事早商量。`, false],
    ['nor with an ordinal inside', '要沟通，一是商量。有事早商量。', false],
    ['nor with that of the next sentence', '要沟通，要商量。一是早商量。', false],
  ])('%s', (_, text, expected) => {
    expect(isFirstLead(text)).toBe(expected);
  });
});
