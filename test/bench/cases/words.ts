// From opening a draft to the first findings that need words, with a server process started fresh each time, beside a
// process that only loads nodejieba's full dictionary.
import { loadBareDictionary } from '../bareDictionary.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, rounds } from '../measure.js';
import { openDraft } from '../openedDraft.js';
import { said, saidOfFindings } from '../serverProcess.js';
import type { WordsFigures } from '../table/words.js';
import { benchText } from '../texts.js';

void main();

async function main(): Promise<void> {
  const { text } = benchText();
  const expected = freshFindings([text]).flatMap((findings) => saidOfFindings(text, findings));
  const dictionary: number[] = [];
  const total: number[] = [];
  for (let run = 0; run < rounds(9); run++) {
    const bare = loadBareDictionary();
    if (bare !== undefined) dictionary.push(bare.time);

    const start = performance.now();
    const draft = await openDraft(text);
    await draft.diagnostics();
    await draft.words;
    const found = said(await draft.diagnostics());
    total.push(performance.now() - start);
    await draft.server.stop();
    requireFresh('words', found, expected);
  }
  emit({ total, ...(dictionary.length === 0 ? {} : { dictionary }) } satisfies WordsFigures);
}
