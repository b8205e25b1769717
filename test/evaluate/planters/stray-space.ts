import { edit, type Fault, type Planter } from '../fault.js';
import type { Random } from '../random.js';
import { isHan, type Source } from '../source.js';

const PER_VARIANT = 3;
const BLANKS: readonly (readonly [string, string])[] = [
  ['U+0020', ' '],
  ['U+00A0', '\u00A0'],
  ['U+3000', '\u3000'],
];

/** A blank between two Han characters, or between a digit and one where the text sets none there. */
export const straySpace: Planter = {
  kind: 'stray space',
  rule: 'stray-space',
  propose(source, random) {
    const digits = setsDigitsClose(source);
    return BLANKS.flatMap(([name, blank]) => [
      ...places(source, random, (a, b) => isHan(a) && isHan(b)).map((at) =>
        fault(`${name} between Han`, at, blank),
      ),
      ...(digits && blank !== '\u3000'
        ? places(source, random, (a, b) => (isHan(a) && isDigit(b)) || (isDigit(a) && isHan(b))).map((at) =>
            fault(`${name} beside a digit`, at, blank),
          )
        : []),
    ]);
  },
};

function fault(variant: string, at: number, blank: string): Fault {
  return { variant, edits: [edit(at, at, blank)], places: [{ start: at - 1, end: at + 1 }] };
}

function isDigit(char: string): boolean {
  return /^[0-9]/u.test(char);
}

/** Offsets inside prose lines, clear of their first words (第一条 為 …), where the two neighbours are as wanted. */
function places(
  source: Source,
  random: Random,
  wanted: (before: string, after: string) => boolean,
): number[] {
  const lines = source.lines.filter((line) => line.prose);
  const found: number[] = [];
  for (let tries = 0; tries < 400 && found.length < PER_VARIANT; tries++) {
    const line = random.one(lines);
    if (line === undefined) break;
    const at = line.start + 10 + random.below(Math.max(1, line.text.length - 12));
    const text = source.text;
    if (at + 1 >= line.end || !wanted(text.charAt(at - 1), text.charAt(at))) continue;
    // 第 1 条 may be set apart.
    if (/第[0-9]*$|^[0-9]*[条章节]/u.test(text.slice(at - 3, at)) || text.charAt(at - 1) === '第') continue;
    found.push(at);
  }
  return found;
}

/** Whether the text sets digits and Han characters without a blank nearly everywhere. */
function setsDigitsClose(source: Source): boolean {
  const close = source.text.match(/[0-9](?=[\u4e00-\u9fff])|[\u4e00-\u9fff](?=[0-9])/gu)?.length ?? 0;
  const apart =
    source.text.match(/[0-9](?=[ \u00A0][\u4e00-\u9fff])|[\u4e00-\u9fff](?=[ \u00A0][0-9])/gu)?.length ?? 0;
  return close >= 10 && apart * 20 <= close;
}
