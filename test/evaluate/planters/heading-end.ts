import { edit, type Planter } from '../fault.js';

const PER_TEXT = 3;
const MARKS = ['。', '，', '；', '：'];

/** A heading gets a mark at its end. */
export const headingEnd: Planter = {
  kind: 'mark after a heading',
  rule: 'heading-end-punctuation',
  propose(source, random) {
    const headings = source.lines.filter(
      (line, index) =>
        !line.opaque &&
        /^(?:#+\s+\S|(?:#+\s*)?[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/u.test(
          line.text,
        ) &&
        line.text.length <= 30 &&
        /[\u4e00-\u9fff]$/u.test(line.text) &&
        !/[，。；：！？]/u.test(line.text) &&
        // A line of a list, with nothing under it, may be an item that ends as sentences do.
        (source.lines[index + 1]?.prose ?? false),
    );
    return random.some(headings, PER_TEXT).flatMap((line) => {
      const mark = random.one(MARKS);
      if (mark === undefined) return [];
      return [
        {
          variant: `${mark} at the end`,
          edits: [edit(line.end, line.end, mark)],
          places: [{ start: line.start, end: line.end }],
        },
      ];
    });
  },
};
