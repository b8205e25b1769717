// One checking pass against nodejieba's own cut of the same text, in turn, in one process.
import { createRequire } from 'node:module';
import { checkDraft } from '../../server/src/core/check.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { emit, summarise, time } from './measure.js';
import { benchText, varied, warmUpTexts } from './texts.js';

const RUNS = 120;

const { segmenter, fallbackReason } = loadSegmenter();
const { name, text } = benchText();

// The whole text, as one string, the way a user of the package would cut it.
const jieba =
  fallbackReason === undefined
    ? (createRequire(__filename)('nodejieba') as { cut(text: string, strict?: boolean): string[] })
    : undefined;

for (let i = 0; i < 3; i++) {
  for (const other of warmUpTexts()) {
    checkDraft(other, { format: 'plain', segmenter });
    jieba?.cut(other);
  }
}

const pass: number[] = [];
const real: number[] = [];
const structural: number[] = [];
const cut: number[] = [];
const cutStrict: number[] = [];
for (let run = 1; run <= RUNS; run++) {
  // A text never met before: no cache, wherever it sits, can hold anything of it.
  const draft = varied(text, run);
  const steps = [
    () => pass.push(time(() => checkDraft(draft, { format: 'plain', segmenter }))),
    () => real.push(time(() => checkDraft(text, { format: 'plain', segmenter }))),
    () => cut.push(time(() => jieba?.cut(draft))),
    () => cutStrict.push(time(() => jieba?.cut(draft, true))),
    () => structural.push(time(() => checkDraft(draft, { format: 'plain' }))),
  ];
  for (const step of run % 2 === 0 ? steps : steps.reverse()) step();
}

// How much was found in the text as it is: a sign that work was done.
const { findings } = checkDraft(text, { format: 'plain', segmenter });
emit({
  text: name,
  characters: text.length,
  segmenter: segmenter.id,
  findings: findings.length,
  pass: summarise(pass),
  real: summarise(real),
  structural: summarise(structural),
  cut: jieba === undefined ? undefined : summarise(cut),
  cutStrict: jieba === undefined ? undefined : summarise(cutStrict),
});
