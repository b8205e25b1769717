import type { Span } from '../../../server/src/core/text/span.js';
import { edit, type Fault, type Planter } from '../fault.js';
import { isInsidePair, sentencesOf, type Line, type Source } from '../source.js';

const PER_TEXT = 8;

const MODIFIERS = ['进一步', '着力', '切实', '不断', '扎实', '全力', '努力', '积极', '认真'];

/** Verbs that may follow any of the modifiers. */
const VERBS =
  /^(?:推进|推动|加强|加快|完善|健全|落实|提升|提高|强化|深化|优化|扩大|促进|开展|实施|建设|建立|打造|培育|保障|改善|增强|抓好|做好|支持|引导|整治|解决|防范|化解|巩固|拓展|发挥|构建|创新|激发|维护|整合|规范|改进|压减|降低|降本|补齐|盘活|办好|夯实)/u;

const LEAD = '(?:我们|要|还要|将|必须|继续|同时|并|就要|坚持|各级各部门要)?';

/** An empty modifier that heads one clause of a sentence is put before the verb that opens another. */
export const doubledModifier: Planter = {
  kind: 'modifier doubled',
  rule: 'repeated-word',
  propose(source, random) {
    return random.some(
      source.lines.flatMap((line) =>
        line.prose ? sentencesOf(line).flatMap((one) => doubling(source, line, one)) : [],
      ),
      PER_TEXT,
    );
  },
};

function doubling(source: Source, line: Line, sentence: Span): Fault[] {
  const text = source.text.slice(sentence.start, sentence.end);
  // A list's members each have their own modifier, and quoted wording is not the writer's.
  if (/(?:^|[，；：])第?[一二三四五六七八九十]{1,2}[是要，]|[①②③]/u.test(text)) return [];
  const clauses = clausesOf(source, sentence);
  return MODIFIERS.flatMap((modifier) => {
    const head = new RegExp(`^${LEAD}${modifier}(?!的)(?=[\\u4e00-\\u9fff])`, 'u');
    const heads = clauses.filter((clause) => head.test(source.text.slice(clause.start, clause.end)));
    const [first] = heads;
    if (first === undefined || heads.length > 1 || text.split(modifier).length !== 2) return [];
    return clauses.flatMap((clause) => {
      if (clause === first || isInsidePair(line, clause.start) || isInsidePair(line, first.start)) return [];
      const words = source.text.slice(clause.start, clause.end);
      if (!VERBS.test(words)) return [];
      const near =
        Math.abs(clauses.indexOf(clause) - clauses.indexOf(first)) === 1 ? 'next clause' : 'further off';
      return [
        {
          variant: `${modifier}, ${near}`,
          edits: [edit(clause.start, clause.start, modifier)],
          places: [first, clause],
        },
      ];
    });
  });
}

function clausesOf(source: Source, sentence: Span): Span[] {
  const clauses: Span[] = [];
  for (const match of source.text.slice(sentence.start, sentence.end).matchAll(/[^，；：。！？]+/gu)) {
    clauses.push({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    });
  }
  return clauses;
}
