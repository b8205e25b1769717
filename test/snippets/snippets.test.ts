import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { DraftFormat } from '../../server/src/core/draft/model.js';
import { OCCASION_IDS } from '../../server/src/core/structures/occasions.js';
import { PART_IDS } from '../../server/src/core/structures/parts.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { filled, lead } from './filled.js';
import { contributedFor, expand, parts, readSnippets, stopsOf, untouched, type Snippet } from './snippet.js';

const snippets = readSnippets();
const cases = snippets.map((snippet) => [snippet.name, snippet] as const);
const formats: readonly DraftFormat[] = ['plain', 'markdown'];
const { segmenter } = loadSegmenter();

function findingsIn(text: string, format: DraftFormat): string[] {
  const result = checkDraft(text, { format, segmenter });
  expect(result.failures).toEqual([]);
  return result.findings.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}

/** The snippet as a writer leaves it, once for each option of each choice. */
function filledTexts({ name, body }: Snippet): string[] {
  const values = filled[name] ?? [];
  const fields = stopsOf(body).filter(({ field }) => field !== undefined);
  const choices = stopsOf(body).filter(({ choice }) => choice !== undefined);
  const variants = Math.max(1, ...choices.map(({ choice }) => choice?.length ?? 0));
  return Array.from({ length: variants }, (_, variant) => {
    const chosen = choices.map(({ choice = [] }) => choice[Math.min(variant, choice.length - 1)] ?? '');
    const text = expand(body, (stop) => {
      if (stop.field !== undefined)
        return values[fields.findIndex(({ number }) => number === stop.number)] ?? '';
      return chosen[choices.findIndex(({ number }) => number === stop.number)] ?? '';
    });
    return lead(name, chosen[0] ?? '') + text;
  });
}

describe('the snippet files', () => {
  it('are all contributed for plain text and Markdown', () => {
    const files = readdirSync(path.join(import.meta.dirname, '../../snippets'));
    expect(files.map((file) => `./snippets/${file}`).sort()).toEqual(contributedFor('plaintext').sort());
    expect(contributedFor('markdown')).toEqual(contributedFor('plaintext'));
  });

  it('stand in the table of their page, every snippet with its prefixes, in order', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../../docs/paragraphs.md'), 'utf8');
    const rows = [...page.matchAll(/^\| [^|]* ?\| `([a-z0-9]+)` +\| (\S+) +\| (.+?) +\|$/gmu)];
    const table = rows.map(([, pinyin, chinese, name]) => [pinyin, chinese, name]);
    expect(table).toEqual(snippets.map(({ prefix, name }) => [...prefix, name]));
  });

  it('hold at least 28 snippets, some in every part', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(28);
    for (const part of parts)
      expect(snippets.filter((snippet) => snippet.part === part).length).toBeGreaterThan(2);
  });

  it('are named for the parts of a speech, in its order', () => {
    expect(parts).toEqual(PART_IDS);
  });

  it('suit occasions that there are, at least three of their own for each', () => {
    const named = snippets.flatMap(({ occasions }) => (occasions === 'any' ? [] : occasions));
    expect([...new Set(named)].sort()).toEqual([...OCCASION_IDS].sort());
    for (const occasion of OCCASION_IDS)
      expect(named.filter((name) => name === occasion).length, occasion).toBeGreaterThan(2);
    for (const { name, occasions } of snippets)
      expect(new Set(occasions === 'any' ? [] : occasions).size, name).toBe(
        occasions === 'any' ? 0 : occasions.length,
      );
  });

  it('share no name and no prefix', () => {
    const names = snippets.map(({ name }) => name);
    const prefixes = snippets.flatMap(({ prefix }) => prefix);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it('let a writer choose from two to six points where the points follow later', () => {
    const points = snippets.filter(({ body }) => body.includes('|两,三,四,五,六|}点意见'));
    expect(points.map(({ prefix }) => prefix[0])).toEqual(['kc', 'kcgx', 'gd']);
  });
});

describe.each(cases)('%s', (name, snippet) => {
  const stops = stopsOf(snippet.body);

  it('has a pinyin prefix, a Chinese prefix and a Chinese description', () => {
    expect(snippet.prefix).toHaveLength(2);
    expect(snippet.prefix[0]).toMatch(/^[a-z]{2,4}[2-6]?$/u);
    expect(snippet.prefix[1]).toMatch(/^\p{Script=Han}{2,5}$/u);
    expect(snippet.description).toMatch(/^\p{Script=Han}[^A-Za-z\n]+用[^A-Za-z\n。]*。$/u);
  });

  it('numbers its tab stops in the order of writing and ends with $0', () => {
    expect(stops.map(({ number }) => number)).toEqual([...stops.slice(1).map((_, index) => index + 1), 0]);
    expect(stops.length).toBeGreaterThan(1);
    expect(snippet.body.endsWith('$0')).toBe(true);
  });

  it('puts its defaults in 【】 and offers two options or more', () => {
    for (const { number, field, choice } of stops) {
      if (number === 0) continue;
      if (choice === undefined) expect(field).toMatch(/^【[^【】]{1,12}】$/u);
      else {
        expect(choice.length).toBeGreaterThanOrEqual(2);
        expect(new Set(choice).size).toBe(choice.length);
        for (const option of choice) expect(option).toMatch(/^[\p{Script=Han}、]+$/u);
      }
    }
  });

  it('never begins a paragraph with a field, since 【】 there may be a label', () => {
    for (const line of snippet.body.split('\n')) expect(line).not.toMatch(/^\$\{\d+:/u);
  });

  it.each(formats)('has every field that was not filled in found (%s)', (format) => {
    const text = expand(snippet.body, untouched);
    const expected = stops.flatMap(({ field }) =>
      field === undefined ? [] : [`placeholder-left: ${field}`],
    );
    expect(findingsIn(text, format).filter((finding) => finding.startsWith('placeholder-left'))).toEqual(
      expected,
    );
  });

  it.each(formats)('passes the checker when it is filled in (%s)', (format) => {
    const fields = stops.filter(({ field }) => field !== undefined);
    expect(filled[name], 'test/snippets/filled.ts').toHaveLength(fields.length);
    for (const text of filledTexts(snippet)) {
      expect(text).not.toMatch(/[【】$]/u);
      expect(findingsIn(text, format), text).toEqual([]);
    }
  });
});

it.each(formats)('finds every field when all snippets stand in one draft (%s)', (format) => {
  const text = snippets.map(({ body }) => expand(body, untouched)).join('\n\n');
  const fields = snippets.flatMap(({ body }) => stopsOf(body).flatMap(({ field }) => field ?? []));
  const found = findingsIn(text, format).filter((finding) => finding.startsWith('placeholder-left'));
  expect(found).toEqual(fields.map((field) => `placeholder-left: ${field}`));
});
