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
