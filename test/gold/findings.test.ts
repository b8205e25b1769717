import { basename, extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { Span } from '../../server/src/core/text/span.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { readGold, type Gold } from '../evaluate/gold.js';
import { ownGoldPaths } from './ownDrafts.js';

const { segmenter } = loadSegmenter();

/** Related places shown; a density finding has dozens. */
const SHOWN = 6;

/**
 * What the checker says of each whole draft, kept beside this test: a change of a rule shows in the diff. It was
 * written with nodejieba's parts of speech; without them a rule about words keeps silent when it is not sure.
 */
describe.runIf(segmenter.tag !== undefined)('all findings on', () => {
  it.each(ownGoldPaths.map((path) => [basename(path, '.gold.json'), path] as const))(
    '%s',
    async (_, path) => {
      const gold = readGold(path);
      const name = basename(gold.draftPath, extname(gold.draftPath));
      await expect(findingsOf(gold)).toMatchFileSnapshot(`__findings__/${name}.txt`);
    },
  );
});

function findingsOf(gold: Gold): string {
  const { findings } = checkDraft(gold.text, { format: gold.format, segmenter });
  const letters = findings.map(({ rule, severity, span, message, related }) => {
    const others = related.slice(0, SHOWN).map((place) => `    + ${quoted(gold, place.span)}`);
    const more = related.length > SHOWN ? [`    and ${related.length - SHOWN} more`] : [];
    return [`${severity} ${rule} ${quoted(gold, span)}`, `    ${message}`, ...others, ...more].join('\n');
  });
  return `${letters.length === 0 ? 'nothing' : letters.join('\n\n')}\n`;
}

function quoted({ text }: Gold, { start, end }: Span): string {
  const line = text.slice(0, start).split('\n').length;
  const words = text.slice(start, end).replace(/\s+/gu, '␣');
  return `${line}: ⟦${words.length > 40 ? `${words.slice(0, 24)}…${words.slice(-12)}` : words}⟧`;
}
