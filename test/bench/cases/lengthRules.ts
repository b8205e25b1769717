// A folder of drafts by our command line, with all rules, beside textlint's rule on lengths alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, reportedOf, timeCommandLine } from '../commandLine.js';
import { makeDraftFolder } from '../draftFolder.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, quick, rounds, timeOf } from '../measure.js';
import { loadRivals, type Rivals } from '../rivals.js';
import type { LengthRulesFigures } from '../table/lengthRules.js';
import { warmUpTexts } from '../texts.js';

const DRAFTS = quick ? 6 : 1000;
/** textlint takes a part of the drafts after each of our runs over all of them. */
const PARTS = rounds(4);

const rivals = loadRivals();
if (rivals === undefined) emit({ drafts: DRAFTS } satisfies LengthRulesFigures);
else void measure(rivals);

async function measure({ textlint }: Rivals): Promise<void> {
  const folder = makeDraftFolder(DRAFTS);
  try {
    const report = join(folder.path, '../report.json');
    for (const other of warmUpTexts()) await textlint.check(other);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let part = 0; part < PARTS; part++) {
      ours.push(timeCommandLine(folder.path, report));
      const names = folder.names.filter((_, at) => at % PARTS === part);
      const spent = await timeOf(async () => {
        for (const name of names) await textlint.check(readFileSync(join(folder.path, name), 'utf8'));
      });
      theirs.push((spent * DRAFTS) / names.length);
    }
    requireFresh('lengthRules', readReport(report), freshFindings(folder.texts).map(reportedOf));
    emit({ drafts: DRAFTS, rivals: { name: textlint.name, ours, theirs } } satisfies LengthRulesFigures);
  } finally {
    folder.remove();
  }
}
