// A full check against nodejieba's own cut of the same text, in turn, in one process.
import { createRequire } from 'node:module';
import { checkDraft } from '../../../server/src/core/check.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, rounds, time } from '../measure.js';
import { type PassFigures } from '../table/pass.js';
import { benchText, varied, warmUpTexts } from '../texts.js';

const RUNS = rounds(120);

const { segmenter, fallbackReason } = loadSegmenter();
const { name, text } = benchText();
const check = (draft: string, words = true) =>
  checkDraft(draft, { format: 'plain', segmenter: words ? segmenter : undefined });

// The whole text, as one string, the way a user of the package would cut it.
const jieba =
  fallbackReason === undefined
    ? (createRequire(__filename)('nodejieba') as { cut(text: string, strict?: boolean): string[] })
    : undefined;

for (let i = 0; i < rounds(3); i++) {
  for (const other of warmUpTexts()) {
    check(other);
    jieba?.cut(other);
  }
}

const pass: number[] = [];
const asItIs: number[] = [];
const structural: number[] = [];
const cut: number[] = [];
const cutStrict: number[] = [];
for (let run = 1; run <= RUNS; run++) {
  // A text never met before: no cache, wherever it sits, can hold anything of it.
  const draft = varied(text, run);
  const steps = [
    () => pass.push(time(() => check(draft))),
    () => asItIs.push(time(() => check(text))),
    () => cut.push(time(() => jieba?.cut(draft))),
    () => cutStrict.push(time(() => jieba?.cut(draft, true))),
    () => structural.push(time(() => check(draft, false))),
  ];
  for (const step of run % 2 === 0 ? steps : steps.reverse()) step();
}

const texts = [text, varied(text, RUNS)];
for (const words of [true, false]) {
  for (const [at, fresh] of freshFindings(texts, words).entries())
    requireFresh('pass', check(texts[at] ?? '', words).findings, fresh);
}
emit({
  text: name,
  characters: text.length,
  segmenter: segmenter.id,
  pass,
  asItIs,
  structural,
  ...(jieba === undefined ? {} : { cut, cutStrict }),
} satisfies PassFigures);
