import { edit, type Planter } from '../fault.js';

const PER_TEXT = 6;

/** Wording to which a second word for the same thing is added. */
const ADDED: readonly { readonly pattern: RegExp; readonly written: string }[] = [
  { pattern: /涉及(?=[\u4e00-\u9fff])(?![到的])/gu, written: '涉及到' },
  { pattern: /来自(?=[\u4e00-\u9fff])(?![于讨])/gu, written: '来自于' },
  { pattern: /付诸(?!于)(?=[\u4e00-\u9fff])/gu, written: '付诸于' },
  { pattern: /目的是(?!为)(?=[\u4e00-\u9fff])/gu, written: '目的是为了' },
  { pattern: /原因是(?!因)(?=[\u4e00-\u9fff])/gu, written: '原因是因为' },
  { pattern: /目睹/gu, written: '亲眼目睹' },
  { pattern: /凯旋(?!归|而)/gu, written: '凯旋归来' },
  { pattern: /必须(?!要)(?=[\u4e00-\u9fff])/gu, written: '必须要' },
  { pattern: /公之于众/gu, written: '公诸于众' },
  { pattern: /陋习/gu, written: '不良陋习' },
  {
    pattern: /(?<=[\u4e00-\u9fff])超过[0-9.]+(?:万|亿)?(?:元|人|家|个|公里|吨|亩|%)(?!以)/gu,
    written: '$&以上',
  },
  {
    pattern: /(?<=[\u4e00-\u9fff])约[0-9.]+(?:万|亿)?(?:元|人|家|个|公里|吨|亩|年|米)(?!左)/gu,
    written: '$&左右',
  },
];

/** A word is added that says the same again. */
export const pleonasm: Planter = {
  kind: 'pleonasm put in',
  rule: 'pleonasm',
  propose(source, random) {
    return random.some(
      source.lines.flatMap((line) =>
        line.prose
          ? ADDED.flatMap(({ pattern, written }) =>
              [...line.text.matchAll(pattern)].map((match) => {
                const start = line.start + match.index;
                const end = start + match[0].length;
                return {
                  variant: written.replace('$&', pattern.source.includes('约') ? '约…' : '超过…'),
                  edits: [edit(start, end, written.replace('$&', match[0]))],
                  places: [{ start, end }],
                };
              }),
            )
          : [],
      ),
      PER_TEXT,
    );
  },
};
