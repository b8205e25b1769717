import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDraft } from '../../server/src/core/check.js';
import { buildDraft } from '../../server/src/core/draft/buildDraft.js';
import { rules } from '../../server/src/core/rules/registry.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { checkCorpus } from './corpus.js';
import { readGold, scoreGold } from './gold.js';
import { runPlanter } from './plant.js';
import { planters } from './planters/index.js';
import { printCorpus, printGold, printPlanted, printSummary } from './print.js';
import { sharedFolder } from './shared.js';
import { makeSource, readSources, type Source } from './source.js';

const USAGE = `npm run evaluate -- [GOLD.json …] [--corpus DIR] [--seed N] [--per-kind N] [--min PERCENT] [--json FILE]

Without GOLD: the gold files of the shared folder, where there is one, and of test/drafts.
--corpus DIR   clean texts, a subfolder a kind (default: the shared corpus, else test/drafts and samples)
--seed N       which faults are planted (default 1)
--per-kind N   faults of each kind (default 60)
--min PERCENT  exit 1 when fewer faults of a kind are found
--json FILE    everything, for other programs`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    seed: { type: 'string', default: '1' },
    'per-kind': { type: 'string', default: '60' },
    min: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(USAGE);
else run();

function run(): void {
  const shared = sharedFolder();
  const { segmenter, fallbackReason } = loadSegmenter();
  if (fallbackReason !== undefined)
    console.log(`Words by Intl.Segmenter, without nodejieba: ${fallbackReason}\n`);

  const ids = rules.filter(({ severity }) => severity !== 'off').map(({ id }) => id);
  const golds = (positionals.length > 0 ? positionals : defaultGolds(shared)).map((path) => {
    const gold = readGold(path);
    const { findings } = checkDraft(gold.text, { format: gold.format, segmenter });
    const scores = scoreGold(gold, findings, ids);
    console.log(`${printGold(gold, scores)}\n`);
    return { path, scores };
  });
  console.log(
    `${printSummary(
      golds.flatMap(({ scores }) => scores),
      ids,
    )}\n`,
  );

  const corpus = cleanTexts(shared);
  const report = checkCorpus(corpus, segmenter);
  console.log(`${printCorpus(report, rules)}\n`);

  // Announced lists are rare in published reports, so the drafts are planted into as well as the corpus.
  const given = [...corpus, ...(values.corpus === undefined ? drafts(shared) : [])];
  // A text that is not Chinese prose is left alone by the engine, faults and all.
  const sources = given.filter(({ text, format }) => buildDraft(text, format).chinese);
  for (const { name } of given.filter((one) => !sources.includes(one)))
    console.log(`Not Chinese prose: ${name}`);
  const started = performance.now();
  const options = { seed: Number(values.seed), most: Number(values['per-kind']), segmenter };
  const outcomes = planters.flatMap((planter) => runPlanter(planter, sources, options));
  const kinds = planters.map(({ kind }) => kind);
  console.log(printPlanted(outcomes, planters, new Set(ids)));
  console.log(
    `${outcomes.length} texts checked in ${((performance.now() - started) / 1000).toFixed(0)} s, seed ${values.seed}`,
  );

  if (values.json !== undefined) {
    const characters = Object.fromEntries(report.characters);
    writeFileSync(
      values.json,
      JSON.stringify({ golds, corpus: { ...report, characters }, planted: outcomes }, undefined, 1),
    );
  }
  if (values.min !== undefined && kinds.some((kind) => share(kind) < Number(values.min)))
    process.exitCode = 1;

  function share(kind: string): number {
    const planted = outcomes.filter((outcome) => outcome.kind === kind && !outcome.control);
    return planted.length === 0 ? 100 : (planted.filter(({ found }) => found).length * 100) / planted.length;
  }
}

function defaultGolds(shared: string | undefined): string[] {
  const own = readdirSync('test/drafts')
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => join('test/drafts', name));
  const real = shared === undefined ? [] : [join(shared, 'drafts/county-office-speech.gold.json')];
  return [...real, ...own].filter((path) => existsSync(path));
}

function cleanTexts(shared: string | undefined): Source[] {
  if (values.corpus !== undefined) return readSources(values.corpus);
  const corpus = shared === undefined ? undefined : join(shared, 'corpus');
  return corpus !== undefined && existsSync(corpus) ? readSources(corpus) : drafts(undefined);
}

/** The project's own drafts and samples, and the real one where it is present. */
function drafts(shared: string | undefined): Source[] {
  const folders = ['test/drafts', 'samples', ...(shared === undefined ? [] : [join(shared, 'drafts')])];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readSources(resolve(folder)).map((source) =>
        makeSource(`${basename(folder)}/${source.name}`, basename(folder), source.format, source.text),
      ),
    );
}
