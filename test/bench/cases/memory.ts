// What a server with one draft open and edited keeps in memory once it has its words, beside a process that only loads
// nodejieba's full dictionary.
import { execFileSync } from 'node:child_process';
import { loadBareDictionary } from '../bareDictionary.js';
import { freshFindings, requireFresh } from '../freshFindings.js';
import { emit, rounds } from '../measure.js';
import { openDraft } from '../openedDraft.js';
import { said, saidOfFindings } from '../serverProcess.js';
import type { MemoryFigures } from '../table/memory.js';
import { benchText } from '../texts.js';

const EDITS = 20;
const MEGABYTE = 1e6;

void main();

async function main(): Promise<void> {
  const { text } = benchText();
  const last = `${text.slice(0, EDITS)}${text}`;
  const expected = freshFindings([last]).flatMap((findings) => saidOfFindings(last, findings));
  const dictionary: number[] = [];
  const structural: number[] = [];
  const edited: number[] = [];
  for (let run = 0; run < rounds(5); run++) {
    const bare = loadBareDictionary();
    if (bare !== undefined) dictionary.push(bare.memory / MEGABYTE);

    const draft = await openDraft(text);
    await draft.diagnostics();
    structural.push(residentOf(draft.server.pid));
    await draft.words;
    let found = await draft.diagnostics();
    for (let edit = 1; edit <= EDITS; edit++) {
      await draft.change(`${text.slice(0, edit)}${text}`);
      found = await draft.diagnostics();
    }
    edited.push(residentOf(draft.server.pid));
    await draft.server.stop();
    requireFresh('memory', said(found), expected);
  }
  emit({ structural, edited, ...(dictionary.length === 0 ? {} : { dictionary }) } satisfies MemoryFigures);
}

/** The memory that a process has resident; megabytes. `ps` counts in KiB. */
function residentOf(pid: number): number {
  const resident = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(resident) * 1024) / MEGABYTE;
}
