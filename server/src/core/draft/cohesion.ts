import type { Prose, Sentence } from './model.js';

/** What refers to the sentence before, or goes on from it. */
const LOOKS_BACK =
  /^[“‘（(]?(?:这|那|此|其(?!他|它|中|余)|它|他|她|对此|为此|因此|因而|由此|从此|所以|于是|可见|但|然而|不过|可是|而|同时|同样|并且|也|还|更|再|又|则|反之|相反|否则|不然|只有这样|如此|与此|上述|以上|前者|后者|当然|尤其|特别是|比如|例如|譬如|具体|换句话|换言之|总之|接着|随后|后来|结果|原来|正因|之所以|二者|两者|答案|说到底|归根|先生|老人|对方|有人|当时|没想到|谁知|到了|第二[天年]|[有一]天|我[说问答])/u;

/** Somebody who was named before. */
const PRONOUN = /(?<![其吉排利])[他她它](?![人律乡国日])/u;

/** 学校的菜地，也分到了各班 — what says that the same holds here too. */
const TOO = /^(?:[^，；：]{1,16}，)?也(?!许|就是说)/u;

/** What closes a list by speaking of all of it: 这些经验 … 这四个方面 … */
const SUMS_UP =
  /^(?:这些|以上|上述|总之|总的|归结起来|(?:这|上面|前面)[一二两三四五六七八九十几0-9]+(?:个|条|点|项|件|种|方面|句))/u;

/** What a sentence may have at the most that only names what the following ones are about. */
const LEAD_MAX = 20;
const NUMBERED_LEAD_MAX = 40;

/** Whether a sentence cannot be understood, or goes on to nothing, without the one before. */
export function looksBack(text: string): boolean {
  return LOOKS_BACK.test(text) || PRONOUN.test(text) || TOO.test(text);
}

/** Whether a sentence speaks of a whole list that stands before it, and so is no part of its last member. */
export function sumsUp(text: string): boolean {
  return SUMS_UP.test(text);
}

/** Whether a sentence of a paragraph names what the ones after it are about, as a heading would: 要沟通在前。 */
export function isLead({ analysis }: Prose, { start, end, characters, clauses }: Sentence): boolean {
  if (clauses.length === 1 && characters <= LEAD_MAX) return true;
  return (
    characters <= NUMBERED_LEAD_MAX &&
    analysis.markers.some(
      (marker) => marker.place !== 'clause' && start <= marker.start && marker.start < end,
    )
  );
}
