import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_MODIFIERS } from '../../../server/src/core/lexicon/emptyModifiers.js';
import { RecurringPairs } from '../../../server/src/core/rules/repetition/recurring.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { applyFix, findingsOf } from './findings.js';
import { cases } from '../../arbitraries/cases.js';

const RULE = 'repeated-word';

/** Both, since either may be what a writer has; the first is Intl's too where nodejieba cannot be had. */
const segmenters = [loadSegmenter().segmenter, createIntlSegmenter()];

/** What is found stands between 【】, what it comes back to between 〖〗. */
const faulty: readonly (readonly [string, string])[] = [
  ['two heads in parallel clauses', '各村要切实管好茶园，〖进一步〗整修道路，【进一步】疏通沟渠。'],
  [
    'two heads that are not parallel',
    '坚持质量立县，〖着力〗抓好采摘，推动茶站建设，【着力】打造一支懂茶爱茶的队伍。',
  ],
  ['the same verb with it', '各茶站必须〖认真〗落实采摘标准，【认真】落实检验办法，把好质量关。'],
  ['subjects of their own', '茶站要〖切实〗把好关，各村也要【切实】带好队。'],
  ['a subordinate clause between', '我们〖不断〗改进工艺，在省里师傅的指导下，又【不断】提高品质。'],
  ['typed twice in a row', '我们要〖认真〗【认真】管好茶园。'],
  ['typed twice in front of a name', '茶乡要〖奋力〗【奋力】推进乡村振兴。'],
  ['two heads of one clause without 、', '要〖进一步〗加强和【进一步】改进茶园管理。'],
  ['one behind 、 and one at the head', '各村〖大力〗修路，引水上山、【大力】种茶。'],
  ['a verb that passes for a noun', '〖积极〗谋划明年的采摘，把账算清，【积极】动员青年回乡。'],
  ['a set phrase with its verb', '〖全力〗推动茶路整修，【全力】以赴打通最后一段。'],
  ['semicolons', '沿河各村〖坚决〗关停小茶厂，不留尾巴；山上各村【坚决】停用禁药，不打折扣。'],
  ['a verb with its object', '要大力〖改善茶园〗的道路，添置车辆，聘请师傅，持续【改善茶园】的水源。'],
  ['a verb whose work is done already', '要〖加强〗组织领导，使茶站的力量得到【加强】。'],
  [
    'a hollow noun three times',
    '学好茶站的〖工作〗规程，理顺各村采摘〖工作〗的次序，使全年【工作】有章可循。',
  ],
];

const lawful: readonly (readonly [string, string])[] = [
  ['one modifier', '各村要切实管好茶园，进一步整修道路，不断疏通沟渠。'],
  ['sentences of their own', '各村要切实管好茶园。茶站要切实把好关。'],
  ['members joined by 、', '全面负责、全面推进、全面落实，是茶站的本分。'],
  ['the last members of two lists', '发现小厂及时报告、坚决关停，并妥善安置、坚决到底。'],
  ['three clauses of one frame', '进一步管好茶园，进一步整修道路，进一步疏通沟渠。'],
  ['three clauses of one frame under one 要', '我们要进一步管好茶园，进一步整修道路，进一步疏通沟渠。'],
  ['three subjects of one frame', '茶园管理进一步加强，道路条件进一步改善，茶农收入进一步提高。'],
  ['items of one list', '一是着力抓采摘，不误农时；二是着力抓加工，不丢品质。'],
  ['an announced modifier', '做到“两个全面”，就是全面负责，全面过硬。'],
  ['quoted words', '老人说“认真种茶”，也说“认真做人”，我们都记得。'],
  ['named terms', '全面从严治党决定着队伍的作风，全面深化改革决定着队伍的干劲。'],
  [
    'the formula of fixed terms',
    '深入贯彻党的二十大精神，深入学习贯彻习近平总书记重要讲话精神，把茶乡建设好。',
  ],
  ['a modifier of a noun', '在县里的大力支持下，我们大力种茶。'],
  [
    'another word that begins alike',
    '坚持把着力点放在茶园，着力打造品牌，调动了茶农的积极性，积极引进人才。',
  ],
  ['a set phrase', '采茶季全力以赴，保障运输，茶香深入人心，深入每条街巷。'],
  ['part of another word', '加大力度修路，大力种茶。'],
  ['a verb in parallel clauses', '管茶园的要管安全，管茶站的要管安全，加强领导，加强检查。'],
  ['a topic word', '督查要查到茶园，督查的人要懂茶，督查以后要有回音。'],
  ['a hollow noun in a frame', '研究工作要求真，推进工作要务实，总结工作要见效。'],
  ['a hollow noun in a list', '茶园工作、道路工作、饮水工作都有人管。'],
  ['努力 said on purpose', '同志们，努力努力再努力。'],
];

describe.each(
  segmenters.map((segmenter, i) => [i === 0 ? segmenter.id : `${segmenter.id} alone`, segmenter] as const),
)(`${RULE} with %s`, (_, segmenter) => {
  it.each(faulty)('finds %s', (_name, marked) => {
    const text = marked.replace(/[【】〖〗]/gu, '');
    const bracketed = (open: string, close: string): string[] =>
      Array.from(marked.matchAll(new RegExp(`${open}(.+?)${close}`, 'gu')), ([, word = '']) => word);
    const findings = findingsOf(RULE, text, { segmenter });
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toEqual(bracketed('【', '】'));
    const at = marked.slice(0, marked.indexOf('【')).replace(/[〖〗]/gu, '').length;
    expect(findings[0]?.span.start).toBe(at);
    expect(findings[0]?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      bracketed('〖', '〗'),
    );
    expect(findings[0]?.severity).toBe('warning');
  });

  it.each(lawful)('says nothing of %s', (_name, text) => {
    expect(findingsOf(RULE, text, { segmenter }).map(({ message }) => message)).toEqual([]);
  });

  /** The words found, in order. */
  const wordsIn = (text: string): string[] =>
    findingsOf(RULE, text, { segmenter }).map(({ span }) => text.slice(span.start, span.end));

  it.each([
    ['要大力改善茶园的道路，添置车辆，持续改善茶园的水源。', ['改善茶园']],
    ['要大力改善茶园的道路，持续改善茶园的水源。', []],
    ['要大力改善茶园的道路，添置车辆，持续改善茶林的水源。', []],
    ['要大力改善茶园的道路，添置车辆，村里持续改善茶园的水源。', ['改善茶园']],
    ['要大力改善茶园的道路，村里持续改善茶园的水源。', ['改善茶园']],
    ['村里改善茶园的道路，添置车辆，持续改善茶园的水源。', []],
    ['要改善茶园的道路，添置车辆，要改善茶园的水源。', []],
    ['要改善茶园的道路，添置车辆，改善茶园的水源，改善茶园的灯。', []],
    ['要改善茶园的道路和改善茶园的水源。', []],
    ['要大力改善茶，添置车辆，持续改善茶。', []],
    ['要大力改善GP的道路，添置车辆，持续改善GP的水源。', []],
    ['一是大力改善茶园的道路，添置车辆，二是持续改善茶园的水源。', []],
  ] as const)(
    'takes a verb with its object for said twice unless its clauses are parallel: %s',
    (text, words) => {
      expect(wordsIn(text)).toEqual(words);
    },
  );

  it.each(
    '要 须 应 需 将 会 能 必须 应当 着力 切实 进一步 不断 大力 扎实 全力 努力 积极 认真 全面 深入 有效 持续 我们 同时 还 也 并 我们要大力'
      .split(' ')
      .map((lead) => [lead]),
  )('takes a verb behind “%s” for the head of its clause', (lead) => {
    expect(wordsIn(`${lead}改善茶园的道路，添置车辆，村里改善茶园的水源。`)).toEqual(['改善茶园']);
    expect(wordsIn(`村里${lead}改善茶园的道路，添置车辆，改善茶园的水源。`)).toEqual([]);
    expect(wordsIn(`${lead}村里改善茶园的道路，添置车辆，改善茶园的水源。`)).toEqual([]);
  });

  it.each([
    ...['得到', '有所', '获得', '进一步', '持续'].map(
      (done) => [`要加强组织领导，使茶站的力量${done}加强。`, ['加强']] as const,
    ),
    ['要加强组织领导，使茶站的力量大大加强。', []],
    ['要加强组织领导，使茶站的力量得到加强了。', []],
    ['要加强组织领导，使得到的力量加强。', []],
    ['要加强，使茶站的力量得到加强。', []],
    ['村里加强组织领导，使茶站的力量得到加强。', []],
    ['一是加强组织领导，二是使茶站的力量得到加强。', []],
    ['要加强组织领导，使茶站的力量得到加强，使村里的力量得到加强。', []],
  ] as const)('takes a verb for said twice whose work is done already: %s', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it.each([
    ['学好茶站的工作规程，理顺各村采摘工作的次序，使全年工作有章可循。', ['工作']],
    ['学好茶站的工作规程，理顺各村采摘工作的次序。', []],
    ['学好茶站的工作规程和采摘工作的次序，使全年工作有章可循。', []],
    ['学好茶站的工作规程，理顺各村采摘工作规程，使全年工作规程有章可循。', []],
    ['学好茶站的工作规程，理顺各村采茶的工作次序，使全年工作有章可循。', []],
    ['学好茶站的工作规程，理顺各村采摘工作、加工的次序，使全年工作有章可循。', []],
    ['学好茶站的工作规程，理顺各村加工、采摘工作的次序，使全年工作有章可循。', []],
    ['学好茶站的工作规程，理顺各村加工、全年采摘工作的次序，使全年工作有章可循。', []],
    ['学好茶站的工作规程，理顺各村加工、全村全年采摘工作的次序，使今年工作有章可循。', ['工作']],
    ['一是学好茶站的工作规程，二是理顺各村采摘工作的次序，使全年工作有章可循。', []],
  ] as const)('takes a hollow noun for said too often from three clauses on: %s', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('looks for verbs and nouns in sentences of up to 120 characters', () => {
    const [short, long] = [120, 121].map((length) => {
      const text = '要大力改善茶园的道路，';
      const close = '，持续改善茶园的水源。';
      return `${text}${'车'.repeat(length - text.length - close.length)}${close}`;
    });
    expect(wordsIn(short ?? '')).toEqual(['改善茶园']);
    expect(wordsIn(long ?? '')).toEqual([]);
  });

  it.each([
    ['进一步管好茶园，进一步整修道路，天晴了，下雨了，进一步疏通沟渠。', 2],
    ['进一步管好茶园，天晴了，进一步整修道路，下雨了，进一步疏通沟渠。', 0],
    ['我们要进一步管好茶园，村里人进一步整修道路，茶农进一步疏通沟渠。', 2],
    ['我们村里进一步管好茶园，他们村里进一步整修道路，你们村里进一步疏通沟渠。', 0],
    ['各级各部门都要进一步管好茶园，进一步整修道路，进一步疏通沟渠。', 0],
    ['山上山下各村都要进一步管好茶园，进一步整修道路，进一步疏通沟渠。', 0],
    ['山上山下各村人都要进一步管好茶园，进一步整修道路，进一步疏通沟渠。', 2],
    ['茶园管理进一步加强，道路条件进一步改善。', 1],
    ['茶园管理进一步加强，道路条件进一步改善，茶农收入进一步提高。', 0],
    ['茶园管理进一步加强，道路条件进一步改善，茶农收入进一步提高上来。', 2],
    ['进一步加强，道路条件进一步改善，茶农收入进一步提高。', 2],
  ] as const)('takes three clauses of one frame for meant: %s', (text, times) => {
    expect(wordsIn(text)).toHaveLength(times);
  });

  it.each([
    ['全面负责、全面推进，全面落实责任。', 0],
    ['要大力种茶、大力修路，山上大力引水。', 0],
    ['及时报告、坚决关停，并妥善安置、坚决到底。', 0],
    ['及时报告、坚决关停，并妥善安置，坚决到底。', 1],
    ['及时报告，坚决关停，并妥善安置、坚决到底。', 1],
  ] as const)('leaves members that 、 joins alone: %s', (text, times) => {
    expect(wordsIn(text)).toHaveLength(times);
  });

  it.each(['的', '之', '最', '更', '较', '很', '太', '可', '不', '得'])(
    'takes a modifier behind %s for none',
    (before) => {
      expect(wordsIn(`我们大力种茶，靠村里人${before}大力种茶。`)).toEqual([]);
    },
  );

  it.each([
    ['我们要认真选种，并且大家都认真施肥。', 1],
    ['深入贯彻党的二十大精神，深入学习茶经。', 1],
    ['深入贯彻茶经，深入学习贯彻习近平总书记重要讲话精神。', 1],
    ['大力修路，村里大力的支持，要记住。', 0],
    ['我们要大力，我们村要大力。', 0],
    ['认真地选种，施肥，认真的态度要有。', 0],
    ['全面推进茶事，茶园全面主动，管好道路。', 0],
  ] as const)('takes a modifier for one only where a verb follows: %s', (text, times) => {
    expect(wordsIn(text)).toHaveLength(times);
  });

  it.each([
    ['做到“两个全面”。\n全面管好茶园，各村也全面修好路。', 0],
    ['做到“几个全面”。\n全面管好茶园，各村也全面修好路。', 0],
    ['做到“多个全面”，全面管好茶园，各村也全面修好路。', 0],
    ['做到“两个全面”。\n天晴了。\n全面管好茶园，各村也全面修好路。', 1],
    ['全面管好茶园，各村也全面修好路。\n做到“两个全面”。', 1],
    ['做到《两个全面》。\n全面管好茶园，各村也全面修好路。', 1],
    ['做到“两个切实”。\n全面管好茶园，各村也全面修好路。', 1],
    ['做到“两个更全面”。\n全面管好茶园，各村也全面修好路。', 1],
    ['做到“两项全面”。\n全面管好茶园，各村也全面修好路。', 1],
    ['做到“那个全面”。\n全面管好茶园，各村也全面修好路。', 1],
    [`做到“两个全面${'好'.repeat(26)}”。\n全面管好茶园，各村也全面修好路。`, 0],
    [`做到“两个全面${'好'.repeat(27)}”。\n全面管好茶园，各村也全面修好路。`, 1],
  ] as const)('lets an announced modifier pass in its paragraph and the next: %j', (text, times) => {
    expect(wordsIn(text)).toHaveLength(times);
  });

  it('finds any of the modifiers put before the verbs of two clauses', () => {
    for (const modifier of EMPTY_MODIFIERS) {
      const text = `我们${modifier}推进茶园建设，请来师傅，${modifier}提高制茶水平。`;
      expect(findingsOf(RULE, text, { segmenter }).map(({ span }) => span.start)).toEqual([
        text.lastIndexOf(modifier),
      ]);
    }
  });
});

describe(RULE, () => {
  const [segmenter] = segmenters;
  if (segmenter === undefined) throw new Error('no segmenter');

  it('strikes out the second modifier, 地 included', () => {
    const text = '我们要认真地选种，认真地施肥。';
    const [finding] = findingsOf(RULE, text, { segmenter });
    expect(finding?.fixes.map(({ safe }) => safe)).toEqual([false]);
    expect(applyFix(text, finding, /删去/u)).toBe('我们要认真地选种，施肥。');
  });

  it('says in one sentence what to do', () => {
    const [finding] = findingsOf(RULE, '茶站要切实把好关，各村也要切实带好队。', { segmenter });
    expect(finding?.message).toBe('这句话里“切实”用了 2 次，请删去一个，或把分句合并。');
  });

  it('takes the modifiers from the option', () => {
    const text = '茶站要切实把好关，各村也要切实带好队，天天早起练手艺，天天晚上记笔记。';
    const options = { modifiers: ['天天'] };
    expect(findingsOf(RULE, text, { segmenter, options }).map(({ span }) => span.start)).toEqual([
      text.lastIndexOf('天天'),
    ]);
  });

  it('has no fix where the syntax of Markdown stands in the word', () => {
    const fixes = (text: string) =>
      findingsOf(RULE, text, { segmenter, format: 'markdown' }).map((finding) => finding.fixes.length);
    expect(fixes('茶站要切实把好关，各村也要切实带好队。')).toEqual([1]);
    expect(fixes('茶站要切实把好关，各村也要切**实**带好队。')).toEqual([0]);
  });

  it('says how often, of a modifier, a verb and a noun', () => {
    const message = (text: string) => findingsOf(RULE, text, { segmenter }).map((finding) => finding.message);
    expect(message('要加强组织领导，使茶站的力量得到加强。')).toEqual([
      '这句话里“加强”用了两次，请删去一个，或换个动词。',
    ]);
    expect(message('要大力改善茶园的道路，添置车辆，持续改善茶园的水源。')).toEqual([
      '这句话里“改善茶园”说了两遍，请合并，或换个说法。',
    ]);
    expect(message('学好茶站的工作规程，理顺各村采摘工作的次序，使全年工作有章可循。')).toEqual([
      '这句话里“工作”出现了 3 次，请删去可有可无的几个。',
    ]);
  });

  it('takes a writer’s modifiers that begin alike, and none of one character', () => {
    const options = { modifiers: ['天天早起', '天天晚睡', '常', '天天'] };
    const found = (text: string) =>
      findingsOf(RULE, text, { segmenter, options }).map(({ span }) => text.slice(span.start, span.end));
    expect(found('老人常来看茶，孩子常来采茶。')).toEqual([]);
    expect(found('老人天天看茶，孩子天天采茶。')).toEqual(['天天']);
    expect(
      findingsOf(RULE, '老人天天看茶，孩子天天采茶。', { segmenter, options: { modifiers: [] } }),
    ).toEqual([]);
  });

  it('leaves tables alone', () => {
    const line = '茶站要切实把好关，各村也要切实带好队。';
    const found = (text: string) => findingsOf(RULE, text, { segmenter, format: 'markdown' }).length;
    expect(found(line)).toBe(1);
    expect(found(`| ${line} |\n| --- |\n`)).toBe(0);
  });

  it('leaves a 努力 that is said on purpose, and no other word', () => {
    const found = (text: string) => findingsOf(RULE, text, { segmenter }).length;
    expect(found('要努力提高品质，村里也要努力推进修路，努力再努力。')).toBe(0);
    expect(found('要努力提高品质，村里也要努力推进修路。还要再努力。')).toBe(1);
    expect(found('要切实提高品质，村里也要切实推进修路，努力再努力。')).toBe(1);
  });

  it('leaves headings alone', () => {
    expect(findingsOf(RULE, '一、切实管好茶园，切实修好道路', { segmenter })).toEqual([]);
  });

  it('knows which pairs of Han characters come back', () => {
    const pairs = new RecurringPairs(['茶山', '山水', '水水', '路路']);
    const char = fc.constantFrom('茶', '山', '水', '，', 'a', '路');
    fc.assert(
      fc.property(fc.array(char, { maxLength: 40 }), (chars) => {
        const text = chars.join('');
        const expected: number[] = [];
        for (let i = 0; i + 1 < text.length; i++) {
          const pair = text.slice(i, i + 2);
          if (/^(?:茶山|山水|水水|路路)$/u.test(pair) && i - text.indexOf(pair) >= 2) expected.push(i);
        }
        expect(pairs.find(text, 0, text.length)).toEqual(expected);
      }),
      cases(100),
    );
  });

  it('stays linear on a sentence that does not end', () => {
    const text = '进一步加强管理，不断提高工作水平，'.repeat(4000);
    const start = performance.now();
    findingsOf(RULE, text, { segmenter });
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
