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

/** So much Chinese that the Latin of a row does not make a foreign text of the draft. */
const CHINESE = '今年的水渠修得早，乡亲们都说好，明年还要一直往山上修，让半坡的果园也用上水。';

describe(RULE, () => {
  it.each(faulty)('finds what was left in %s', (text, expected) => {
    expect(wordsAt(RULE, text)).toEqual(expected);
  });

  it.each(lawful)('says nothing about %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it.each(
    '同志 书记 县长 市长 省长 镇长 乡长 主任 局长 部长 校长 院长 经理 董事长 主席 先生 女士 老师 省 市 县 区 乡 镇 村'
      .split(' ')
      .map((named) => [named]),
  )('takes asterisks and a single × before %s for a masked name', (named) => {
    expect(wordsAt(RULE, `今天请**${named}来，也请×${named}来。`)).toEqual(['**', '×']);
    expect(wordsAt(RULE, `今天请**${named}来，也请**${named}来。`)).toEqual(['**', '**']);
  });

  it.each('州 盟 旗 局 厅 部 年 月 日 号 人'.split(' ').map((masked) => [masked]))(
    'takes a single × and two ○ before %s for what was left open',
    (masked) => {
      expect(wordsAt(RULE, `定在×${masked}，改到○○${masked}。`)).toEqual(['×', '○○']);
    },
  );

  it.each([
    ['地块长 3×人，长 )×人，长 ）×人，长 ]×人，长 .×人。', []],
    ['请××县来人，又请×××来人。', ['××', '×××']],
    ['路宽×高，都量过。', []],
    ['XX县、xx县、ＸＸ县和ｘｘ县都来。', ['XX', 'xx', 'ＸＸ', 'ｘｘ']],
    ['XX', ['XX']],
    ['请“XX”来，请《XX》来，请（XX）来。', ['XX', 'XX', 'XX']],
    ['X县和YX都来。', []],
    ['定在X年X月X日，改到Ｘ年。', ['X', 'X', 'X', 'Ｘ']],
    ['定在AX年，又定在XＸ年。', ['XＸ']],
    ['请某某某来，请某某来，某人不来。', ['某某某', '某某']],
    ['完成投资__万元，又完成___万元，再完成＿＿＿万元。', ['___', '＿＿＿']],
    ['请□和△来，请□□来，请△△来。', ['□□', '△△']],
    ['请□□【音一】来。', []],
    ['请○同志和○○来，一○○人来。', []],
    ['那是二○○八年，今年○○年。', ['○○']],
    ['这是TODO，那是TBD，别的是TODOS。', ['TODO', 'TBD']],
  ] as const)('tells what was left open from what is meant in %s', (text, expected) => {
    expect(wordsAt(RULE, `${text}\n${CHINESE}`)).toEqual(expected);
  });

  it.each('补 定 核 填 查 完善 更新 确认'.split(' ').map((verb) => [verb]))(
    'takes a bracket that says what is still to be done for a placeholder: 待%s',
    (verb) => {
      for (const note of [`（待${verb}）`, `(需${verb})`, `[此处待${verb}]`, `【需办公室${verb}一下】`]) {
        expect(wordsAt(RULE, `产量达到${note}吨，比去年多。`)).toEqual([note]);
      }
    },
  );

  it.each([`（待${'修'.repeat(6)}核）`, `（待核${'修'.repeat(12)}）`, `【${'修'.repeat(30)}】`])(
    'finds a note or field as long as one may be: %s',
    (field) => {
      expect(wordsAt(RULE, `产量达到${field}吨。`)).toEqual([field]);
    },
  );

  it.each([
    `产量达到【${'修'.repeat(31)}】吨。`,
    `产量达到（待${'修'.repeat(7)}核）吨。`,
    '产量达到（待秋后，再核）吨。',
    '产量达到（等候核实）吨。',
    `产量达到（待核${'修'.repeat(13)}）吨。`,
  ])('takes no remark in brackets for a placeholder: %s', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });

  it.each(
    '案例 典型案例 点评 导语 编者按 背景 链接 提示 提要 摘要 开场 正文 结尾 结语 备注 说明 问题 做法 问 答 主持词 第一部分 第二环节 第3项 案例一 案例12'
      .split(' ')
      .map((label) => [label]),
  )('takes 【%s】 for the label of a part at the head of a line, and for a field elsewhere', (label) => {
    expect(wordsAt(RULE, `【${label}】青石镇的路修好了。`)).toEqual([]);
    expect(wordsAt(RULE, `  【${label}】青石镇的路修好了。`)).toEqual([]);
    expect(wordsAt(RULE, `青石镇的路【${label}】修好了。`)).toEqual([`【${label}】`]);
  });

  it.each(['【大案例】', '【案例一二三】', '【案例甲】', '【第十二三四五部分】', '【第部分】'])(
    'takes no other words in 【】 for a label: %s',
    (field) => {
      expect(wordsAt(RULE, `${field}青石镇的路修好了。`)).toEqual([field]);
    },
  );

  it.each(['【音同“义”】', '【注一】', '【按：旧名】', '【新华社北京电】', '【本报讯】', '【李四摄】'])(
    'leaves the note %s alone',
    (note) => {
      expect(wordsAt(RULE, `青石镇的路${note}修好了。`)).toEqual([]);
    },
  );

  it.each([
    ['要**切实抓好**，不拖。', []],
    ['我们要把路**一段一段地修好**。', []],
    ['路要修，**水要引来：**电要通。', []],
    ['路要修好**水要引来。**电要通。', ['**', '**']],
    ['路要修好**水要引来，电**要通。', ['**', '**']],
    ['请**和*****来。', ['**', '*****']],
    ['请**水**来。', ['**', '**']],
    ['请** 水来 **来。', ['**', '**']],
    ['请**同志说话**来。', ['**', '**']],
    ['请***来，*不算。', ['***']],
    ['请＊＊同志来。', ['＊＊']],
  ] as const)('tells bold text from two masked names in %s', (text, expected) => {
    expect(wordsAt(RULE, text)).toEqual(expected);
  });

  it.each(['，', '。', '：', '；', '！', '？', '、', '”', '）', ' ', ''])(
    'takes a clause in asterisks before “%s” for bold',
    (after) => {
      expect(wordsAt(RULE, `路要修，**水要引来。电要通**${after}`)).toEqual([]);
      expect(wordsAt(RULE, `路要修，**水要引来。电要通**吧${after}`)).toEqual(['**', '**']);
    },
  );

  it.each([
    ['我们要把**切实抓好***的事办成。', ['**', '***']],
    ['村里人都说：【电灯数】不对。', ['【电灯数】']],
    ['今年修路的里数是____', ['____']],
    ['【第十二部分】讲修路。', []],
  ] as const)('knows %s', (text, words) => {
    expect(wordsAt(RULE, text)).toEqual(words);
  });

  it('leaves a line that only divides parts alone', () => {
    for (const divider of ['______', '＊＊＊＊', ' **** ', '————', '=-=-**']) {
      expect(wordsAt(RULE, `上一部分讲修路。\n${divider}\n下一部分讲修渠。`), divider).toEqual([]);
    }
    expect(wordsAt(RULE, '上一部分讲修路。\n____元\n下一部分讲修渠。')).toEqual(['____']);
  });

  it('names a place once, in the order of the draft', () => {
    expect(wordsAt(RULE, '请【××同志】来，再请某某和**书记来。')).toEqual(['××', '某某', '**']);
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
