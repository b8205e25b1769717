// What each rule and the document model take of a pass. Each is timed on a fresh draft with its analyses made.
import { checkDraft } from '../../../server/src/core/check.js';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import type { Draft, Segmenter } from '../../../server/src/core/draft/model.js';
import { NO_WORDS } from '../../../server/src/core/guide.js';
import { rules } from '../../../server/src/core/rules/registry.js';
import type { OptionSchema, OptionValues, Rule } from '../../../server/src/core/rules/rule.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, rounds, time } from '../measure.js';
import type { SharesFigures } from '../table/shares.js';
import { benchText, varied, warmUpTexts } from '../texts.js';

const RUNS = rounds(60);

const { segmenter } = loadSegmenter();
const { text } = benchText();
for (let i = 0; i < rounds(3); i++)
  for (const other of warmUpTexts()) checkDraft(other, { format: 'plain', segmenter });

const pass: number[] = [];
const model: number[] = [];
const words: number[] = [];
const byRule = new Map<string, number[]>(rules.map((rule) => [rule.id, []]));
for (let run = 1; run <= RUNS; run++) {
  const draft = varied(text, run);
  pass.push(time(() => checkDraft(draft, { format: 'plain', segmenter })));
  const other = varied(draft, run);
  model.push(time(() => analysed(other)));
  words.push(time(() => segmenter.segment(draft)));
  for (const [index, rule] of rules.entries()) {
    const fresh = analysed(varied(draft, run + index + 1));
    byRule.get(rule.id)?.push(time(() => reportsOf(rule, fresh, segmenter)));
  }
}

const [fresh = []] = freshFindings([text]);
requireFresh('shares', checkDraft(text, { format: 'plain', segmenter }).findings, fresh);
emit({ pass, model, words, rules: Object.fromEntries(byRule) } satisfies SharesFigures);

/** The document model with everything in it that is made when first asked for. */
function analysed(source: string): Draft {
  const draft = buildDraft(source, 'plain');
  let characters = draft.characters;
  for (const paragraph of draft.paragraphs) characters += paragraph.analysis.characters;
  return characters < 0 ? buildDraft('', 'plain') : draft;
}

function reportsOf(rule: Rule, draft: Draft, words: Segmenter): number {
  const options = Object.fromEntries(
    Object.entries(rule.options).map(([name, option]) => [name, option.default]),
  ) as OptionValues<OptionSchema>;
  let reports = 0;
  rule.check({
    draft,
    options,
    segmenter: rule.needsWords ? words : undefined,
    words: NO_WORDS,
    report: () => {
      reports++;
    },
  });
  return reports;
}
