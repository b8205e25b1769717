// Time per character when the draft is ten times as long, with other wording in each copy and word for word.
import { checkDraft } from '../../server/src/core/check.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { emit, summarise, time } from './measure.js';
import { benchText, varied, warmUpTexts } from './texts.js';

const RUNS = 15;
const TIMES = 10;

const { segmenter } = loadSegmenter();
const { text } = benchText();
for (let i = 0; i < 3; i++)
  for (const other of warmUpTexts()) checkDraft(other, { format: 'plain', segmenter });

const once: number[] = [];
const tenfold: number[] = [];
const verbatim: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const draft = varied(text, run + 1);
  const copies = Array.from({ length: TIMES }, (_, copy) => varied(draft, copy + 1)).join('\n');
  const same = `${draft}\n`.repeat(TIMES);
  once.push(perCharacter(draft));
  tenfold.push(perCharacter(copies));
  verbatim.push(perCharacter(same));
}
emit({ once: summarise(once), tenfold: summarise(tenfold), verbatim: summarise(verbatim) });

/** Microseconds a character. */
function perCharacter(draft: string): number {
  return (time(() => checkDraft(draft, { format: 'plain', segmenter })) * 1000) / draft.length;
}
