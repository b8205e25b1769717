import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { fixUntilStable } from '../../../server/src/core/fixes.js';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'halfwidth-punctuation';

/** A faulty text and what fix-all makes of it. */
const faulty: readonly (readonly [string, string])[] = [
  ['同志们,大家好!', '同志们，大家好！'],
  ['各村要早准备, 早动手 , 不误农时.', '各村要早准备，早动手，不误农时。'],
  ['任务是:修路;修渠。', '任务是：修路；修渠。'],
  ['会议时间:8:30开始。', '会议时间：8:30开始。'],
  ['谁来牵头?大家想一想。', '谁来牵头？大家想一想。'],
  ['产量增长5%,创了新高。', '产量增长5%，创了新高。'],
  ['这次全用GPS,比过去准。', '这次全用GPS，比过去准。'],
  ['办公室(督查科)负责。', '办公室（督查科）负责。'],
  ['办公室(督查科）负责。', '办公室（督查科）负责。'],
  ['抓好"门前三包"这件事。', '抓好“门前三包”这件事。'],
  ['种子、化肥、农药...样样齐。', '种子、化肥、农药……样样齐。'],
  ['种子、化肥、农药......样样齐。', '种子、化肥、农药……样样齐。'],
  ['要备齐种子、化肥、农药...', '要备齐种子、化肥、农药……'],
  ['各村要早准备 !', '各村要早准备！'],
  ['这样就行了?', '这样就行了？'],
  ['他问：“这样就行了?”', '他问：“这样就行了？”'],
  ['修好水渠吧.', '修好水渠吧。'],
  ['(督查科)GPS由他管。', '（督查科）GPS由他管。'],
  ['看GDP(产值)增长。', '看GDP（产值）增长。'],
];

const lawful = [
  '上午8:00开会，比分3:1，增长1.5%，共1,200人。',
  '发文编号是云政〔2018〕59号，5月22日印发。',
  '网址是 https://example.com/路?a=1,2;b 请收藏。',
  '邮箱是 a.b@example.com 请记好。',
  '他写道“Dear all, thank you! Are you OK?”大家笑了。',
  'We met in Paris, and talked. 他翻译得很好。',
  '卡尔.马克思的名字，作家约翰.里德的书。',
  '经济总量（GDP）和人口(2020)都在增长。',
  '一、总则......3',
  '大家辛苦了:)谢谢;-)',
  '办公室 (督查科) 负责，用组合式写法 (见下)。',
  '大兴寨水库下闸，?水灌区开工，李?同志到会。',
  '屏幕有15"大，声音也好。',
  '第一步、开机;'.replace(';', '；'),
  '资料在https://e.com/x(一)请收藏。',
  '请看www.abc.com,谢谢大家。',
  '早准备,,早动手。',
  '要用 :wq 退出。',
  '他说Yes and OK,大家笑了。',
  '谁都知道今年雨水多，来得早，下得久，淹了田，冲了路，断了桥，心里都有数，?水灌区开工。',
  '修渠铺路.',
  '这次全用GPS.',
  '老王.明天开会。',
  '今年的渠修得早.好，就这样。',
  '办公室(Good Morning早上好)负责。',
  '办公室 (督查科)负责。',
  '办公室(督查科) 负责。',
  '看GDP(产值)GNP两项。',
  '抓好"门前三包"这件事，屏幕有15"大。',
  '抓好" 门前三包 "这件事，口令是"abc"。',
  '他说：“抓好"门前三包"。”',
  '资料在https://e.com/a,b;c!d请收藏。',
  '请看www.abc.com!谢谢大家。',
  '请写信到li.si@abc.com.cn,谢谢大家。',
  '要退出就按 ;D 或 :( 两个键。',
  '办公室(No. 2 Good Morning Hall早上好)负责。',
];

/** So much Chinese that the Latin of a row does not make a foreign text of the draft. */
const CHINESE = '今年的水渠修得早，乡亲们都说好，明年还要一直往山上修，让半坡的果园也用上水。';

describe(RULE, () => {
  it.each(faulty)('mends %s', (text, fixed) => {
    expect(findingsOf(RULE, text)).toHaveLength(1);
    const check = (draft: string) => findingsOf(RULE, draft);
    expect(fixUntilStable(text, check).text).toBe(fixed);
    expect(checkDraft(fixed, { format: 'plain' }).findings).toEqual([]);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(findingsOf(RULE, `${text}\n${CHINESE}`)).toEqual([]);
  });

  it.each([
    ['先看https://e.com/a,b再修渠,修路。', 22],
    ['写信给li@abc.cn,再修渠,修路。', 16],
    ['网址前面的字,www.abc.cn,后面的字。', 6],
    ['写信,请寄li.si@abc.cn。', 2],
    ['到会的有www和com,都来了。', 11],
  ])('takes only the address out of %s', (text, at) => {
    expect(findingsOf(RULE, `${text}\n${CHINESE}`).map(({ span }) => span.start)).toEqual([at]);
  });

  it.each([
    ['谁都知道今年雨水多，来得早，下得久，淹了田，冲了路，断了桥面下?水灌区开工。', []],
    ['谁都知道今年雨水多，来得早，下得久，淹了田，冲了路，断了桥面?水灌区开工。', ['?']],
  ])('looks for what asks a question in the thirty characters before the mark: %s', (text, marks) => {
    expect(wordsAt(RULE, text)).toEqual(marks);
  });

  it.each([
    ['长度是否合适?大家看。', ['?']],
    ['渠水怎样引来?大家看。', ['?']],
    ['要修多少里路?大家看。', ['?']],
    ['渠水如何引来?大家看。', ['?']],
    ['是不是都到了?大家看。', ['?']],
    ['有没有修渠了?大家看。', ['?']],
    ['能不能修渠了?大家看。', ['?']],
    ['修渠岂是小事?大家看。', ['?']],
    ['修渠难道不要?大家看。', ['?']],
    ['那里会有水来?大家看。', ['?']],
    ['渠修好了吗?大家看。', ['?']],
    ['水渠呢?大家看。', ['?']],
    ['做什么?大家看。', ['?']],
    ['渠修好了?大家看。', []],
  ])('takes a mark for a question only after what asks: %s', (text, marks) => {
    expect(wordsAt(RULE, text)).toEqual(marks);
  });

  it.each([
    ['这次全用了共二十四颗GPS-5,比过去准。', [',']],
    ['这次全用ABCDEFGHIJKLMNOPQR,比过去准。', [',']],
    ['这次全用ABCDEFGHIJKLMNOPQRSTUV,比过去准。', []],
    ['一共涨了5.5%,比过去快。', [',']],
    ['一共涨了5.5％,比过去快。', [',']],
    ['这次用GPS 和BDS,比过去准。', [',']],
    ['这次用 GPS,比过去准。', []],
  ])('takes a mark after a figure or one Latin word for Chinese: %s', (text, marks) => {
    expect(wordsAt(RULE, `${text}\n${CHINESE}`)).toEqual(marks);
  });

  it('says of each further place that it is half-width as well', () => {
    const [many] = findingsOf(RULE, '早准备,早动手,早见效!');
    expect(many?.related.map(({ message }) => message)).toEqual(['这里也是半角标点', '这里也是半角标点']);
    const [points] = findingsOf(RULE, '今年的渠修得早.明年还要早.后年也要早，都记住。');
    expect(points?.related.map(({ message }) => message)).toEqual(['这里也是半角标点']);
  });

  it.each(Array.from('，。、；：！？“”‘’（）《》〈〉【】「」『』—…·', (mark) => [mark]))(
    'takes brackets behind %s for Chinese ones',
    (mark) => {
      const found = findingsOf(RULE, `今年修渠${mark}(督查科)GPS由他管。\n${CHINESE}`);
      expect(
        found.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ text }) => text))),
      ).toEqual(['（', '）']);
    },
  );

  it('takes straight quotation marks before and behind a quotation for wrong', () => {
    expect(wordsAt(RULE, '他说“好”，抓好"门前三包"这件事。')).toEqual(['"']);
    expect(wordsAt(RULE, '抓好"门前三包"这件事，他说“好”。')).toEqual(['"']);
    expect(wordsAt(RULE, '他说“"门前三包"要抓”。')).toEqual([]);
  });

  it('mends brackets inside brackets', () => {
    const text = '办公室(督查科(一)的人)负责。';
    const check = (draft: string) => findingsOf(RULE, draft);
    expect(fixUntilStable(text, check).text).toBe('办公室（督查科（一）的人）负责。');
  });

  it('names at most twenty further marks and mends all', () => {
    const [finding] = findingsOf(RULE, `${'早准备,'.repeat(25)}早动手。`);
    expect(finding?.related).toHaveLength(20);
    expect(finding?.fixes[0]?.edits).toHaveLength(25);
  });

  it.each(['A Good早上好', 'Good M早上好'])(
    'takes “%s” in brackets for Chinese with a Latin word',
    (content) => {
      expect(findingsOf(RULE, `办公室(${content})负责。\n${CHINESE}`)).toHaveLength(1);
    },
  );

  it('makes one finding of a paragraph and points at every mark', () => {
    const text = '早准备,早动手,早见效!\n修渠,修路。';
    const found = findingsOf(RULE, text);
    expect(wordsAt(RULE, text)).toEqual([',', ',']);
    expect(found.map(({ related }) => related.length)).toEqual([2, 0]);
    expect(found[0]?.message).toContain('3 处半角标点，第一处是“,”');
    expect(found[1]?.message).toContain('“,”是半角标点，请改成全角的“，”');
  });

  it('says so of each of eight paragraphs, and only from the ninth on of the draft', () => {
    expect(findingsOf(RULE, '修渠,修路。\n'.repeat(8))).toHaveLength(8);
    expect(findingsOf(RULE, '修渠,修路。\n'.repeat(9))).toHaveLength(1);
  });

  it('names a habit of the whole draft once and mends it at once', () => {
    const text = '(一)修渠,修路。\n'.repeat(9);
    const [finding, ...others] = findingsOf(RULE, text);
    expect(others).toEqual([]);
    expect(finding?.message).toContain('全文有 18 处');
    expect(finding?.fixes[0]?.edits).toHaveLength(27);
  });

  it('offers a full stop between sentences and leaves names alone', () => {
    const text = '今年的渠修得早.明年还要早。\n美国记者约翰.里德写过一本书。';
    const found = findingsOf(RULE, text);
    expect(found.map(({ span }) => span.start)).toEqual([7]);
    expect(found[0]?.fixes.map(({ safe }) => safe)).toEqual([false]);
    expect(applyFix(text, found[0], /。/u)).toBe(text.replace('早.明', '早。明'));
    expect(wordsAt(RULE, '今年的渠修得早.阿公说好。')).toEqual(['.']);
    const layout = '## 今年的渠修得早.明年还要早\n\n| 事 |\n| --- |\n| 今年的渠修得早.明年还要早 |\n';
    expect(findingsOf(RULE, layout, { format: 'markdown' })).toEqual([]);
  });

  it('leaves code, addresses and the syntax of Markdown alone', () => {
    const text = '# 标题\n\n运行 `a, b; c?`，见[说明](http://e.com/a,b)。\n\n**要快**,要稳。\n';
    const fixed = fixUntilStable(text, (draft) => findingsOf(RULE, draft, { format: 'markdown' })).text;
    expect(fixed).toBe(text.replace('**,', '**，'));
  });

  it('keeps Markdown’s marks when a blank stands beside them', () => {
    const text = '要先修**渠** ,再修路(先**山**后)。\n';
    const fixed = fixUntilStable(text, (draft) => findingsOf(RULE, draft, { format: 'markdown' })).text;
    expect(fixed).toBe('要先修**渠**，再修路（先**山**后）。\n');
  });
});
