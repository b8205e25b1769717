import type { Draft } from '../draft/model.js';
import { perParagraphAnd } from '../draft/perParagraph.js';
import type { GuideWords } from '../guide.js';
import { overlaps, type Span } from '../text/span.js';
import { FixedPlaces, isMentioned, isTitled } from './lexical/place.js';
import { gather, type Place } from './punctuation/gather.js';
import { isStatute } from './repetition/statute.js';
import { defineRule } from './rule.js';

/** Verbs that take an object of their own, so that nothing is lost with the light verb before them. */
const VERBS =
  '讨论 研究 分析 检查 论述 考量 评价 总结 整改 处理 排查 回访 梳理 核查 核实 审查 检验 评估 考核 指导 修改 完善 改进 改造 解决 说明 解释 阐述 介绍 调整 补充 推广'
    .split(' ')
    .join('|');

/**
 * 对 … 进行 + verb, within one clause; what is between the light verb and the verb (一次全面的) is short. The verb must
 * end its clause: before another word it may be part of a name (进行研究工作). 就…进行讨论 is idiom; 予以 + 处分 or
 * 处罚 is the wording of the law, and neither verb is listed.
 */
const PATTERN = new RegExp(
  '(?:(?:(?<![反应面相绝派核校成])对|围绕)[^，。；：！？、]{1,40}?(?:进行|加以|予以)' +
    '|(?<![服自顺听])从[^，。；：！？、]{1,12}?[上中里]加以)' +
    `(?:了|过)?\\p{Script=Han}{0,6}?(?<verb>${VERBS})(?=[，。；：！？、]|$)`,
  'gu',
);
const LIGHT_VERB = /(?:进行|加以|予以)(?!.*(?:进行|加以|予以))/u;

/** The number of an official paper, 〔2026〕17号, which stands among its first lines. */
const PAPER_NUMBER = /[〔[［]\d{4}[〕\]］]\s*第?\d+\s*号\s*$/u;
const HEAD = 5;

/** Verbs without content before the verb that says what is done. */
export const lightVerb = defineRule({
  id: 'light-verb',
  title: { zh: '空动词', en: 'Light verb' },
  reason: {
    zh: '“对情况进行分析”，动作全在“分析”上，“进行”是空的；“分析情况”念起来短，听起来有力。',
    en: 'In “carry out an analysis of” the verb is empty; “analyse” is shorter to say and stronger to hear.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '写作建议：“对……进行讨论”不如“讨论……”，通行的文稿修改材料都有列举',
      en: 'Advice: “discuss”, not “carry out a discussion of”, as guides to revising drafts list it',
    },
  },
  severity: 'information',
  fix: 'none',
  needsWords: false,
  options: {},
  messages: {
    one: {
      zh: '“{wrong}”可以直接说“{verb}”，把对象放到它后面。',
      en: '“{wrong}”: say “{verb}” and let its object follow.',
    },
    many: {
      zh: '全文有 {count} 处“进行”一类的空动词，“{wrong}”可以直接说“{verb}”，把对象放到它后面。',
      en: '{count} light verbs in the draft; for “{wrong}” say “{verb}” and let its object follow.',
    },
    here: { zh: '这里也有空动词', en: 'Another light verb' },
  },
  check({ draft, words, report }) {
    if (isStatute(draft) || isOfficialPaper(draft)) return;
    const places: Place[] = [];
    let data: Pick<Hit, 'wrong' | 'verb'> | undefined;
    for (const paragraph of draft.paragraphs) {
      for (const { start, end, wrong, verb } of hitsIn(paragraph, words)) {
        data ??= { wrong, verb };
        places.push({ span: paragraph.span(start, end), edits: [] });
      }
    }
    if (data === undefined) return;
    const message = places.length === 1 ? 'one' : 'many';
    const finding = gather(places, { message, data, related: 'here' });
    if (finding !== undefined) report(finding);
  },
});

/** A light verb and its verb. */
interface Hit extends Span {
  readonly wrong: string;
  readonly verb: string;
}

const hitsIn = perParagraphAnd((content, words: GuideWords): readonly Hit[] => {
  const { text, kind } = content;
  const hits: Hit[] = [];
  if (kind !== 'body' && kind !== 'item') return hits;
  const fixed = new FixedPlaces(words.fixedTerms);
  for (const match of text.matchAll(PATTERN)) {
    const [whole] = match;
    const place = { start: match.index + whole.search(LIGHT_VERB), end: match.index + whole.length };
    if (isMentioned(content, place) || isTitled(content, place)) continue;
    if (fixed.find(text).some((kept) => overlaps(kept, place))) continue;
    hits.push({
      ...place,
      wrong: text.slice(place.start, place.end),
      verb: match.groups?.['verb'] ?? '',
    });
  }
  return hits;
});

/** Whether the draft bears the number of an official paper, which is read by the eye and in which 进行 is at home. */
function isOfficialPaper({ paragraphs }: Draft): boolean {
  return paragraphs.slice(0, HEAD).some(({ text }) => PAPER_NUMBER.test(text));
}
