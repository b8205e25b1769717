import { describe, expect, it } from 'vitest';
import { plainText } from '../../../client/src/structures/snippetText.js';
import { checkDraft } from '../../../server/src/core/check.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { skeleton } from '../../../server/src/core/skeleton/skeleton.js';
import { SPEECH_PLANS } from '../../../server/src/core/skeleton/speechPlans.js';
import { POINTS, USUAL_SPEECHES } from '../../../server/src/core/skeleton/usualSpeech.js';
import { OCCASION_IDS } from '../../../server/src/core/structures/occasions.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { countCharacters } from '../../../server/src/core/text/characters.js';

const { segmenter } = loadSegmenter();
const MINUTES = [1, 5, 12, 20, 45, 180];
const RATE = 180;

/** Words that a writer might put into fields one after the other; none is a fault, none counts anything. */
const WORDS = [
  '修好山塘',
  '疏通水渠',
  '清扫街巷',
  '栽树护坡',
  '走访农户',
  '排演节目',
  '添置书架',
  '粉刷校舍',
  '检修农机',
  '晾晒稻谷',
  '登记名册',
  '张贴告示',
  '擦亮门窗',
  '接通水管',
  '修补桥面',
  '搬运木料',
  '看望老人',
  '教唱山歌',
  '编好竹篮',
  '腾出仓房',
];

/** Every way of laying out a draft for an occasion. */
function* layouts(): Generator<[(typeof OCCASION_IDS)[number], number, number, DraftFormat]> {
  for (const occasion of OCCASION_IDS)
    for (const minutes of MINUTES)
      for (const points of USUAL_SPEECHES[occasion].pointless ? [0, ...POINTS] : POINTS)
        for (const format of ['plain', 'markdown'] as const) yield [occasion, minutes, points, format];
}

function layOut(
  occasion: (typeof OCCASION_IDS)[number],
  minutes: number,
  points: number,
  format: DraftFormat,
): string {
  return plainText(skeleton({ occasion, minutes, points, format, charactersPerMinute: RATE }));
}

/** The draft with every field filled in. */
function filled(text: string): string {
  let next = 0;
  return text.replaceAll(/【[^【】]+】/gu, () => WORDS[next++ % WORDS.length] ?? '');
}

function errorsIn(text: string, format: DraftFormat): string[] {
  const { findings, failures } = checkDraft(text, { format });
  expect(failures).toEqual([]);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}

describe('the plans of speeches', () => {
  it.each(Object.entries(SPEECH_PLANS))('%s have as many themes as there are points', (_, { themes }) => {
    for (const points of POINTS) expect(themes.filter(({ from }) => from <= points)).toHaveLength(points);
  });
});

describe('a skeleton', () => {
  it('agrees with itself once it is filled in, and has each field found until then', () => {
    for (const [occasion, minutes, points, format] of layouts()) {
      const what = `${occasion}, ${minutes} minutes, ${points} points, ${format}`;
      const text = layOut(occasion, minutes, points, format);
      expect(errorsIn(text, format), what).toEqual(
        [...text.matchAll(/【[^【】]+】/gu)].map(([field]) => `placeholder-left: ${field}`),
      );
      expect(errorsIn(filled(text), format), what).toEqual([]);
    }
  });

  it.each(OCCASION_IDS)(
    'has nothing found in it but its fields, and nothing once they are filled in (%s)',
    (occasion) => {
      const { minutes, points } = USUAL_SPEECHES[occasion];
      for (const format of ['plain', 'markdown'] as const) {
        const text = layOut(occasion, minutes, points, format);
        const rulesIn = (draft: string): string[] => [
          ...new Set(checkDraft(draft, { format, segmenter }).findings.map(({ rule }) => rule)),
        ];
        expect(rulesIn(text)).toEqual(['placeholder-left']);
        expect(rulesIn(filled(text))).toEqual([]);
      }
    },
  );

  it('shares out the characters of the whole', () => {
    for (const [occasion, minutes, points, format] of layouts()) {
      if (minutes < 5) continue;
      const text = layOut(occasion, minutes, points, format);
      const budgets = [...text.matchAll(/约 (\d+) 字/gu)].map(([, characters]) => Number(characters));
      const written = countCharacters(
        text
          .replaceAll(/【[^【】]*约 \d+ 字】/gu, '')
          .replaceAll(/【[^【】]+】/gu, '一二三四五六七八')
          .replaceAll(/^#+ /gmu, ''),
      );
      const sum = budgets.reduce((a, b) => a + b, written);
      expect(sum / (minutes * RATE), `${occasion} ${minutes} ${points}`).toBeGreaterThan(0.92);
      expect(sum / (minutes * RATE), `${occasion} ${minutes} ${points}`).toBeLessThan(1.08);
    }
  });

  it('numbers its tab stops from title to close and offers a choice of salutations', () => {
    const snippet = skeleton({
      occasion: 'safety',
      minutes: 15,
      points: 3,
      format: 'plain',
      charactersPerMinute: RATE,
    });
    const stops = [...snippet.matchAll(/\$\{?(\d+)/gu)].map(([, stop]) => Number(stop));
    expect(stops).toEqual([...stops.slice(1).map((_, index) => index + 1), 0]);
    expect(snippet).toContain('${2|同志们,各位代表,各位同事|}：');
  });

  it.each([
    ['mobilisation', 20, 3, 'plain'],
    ['ceremony', 5, 0, 'markdown'],
    ['chairing', 6, 3, 'plain'],
    ['party-lecture', 45, 4, 'markdown'],
  ] as const)('for %s of %d minutes with %d points', async (occasion, minutes, points, format) => {
    const extension = format === 'plain' ? 'txt' : 'md';
    await expect(`${layOut(occasion, minutes, points, format)}\n`).toMatchFileSnapshot(
      `__snapshots__/${occasion}.${extension}`,
    );
  });
});
