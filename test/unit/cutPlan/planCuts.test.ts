import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { excludeOneAnother, isSure, type Cut } from '../../../server/src/core/cutPlan/cut.js';
import { chooseCuts, planCuts } from '../../../server/src/core/cutPlan/planCuts.js';
import { applyCuts } from '../../../server/src/core/cutPlan/soundness.js';
import { formatOf } from '../../../server/src/bulk/formatOf.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { cases } from '../../arbitraries/cases.js';

const FOLDERS = ['../../drafts', '../../../samples'].map((folder) => path.join(import.meta.dirname, folder));

const drafts = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => ({
      text: readFileSync(path.join(folder, name), 'utf8'),
      format: formatOf(name),
    })),
);

function cutsOf(text: string, format: DraftFormat = 'plain'): Cut[] {
  return planCuts(checkDraft(text, { format }));
}

function wordsOf(text: string, cut: Cut | undefined): string[] {
  return (cut?.places ?? []).map(({ start, end }) => text.slice(start, end));
}

function errorsOf(text: string, format: DraftFormat): string[] {
  return checkDraft(text, { format })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`)
    .sort();
}

/** A speech whose middle paragraphs are the test's. */
function speech(...paragraphs: readonly string[]): string {
  return [
    '在柳岸县春耕工作会议上的讲话',
    '同志们：',
    '今天把大家请来，是要把今年的春耕安排好。',
    ...paragraphs,
    '大家回去以后，马上开会传达，三天之内把人手落实到田头。',
    '谢谢大家！',
  ].join('\n');
}

const SEED = '各乡镇要在三月十日以前把种子送到每一户，少一袋都不行。';
const CANAL = '柳岸渠去年冬天清了淤，今年放水要比往年早十天。';
const FIELD = '山上的旱地先种，河边的水田后种，坡上的薄地改种豆子。';

describe('what can be left out', () => {
  it('takes the second of two equal sentences and closes the gap', () => {
    const text = speech(`${CANAL}${SEED}`, `${FIELD}${SEED}农技员住到村里。`);
    const [cut] = cutsOf(text);
    expect(cut?.kind).toBe('duplicate');
    expect(wordsOf(text, cut)).toEqual([SEED]);
    expect(cut?.characters).toBe(27);
    expect(applyCuts(text, cut === undefined ? [] : [cut])).toBe(
      speech(`${CANAL}${SEED}`, `${FIELD}农技员住到村里。`),
    );
  });

  it('takes a paragraph that was pasted twice with its line, and says so', () => {
    const text = speech(`${CANAL}${SEED}`, FIELD, `${CANAL}${SEED}`, '农机站把机器检修一遍。');
    const cuts = cutsOf(text).filter(isSure);
    expect(cuts).toHaveLength(1);
    expect(cuts[0]?.reason.zh).toBe('这一段前面已经说过。');
    expect(applyCuts(text, cuts)).toBe(speech(`${CANAL}${SEED}`, FIELD, '农机站把机器检修一遍。'));
  });

  it('takes the later of two nearly equal sentences', () => {
    const changed = SEED.replace('十日', '五日');
    const text = speech(
      `${CANAL}${SEED}`,
      FIELD,
      '农机站先看油路，再看电路。',
      `${FIELD.slice(0, 8)}。${changed}机手要培训。`,
    );
    const [cut] = cutsOf(text);
    expect(cut?.kind).toBe('near-duplicate');
    expect(wordsOf(text, cut)).toEqual([changed]);
  });

  it('takes a sentence of stock phrases, not one with a fact in it', () => {
    const stock = '要提高政治站位，压紧压实责任，真抓实干，务求实效。';
    const text = speech(`${CANAL}${stock}`, `${FIELD}要提高政治站位，压紧压实责任，真抓实干，种满8000亩。`);
    const cuts = cutsOf(text).filter(({ kind }) => kind === 'stock-sentence');
    expect(cuts.map((cut) => wordsOf(text, cut))).toEqual([[stock]]);
  });

  it('takes emphatic adverbs before their verbs, and the half of a pleonasm', () => {
    const text = speech(`${CANAL}要进一步加强巡查，切实做好排涝，这项工作涉及到全县每一个村。`);
    const [cut] = cutsOf(text).filter(({ kind }) => kind === 'filler');
    expect(applyCuts(text, cut === undefined ? [] : [cut])).toBe(
      speech(`${CANAL}要加强巡查，做好排涝，这项工作涉及全县每一个村。`),
    );
    expect(cut?.characters).toBe(6);
    expect(cut?.reason.zh).toBe('去掉“进一步”、去掉“切实”、“涉及到”改成“涉及”，意思不变。');
  });

  it.each([
    '巡查要进一步，再进一步。',
    '要进一步转变作风，进一步加强巡查，进一步深入田头。',
    '这是对我们的大力推动。',
    '要进一步全面深化改革。',
  ])('leaves the adverbs of %s', (sentence) => {
    expect(cutsOf(speech(`${CANAL}${sentence}`)).filter(({ kind }) => kind === 'filler')).toEqual([]);
  });

  it('offers the loosest sentences of a section that is over its share, for judgement', () => {
    const text = speech(
      '一、把水管好',
      '水是庄稼的命。渠里的水要管好。',
      '二、把种子送好',
      '种子要送到户。种子的账要记清。',
      '三、把田种好',
      '种田要看天，种田要看地。山上的旱地先种，水田后种。上个星期我在车站碰见一位修鞋的老人。种田的机手要培训，种田的机器要检修。先种旱地，再种水田，种田的次序不能乱。',
    );
    const [cut] = cutsOf(text);
    expect(cut?.kind).toBe('over-share');
    expect(wordsOf(text, cut)).toEqual(['上个星期我在车站碰见一位修鞋的老人。']);
    expect(cut?.reason.zh).toContain('“把田种好”这一部分');
  });

  it.each([
    ['a numbered member', `一是管水。二是送种。${SEED}`, `一是巡渠。二是${SEED}三是看苗。`],
    [
      'an announcement',
      `${CANAL}我讲三点意见，请各位在会后一条一条地照着去办。`,
      '我讲三点意见，请各位在会后一条一条地照着去办。',
    ],
    ['half of a quotation', `${CANAL}${SEED}`, `老支书说：“${CANAL}${SEED}少一袋都不行。”`],
    ['what the next sentence looks back at', `${CANAL}${SEED}`, `农机站先看油路。${SEED}这是死规定。`],
    ['the answer to a question', `${CANAL}${SEED}`, `种子怎么办？${SEED}农技员住到村里。`],
  ])('never takes %s', (_, first, second) => {
    const text = speech(first, FIELD, CANAL, second);
    const from = text.lastIndexOf(second);
    const touched = cutsOf(text)
      .filter(isSure)
      .flatMap(({ places }) => places);
    expect(touched.filter(({ start }) => start >= from)).toEqual([]);
  });

  it('leaves the salutation, the opening and the closing alone', () => {
    const text = ['同志们：', SEED, CANAL, SEED, FIELD, SEED, '谢谢大家！'].join('\n');
    const touched = cutsOf(text).flatMap(({ places }) => places);
    expect(touched.every(({ start }) => start > text.indexOf(CANAL))).toBe(true);
  });

  it('takes no Markdown syntax along', () => {
    const text = `# 讲话\n\n同志们：\n\n今天安排春耕。\n\n${CANAL}${SEED}\n\n${FIELD}**${SEED}**机手要培训。\n\n- ${SEED}\n\n谢谢大家！\n`;
    expect(cutsOf(text, 'markdown').filter(isSure)).toEqual([]);
  });

  it('closes a line that Markdown breaks inside a paragraph', () => {
    const text = `同志们：\n\n今天安排春耕。\n\n${CANAL}${SEED}\n\n${FIELD}\n${SEED}\n机手要培训。\n\n散会以后马上动手。\n\n谢谢大家！\n`;
    const cuts = cutsOf(text, 'markdown').filter(isSure);
    expect(applyCuts(text, cuts)).toBe(text.replace(`${FIELD}\n${SEED}\n`, `${FIELD}\n`));
  });

  it('says nothing of statutes and of text that is not Chinese', () => {
    expect(cutsOf('The meeting is over. The meeting is over. The meeting is over.')).toEqual([]);
    const articles = ['一', '二', '三', '四', '五', '六'].map((nth) => `第${nth}条　${SEED}${CANAL}`);
    expect(cutsOf(articles.join('\n'))).toEqual([]);
  });
});

describe('the choice', () => {
  const text = speech(`${CANAL}${SEED}`, `${FIELD}${SEED}农技员住到村里。`, `要进一步加强巡查。机手${SEED}`);
  const cuts = cutsOf(text);

  it('takes the surest first and no more than needed', () => {
    expect(chooseCuts(cuts, 0).some(Boolean)).toBe(false);
    expect(chooseCuts(cuts, 1).filter(Boolean)).toHaveLength(1);
    expect(chooseCuts(cuts, 1)[0]).toBe(true);
  });

  it('never takes what is for the writer to judge', () => {
    for (const draft of drafts) {
      const all = cutsOf(draft.text, draft.format);
      const chosen = all.filter((_, at) => chooseCuts(all, Infinity)[at]);
      expect(chosen.every(isSure)).toBe(true);
    }
  });
});

describe('laws', () => {
  const SENTENCES = [SEED, CANAL, FIELD, '要提高政治站位，压紧压实责任，真抓实干，务求实效。'];

  /** A draft into which sentences were pasted, so that there is something sure to cut. */
  const draft = fc
    .record({
      of: fc.constantFrom(...drafts),
      pastes: fc.array(fc.record({ at: fc.nat(), sentence: fc.constantFrom(...SENTENCES) }), {
        maxLength: 8,
      }),
    })
    .map(({ of, pastes }) => {
      const lines = of.text.split('\n');
      for (const { at, sentence } of pastes) {
        const line = at % lines.length;
        const text = lines[line] ?? '';
        const ends = [...text.matchAll(/。/gu)].map(({ index }) => index + 1);
        const end = ends[at % Math.max(1, ends.length)];
        if (end !== undefined) lines[line] = text.slice(0, end) + sentence + text.slice(end);
      }
      return { ...of, text: lines.join('\n') };
    });

  it('any choice leaves no new error, no empty paragraph and as many characters as it says', () => {
    fc.assert(
      fc.property(draft, fc.infiniteStream(fc.boolean()), ({ text, format }, coin) => {
        const before = checkDraft(text, { format });
        const chosen: Cut[] = [];
        for (const cut of planCuts(before)) {
          if (coin.next().value === true && !chosen.some((other) => excludeOneAnother(cut, other)))
            chosen.push(cut);
        }
        const after = applyCuts(text, chosen);
        const errors = errorsOf(text, format);
        for (const error of errorsOf(after, format)) {
          const known = errors.indexOf(error);
          expect(known, error).toBeGreaterThanOrEqual(0);
          errors.splice(known, 1);
        }
        const { draft: model, characters } = checkDraft(after, { format });
        expect(characters).toBe(before.characters - chosen.reduce((sum, cut) => sum + cut.characters, 0));
        expect(model.paragraphs.every((paragraph) => paragraph.text.trim() !== '')).toBe(true);
        const torn = (all: string) => all.match(/[，、；：][。！？]|^[ \u3000]*[，。；、]/gmu)?.length ?? 0;
        expect(torn(after)).toBeLessThanOrEqual(torn(text));
      }),
      cases(60),
    );
  });

  it('is the same every time', () => {
    for (const { text, format } of drafts) expect(cutsOf(text, format)).toEqual(cutsOf(text, format));
  });
});
