// A full check beside what other checkers do with the same text, in turn, in one process.
import { checkDraft } from '../../../server/src/core/check.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, rounds, timeOf } from '../measure.js';
import { loadRivals, type Rivals } from '../rivals.js';
import type { RivalsFigures } from '../table/rivals.js';
import { benchText, varied, warmUpTexts } from '../texts.js';

const RUNS = rounds(40);

const { segmenter } = loadSegmenter();
const { name, text } = benchText();
const check = (draft: string) => checkDraft(draft, { format: 'plain', segmenter });
const rivals = loadRivals();

if (rivals === undefined) emit({ text: name } satisfies RivalsFigures);
else void measure(rivals);

async function measure({ zhlint, autocorrect, textlint }: Rivals): Promise<void> {
  for (let i = 0; i < rounds(3); i++) {
    for (const other of warmUpTexts()) {
      check(other);
      for (const rival of [zhlint, autocorrect, textlint]) await rival.check(other);
    }
  }
  const samples = {
    ours: [] as number[],
    zhlint: [] as number[],
    autocorrect: [] as number[],
    textlint: [] as number[],
  };
  // Two by two, so that none pays for collecting what a third has left in memory.
  for (let run = 1; run <= RUNS; run++) {
    const draft = varied(text, run);
    const steps = [
      async () => samples.ours.push(await timeOf(() => check(draft))),
      async () => samples.zhlint.push(await timeOf(() => zhlint.check(draft))),
    ];
    for (const step of run % 2 === 0 ? steps : steps.reverse()) await step();
  }
  for (let run = 1; run <= RUNS; run++) {
    const draft = varied(text, run);
    samples.autocorrect.push(await timeOf(() => autocorrect.check(draft)));
    samples.textlint.push(await timeOf(() => textlint.check(draft)));
  }

  const last = varied(text, RUNS);
  const [fresh = []] = freshFindings([last]);
  requireFresh('rivals', check(last).findings, fresh);
  emit({
    text: name,
    rivals: {
      ...samples,
      names: { zhlint: zhlint.name, autocorrect: autocorrect.name, textlint: textlint.name },
      found: {
        ours: fresh.length,
        zhlint: await zhlint.check(last),
        autocorrect: await autocorrect.check(last),
        textlint: await textlint.check(last),
      },
    },
  } satisfies RivalsFigures);
}
