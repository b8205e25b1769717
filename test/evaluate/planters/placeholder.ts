import { edit, type Fault, type Planter } from '../fault.js';
import { isHan } from '../source.js';

const PER_VARIANT = 2;

/** Names the corpus and the project's own drafts speak of; replacing one is what a form letter leaves behind. */
const NAMES =
  /(?:安徽|广东|河南|湖南|江苏|吉林|青海|陕西|山东|上海|天津|西藏|北京|浙江|广州|深圳|郑州|洛阳|长沙|南京|苏州|合肥|长春|西宁|西安|延安|济南|青岛|拉萨|雄安|海南|香港|澳门|黄河|长江|子君|刘和珍|闰土|孔乙己|杨二嫂|华老栓|赵太爷|未庄|鲁镇|林川|云溪|青岭|河湾)/gu;
const DATES = /(?<![0-9—.])[0-9]{1,4}(?=[年月日])/gu;

const FILLERS = ['**', '××', 'XX', '某某', '【待补】', '______'];
const DATE_FILLERS = ['××', 'XX', '____'];

/** A name or the figure of a date is replaced by what stands for one that is not known yet. */
export const placeholder: Planter = {
  kind: 'placeholder left',
  rule: 'placeholder-left',
  propose(source, random) {
    const found = (pattern: RegExp) =>
      source.lines.flatMap((line) =>
        line.prose
          ? [...line.text.matchAll(pattern)].flatMap((match) => {
              const start = line.start + match.index;
              const end = start + match[0].length;
              // A filler needs Han text on both sides to be one in every convention.
              return isHan(source.text.charAt(start - 1)) && isHan(source.text.charAt(end))
                ? [{ start, end }]
                : [];
            })
          : [],
      );
    const faults = (pattern: RegExp, fillers: readonly string[], what: string): Fault[] => {
      const spans = found(pattern);
      return fillers.flatMap((filler) =>
        // In Markdown ** is bold.
        filler === '**' && source.format === 'markdown'
          ? []
          : random.some(spans, PER_VARIANT).map((span) => ({
              variant: `${filler} for a ${what}`,
              edits: [edit(span.start, span.end, filler)],
              places: [span],
            })),
      );
    };
    return [...faults(NAMES, FILLERS, 'name'), ...faults(DATES, DATE_FILLERS, 'date')];
  },
};
