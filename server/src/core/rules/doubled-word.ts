import { perParagraphAnd } from '../draft/perParagraph.js';
import type { GuideWords } from '../guide.js';
import {
  COMPOUND_ENDS,
  COMPOUNDING_WORDS,
  DOUBLED_PARTICLES,
  PLAIN_WORDS,
  SPOKEN_WORDS,
} from '../lexicon/doubledWords.js';
import { isHanCode } from '../text/characters.js';
import { codesIn } from '../text/codes.js';
import { contains, type Span } from '../text/span.js';
import { FixedPlaces, isMentioned, replacement } from './lexical/place.js';
import { defineRule } from './rule.js';

/** The longest wording that is looked for twice in a row; a longer one is a matter of `repeated-phrase`. */
const LONGEST = 12;

/** What is called out or counted comes twice by intention: 一个个一个个, 加油干加油干, 怎么办怎么办. */
const INTENDED = /^[一的之]|的$|[啊哈呀吧呢哦嘿咚叮哗啦噜吱么谢快慢好隆咕嘟喳嗡锵]|加油|为什|^(.+)\1$/u;

/** A word typed twice. */
export const doubledWord = defineRule({
  id: 'doubled-word',
  title: { zh: '字词打重', en: 'Word typed twice' },
  reason: {
    zh: '改稿时剪来贴去，最容易留下“的的”“进行进行”，念到那里就会打磕巴。',
    en: 'Cutting and pasting leaves a word twice, and the speaker stumbles over it.',
  },
  norm: {
    level: 'advice',
    source: {
      zh: '公文校核的通行做法：删去打重的字词',
      en: 'Common practice of proofreading: strike out words typed twice',
    },
  },
  severity: 'warning',
  fix: 'safe',
  needsWords: false,
  options: {},
  messages: {
    doubled: { zh: '“{word}”打重了，请删去一个。', en: '“{word}” is typed twice; delete one of the two.' },
    delete: { zh: '删去多出的“{word}”', en: 'Delete the second “{word}”' },
  },
  check({ draft, words, report }) {
    for (const paragraph of draft.paragraphs) {
      for (const { start, end, length } of slipsIn(paragraph, words)) {
        const word = paragraph.text.slice(start, start + length);
        const edit = replacement(paragraph, { start: start + length, end }, '');
        report({
          message: 'doubled',
          data: { word },
          span: paragraph.span(start, end),
          fixes: edit === undefined ? [] : [{ title: 'delete', data: { word }, safe: true, edits: [edit] }],
        });
      }
    }
  },
});

/** Both occurrences, and the length of one. */
interface Doubled extends Span {
  readonly length: number;
}

/** What is doubled neither as a name that is spoken of nor in the writer's fixed wording. */
const slipsIn = perParagraphAnd((content, words: GuideWords): readonly Doubled[] => {
  const doubled = doubledIn(content.text, codesIn(content));
  if (doubled.length === 0) return doubled;
  const fixed = new FixedPlaces(words.fixedTerms).find(content.text);
  return doubled.filter(
    (span) => !isMentioned(content, span) && !fixed.some((place) => contains(place, span)),
  );
});

function doubledIn(text: string, codes: Uint16Array): Doubled[] {
  const found: Doubled[] = [];
  const twins = nextAlike(codes);
  let at = 0;
  while (at < codes.length) {
    const length = isHanCode(codes[at] ?? 0) ? doubledAt(text, codes, at, twins) : 0;
    if (length === 0) at++;
    else {
      found.push({ start: at, end: at + 2 * length, length });
      at += 2 * length;
    }
  }
  return found;
}

const BUCKETS = 1024;

// Filled anew for each paragraph.
const first = new Int32Array(BUCKETS);
let next = new Int32Array(0);

/**
 * By offset, where next a character of the same bucket stands; 0 for nowhere. Nearly always the twin is too far away,
 * and nothing need be compared.
 */
function nextAlike(codes: Uint16Array): Int32Array {
  if (next.length < codes.length) next = new Int32Array(2 * codes.length);
  first.fill(0);
  for (let at = codes.length - 1; at >= 0; at--) {
    const bucket = (codes[at] ?? 0) % BUCKETS;
    next[at] = first[bucket] ?? 0;
    first[bucket] = at;
  }
  return next;
}

/** The length of the wording that begins at `at` and stands there twice, 0 when none does or it may be meant. */
function doubledAt(text: string, codes: Uint16Array, at: number, twins: Int32Array): number {
  for (let twin = twins[at] ?? 0; twin > 0 && twin - at <= LONGEST; twin = twins[twin] ?? 0) {
    const length = twin - at;
    if (!standsTwice(codes, at, length)) continue;
    // Three times in a row is no slip: a sound, a cheer, an incantation.
    if (standsThrice(text, at, length)) continue;
    const word = text.slice(at, at + length);
    if (isSlip(word, text.charAt(at - 1), text.charAt(at + 2 * length))) return length;
  }
  return 0;
}

function standsTwice(codes: Uint16Array, at: number, length: number): boolean {
  for (let i = at; i < at + length; i++) if (codes[i] !== codes[i + length]) return false;
  return true;
}

/** Whether what stands twice at `at` goes on before or behind it, from wherever in it one counts, for a third time. */
function standsThrice(text: string, at: number, length: number): boolean {
  let more = 0;
  for (let i = at - 1; i >= 0 && more < length && text.charAt(i) === text.charAt(i + length); i--) more++;
  for (let i = at + 2 * length; more < length && text.charAt(i) === text.charAt(i - length); i++) more++;
  return more >= length;
}

function isSlip(word: string, before: string, after: string): boolean {
  if (word.length === 1) {
    const particle = DOUBLED_PARTICLES.get(word);
    return (
      particle !== undefined &&
      isHanCode(after.charCodeAt(0)) &&
      (before === '' || !particle.before.includes(before)) &&
      !particle.after.includes(after)
    );
  }
  if (word.length === 2) {
    const followed = isHanCode(after.charCodeAt(0));
    if (SPOKEN_WORDS.has(word)) return followed;
    // Alone between marks it is called out.
    if (!followed && !isHanCode(before.charCodeAt(0))) return false;
    if (PLAIN_WORDS.has(word)) return true;
    return COMPOUNDING_WORDS.has(word) && (after === '' || !COMPOUND_ENDS.includes(after));
  }
  for (let i = 0; i < word.length; i++) if (!isHanCode(word.charCodeAt(i))) return false;
  return !INTENDED.test(word);
}
