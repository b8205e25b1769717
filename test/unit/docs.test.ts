import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../server/src/core/check.js';
import type { Guide } from '../../server/src/core/guide.js';
import { rules } from '../../server/src/core/rules/registry.js';
import type { NormLevel } from '../../server/src/core/rules/rule.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import { examplesOf, RULE_PAGES, type PageExample } from '../arbitraries/pageExamples.js';

const SECTIONS = ['做什么', '为什么', '反例', '正例', '选项', '修复', '依据', '怎样关掉', 'In English'];
const LEVELS: Readonly<Record<NormLevel, string>> = {
  'national-standard': '国家标准。',
  'national-standard-unchecked': '国家标准（条款未核对）。',
  'party-or-government-rule': '党政机关规定。',
  advice: '写作建议',
};
const { segmenter } = loadSegmenter();

/** The rules that fire on an example, by id. */
function rulesFiring(id: string, example: PageExample): string[] {
  // A rule that waits to be asked for is asked for here.
  const off = rules.some((rule) => rule.id === id && rule.severity === 'off');
  const asked = off ? ({ severity: 'information' } as const) : {};
  const guide: Guide = { rules: { [id]: { ...asked, options: example.options } } };
  const format = example.markdown ? 'markdown' : 'plain';
  const result = checkDraft(example.text, { format, guide, segmenter });
  expect(result.failures).toEqual([]);
  return result.findings.map(({ rule }) => rule);
}

it('has a page for every rule and no other', () => {
  const pages = readdirSync(RULE_PAGES).map((file) => path.basename(file, '.md'));
  expect(pages.sort()).toEqual(rules.map(({ id }) => id).sort());
});

it('has a short example of every rule, once', () => {
  const page = readFileSync(path.join(RULE_PAGES, '../examples.md'), 'utf8');
  for (const { id, title } of rules) expect(page.split(`| [${title.zh}](rules/${id}.md) |`)).toHaveLength(2);
  expect(page).not.toContain('待写：例子');
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  const page = readFileSync(path.join(RULE_PAGES, `${id}.md`), 'utf8');
  const examples = examplesOf(page);

  it('begins with the rule’s id and title and has all sections in order', () => {
    expect(page.split('\n', 1)[0]).toBe(`# ${id} ${rule.title.zh}`);
    expect([...page.matchAll(/^## (.+)$/gmu)].map(([, title]) => title)).toEqual(SECTIONS);
  });

  it('has its examples recognised, one of each kind or more', () => {
    expect(examples.length).toBe(page.split('\n').filter((line) => /^```[反正]例/u.test(line)).length);
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['反例', '正例']));
  });

  // Without nodejieba's parts of speech a rule about words keeps silent when it is not sure.
  it.runIf(!rule.needsWords || segmenter.tag !== undefined)(
    'shows faults that the rule finds, and no other rule',
    () => {
      for (const example of examples.filter(({ kind }) => kind === '反例')) {
        expect(new Set(rulesFiring(id, example)), example.text).toEqual(new Set([id]));
      }
    },
  );

  it('shows good wording in which no rule finds anything', () => {
    for (const example of examples.filter(({ kind }) => kind === '正例')) {
      expect(rulesFiring(id, example), example.text).toEqual([]);
    }
  });

  it('is written out, as the rule and its test are: no mark of a new rule is left', () => {
    const files = [`docs/rules/${id}.md`, `server/src/core/rules/${id}.ts`, `test/unit/rules/${id}.test.ts`];
    const root = path.join(RULE_PAGES, '../..');
    const marked = files.filter((file) => readFileSync(path.join(root, file), 'utf8').includes('待写'));
    expect(marked).toEqual([]);
  });

  it('states the level of the rule’s source, and quotes clauses only of sources that were read', () => {
    const norm = /^## 依据\n\n(.+)/mu.exec(page)?.[1] ?? '';
    expect(norm.startsWith(LEVELS[rule.norm.level]), norm).toBe(true);
    if (rule.norm.level !== 'national-standard') expect(page).not.toMatch(/\b[A-Z]?\d?\.\d+\.\d|附录/u);
  });

  it('names every option and says how to switch the rule off', () => {
    for (const option of ['severity', ...Object.keys(rule.options)]) {
      expect(page).toContain(`\`wenfeng.rules.${id}.${option}\``);
    }
    expect(page).toContain(`{ "wenfeng.rules.${id}.severity": "off" }`);
  });
});
