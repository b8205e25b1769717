import { edit, type Fault, type Planter } from '../fault.js';
import { findSeries, headsOf, type Series } from '../series.js';
import { sentenceAt, type Source } from '../source.js';

/** Series proposed from one text. */
const PER_TEXT = 8;

/** An ordinal in the middle of a series is deleted, alone or with all that it numbers. */
export const lostOrdinal: Planter = {
  kind: 'ordinal lost',
  rule: 'ordinal-sequence',
  propose(source, random) {
    return random.some(findSeries(source), PER_TEXT).flatMap((series) => {
      const member = random.one(series.members.slice(1, -1));
      if (member === undefined) return [];
      const where = series.shape === 'inline' ? [] : [sentenceAt(member.line, member.marker.end)];
      const places = [...headsOf(series), ...where];
      const faults: Fault[] = [
        {
          variant: `${series.family} ${series.shape}, the ordinal alone`,
          edits: [edit(member.marker.start, member.marker.end, '')],
          places,
        },
      ];
      // A heading is deleted with its line; what stands below it goes to the section before, as it does in drafts.
      const end = series.shape === 'inline' ? member.end : lineBreakAfter(source, member.line.end);
      faults.push({
        variant: `${series.family} ${series.shape}, with its text`,
        edits: [edit(series.shape === 'inline' ? member.start : member.line.start, end, '')],
        places,
      });
      return faults;
    });
  },
};

/** An ordinal becomes that of the member before. */
export const doubledOrdinal: Planter = {
  kind: 'ordinal doubled',
  rule: 'ordinal-sequence',
  propose(source, random) {
    return random.some(findSeries(source), PER_TEXT).flatMap((series) => {
      const index = 1 + random.below(series.members.length - 1);
      return doubled(source, series, index);
    });
  },
};

function doubled(source: Source, series: Series, index: number): Fault[] {
  const member = series.members[index];
  const before = series.members[index - 1];
  if (member === undefined || before === undefined) return [];
  const numeral = source.text.slice(before.numeral.start, before.numeral.end);
  const at = index === series.members.length - 1 ? 'last' : index === 1 ? 'second' : 'middle';
  return [
    {
      variant: `${series.family} ${series.shape}, ${at}`,
      edits: [edit(member.numeral.start, member.numeral.end, numeral)],
      places: headsOf(series),
    },
  ];
}

function lineBreakAfter(source: Source, offset: number): number {
  const rest = /[^\S\r\n]*(?:\r\n|\r|\n)?/uy;
  rest.lastIndex = offset;
  return offset + (rest.exec(source.text)?.[0].length ?? 0);
}
