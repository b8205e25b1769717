import { describe, expect, it } from 'vitest';
import { findingsOf, wordsAt } from './findings.js';

const RULE = 'placeholder-left';

const faulty: readonly (readonly [string, readonly string[]])[] = [
  ['省委**同志出席会议并讲话。', ['**']],
  ['5月22日，**同志在会上强调，要抓好落实；**书记提出三点要求。', ['**', '**']],
  ['向**县、**镇学习。', ['**', '**']],
  ['感谢××公司和×县长。', ['××', '×']],
  ['定于X月X日召开，XX同志主持，20XX年完成。', ['X', 'X', 'XX', 'XX']],
  ['下面请某某同志发言。', ['某某']],
  ['今年完成投资______万元。', ['______']],
  ['今天我们召开【会议名称】，主要任务是【】。', ['【会议名称】', '【】']],
  ['【单位】要把这项工作摆上日程。\n【办公室】每季度督查一次。', ['【单位】', '【办公室】']],
  ['【待补】', ['【待补】']],
  ['产量达到（待核实）吨，另有（此处待补充）。', ['（待核实）', '（此处待补充）']],
  ['账面上是（待财务核实）万元。', ['（待财务核实）']],
  ['请○○同志和□□镇发言。', ['○○', '□□']],
];

const lawful = [
  '**一是提高站位。**要把思想统一起来。',
  '**这一整行都是从别处粘来的粗体**',
  '要做到**人到心到**，一抓到底。',
  '地块长 3×5 米，面积 15×2 亩。',
  '二○○八年和二〇〇八年都丰收了。',
  'MAXX 系统和 XXL 号已经到货。',
  '************',
  '【案例】青石镇的做法。\n【点评】这个做法好。',
  '【本报云溪3月1日电】青石镇春耕开始。',
];

describe(RULE, () => {
  it.each(faulty)('finds what was left in %s', (text, expected) => {
    expect(wordsAt(RULE, text)).toEqual(expected);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it('takes bold in Markdown for bold, even where Chinese marks keep it from being parsed', () => {
    const text = '**重点：**抓落实。\n\n要**切实**抓好**“三件事”**的落实。\n\n___\n\n* 一\n* 二\n';
    expect(wordsAt(RULE, text, { format: 'markdown' })).toEqual([]);
  });

  it('finds a masked name in Markdown', () => {
    expect(wordsAt(RULE, '省委**同志出席会议。', { format: 'markdown' })).toEqual(['**']);
  });

  it('names what it found', () => {
    expect(findingsOf(RULE, '请某某同志发言。')[0]?.message).toBe(
      '这里的“某某”是占位符，还没有换成真正的内容，请补上。',
    );
  });
});
