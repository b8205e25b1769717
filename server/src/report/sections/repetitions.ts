import type { DraftReport } from '../../core/report/draftReport.js';
import type { Repetition } from '../../core/report/repetitions.js';
import { legend } from '../legend.js';
import { markup } from '../markup.js';
import { COLOURS, type Look } from '../palette.js';
import { dataTable, linkTo, part, shorten, type Part, type Rendering } from '../rendering.js';
import { courseMap } from './courseMap.js';

/** Rows that a map shows; more are not taken in. */
const ROWS = 14;

/** Places that the table links; a word may have hundreds. */
const PLACES = 24;

/** Wording in the table is cut here. */
const WORDING = 40;

const LOOKS: Readonly<Record<string, Look>> = {
  'near-duplicate': { colour: COLOURS.over, symbol: 'diamond' },
  'repeated-phrase': { colour: COLOURS.mark, symbol: 'circle' },
  'repeated-opening': { colour: COLOURS.ink, symbol: 'triangle' },
  'overused-word': { colour: COLOURS.quiet, symbol: 'rect' },
};

const OTHER: Look = { colour: COLOURS.mark, symbol: 'circle' };

/** Where wording repeats: a map of the speech with a row for each wording. */
export function repetitionsPart(report: DraftReport, rendering: Rendering): Part {
  const { words, withText } = rendering;
  const { repetitions, minutes } = report;
  const title = words.say('repetitions');
  if (repetitions.length === 0) {
    return part(rendering, 'repetitions', title, markup`<p>${words.say('repetitionsNone')}</p>`);
  }
  const titles = new Map(report.rules.map((rule) => [rule.rule, words.of(rule.title)]));
  const titleOf = ({ rule }: Repetition): string => titles.get(rule) ?? rule;
  const nameOf = (repetition: Repetition, index: number): string =>
    withText ? repetition.wording : words.say('repetitionAt', { number: index + 1 });
  const shown = repetitions.slice(0, ROWS);
  const rows = shown.map((repetition, index) => ({
    name: nameOf(repetition, index),
    marks: repetition.places.map((place) => ({
      label: words.pair(
        shorten(nameOf(repetition, index), 20),
        words.say('bracketed', {
          text: words.say('paragraphAt', { number: place.paragraph }),
          more: titleOf(repetition),
        }),
      ),
      place,
      at: place.at,
      look: LOOKS[repetition.rule] ?? OTHER,
    })),
  }));
  const rulesShown = [...new Map(shown.map((repetition) => [repetition.rule, repetition])).values()];
  return part(
    rendering,
    'repetitions',
    title,
    markup`<p>${words.sentences(
      words.say('repetitionsSummary', { count: repetitions.length }),
      repetitions.length > ROWS ? words.say('repetitionsMore', { shown: ROWS }) : '',
    )}</p>`,
    courseMap('repetitions', title, rows, minutes, rendering),
    legend(
      words,
      rulesShown.map((repetition) => ({
        look: LOOKS[repetition.rule] ?? OTHER,
        text: titleOf(repetition),
      })),
    ),
    dataTable(
      rendering,
      'repetitions',
      title,
      [words.say('colWording'), words.say('colRule'), words.say('colCount'), words.say('colPlaces')],
      repetitions.map((repetition, index) => [
        shorten(nameOf(repetition, index), WORDING),
        titleOf(repetition),
        repetition.places.length,
        markup`${repetition.places
          .slice(0, PLACES)
          .map(
            (place) =>
              markup`${linkTo(rendering, place, words.say('paragraphAt', { number: place.paragraph }))} `,
          )}${
          repetition.places.length > PLACES
            ? words.say('more', { count: repetition.places.length - PLACES })
            : ''
        }`,
      ]),
    ),
  );
}
