import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWithCommandLine, type Finding } from './commandLine.js';
import { play, type Editor } from './editor.js';
import { EMACS } from './emacs/emacs.js';
import { NEOVIM } from './neovim/neovim.js';
import type { Shown } from './scene.js';

const SAMPLES = path.join(import.meta.dirname, '../../samples');

/** Where this is set to `required`, an editor that is missing is a failure. */
const REQUIRED = process.env['WENFENG_EDITORS'] === 'required';

/** Milliseconds for what takes seconds on a machine that does nothing else. */
const PATIENCE = 90_000;

/** A draft in a folder that editors get a copy of. */
interface Prepared {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
  /** What the command line finds in it. */
  readonly findings: readonly Finding[];
}

let root: string;
let toMend: Prepared;
let mended: Prepared;
let guided: Prepared;

beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-editors-')));
  const sample = readFileSync(path.join(SAMPLES, 'county-mobilisation.txt'), 'utf8');
  // A fault behind a character of two UTF-16 units, four bytes: whoever counts otherwise points beside it.
  const text = `${sample}𠮷林同志 刚才讲了路灯的事，大家都听清楚了。\n`;
  toMend = prepare('to mend', { 'speech.txt': text }, 'zh');
  mended = prepare('mended', { 'speech.txt': text.replace('𠮷林同志 刚才', '𠮷林同志刚才') }, 'zh');
  guided = prepare(
    'guided',
    {
      'speech.md': readFileSync(path.join(SAMPLES, 'safety-meeting.md'), 'utf8'),
      '.wenfeng.json': '{ "rules": { "doubled-word": "off", "sentence-too-long": { "max": 50 } } }',
    },
    'en',
  );
}, PATIENCE);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe.each([NEOVIM, EMACS] as readonly Editor<unknown>[])('$name', { timeout: PATIENCE }, (editor) => {
  const installed = process.platform !== 'win32' && editor.installed();
  const missing = `${editor.name} is not driven: it needs Debian's ${editor.packages}`;
  if (!installed && !REQUIRED) console.warn(missing);

  it.runIf(REQUIRED)('is installed', () => {
    expect(installed, missing).toBe(true);
  });

  it.runIf(installed)('shows what the command line finds, mends it and shows what remains', () => {
    const last = toMend.findings.findLast(({ rule }) => rule === 'stray-space');
    const fix = last?.fixes.find(({ safe }) => safe);
    if (last === undefined || fix === undefined) throw new Error('the draft has no stray space');
    expect(toMend.text.slice(last.offset - 5, last.endOffset)).toBe('𠮷林同志 ');

    const draft = copyFor(editor, toMend);
    const { first, offered, second } = play(editor, {
      draft,
      findings: toMend.findings.length,
      fix: { rule: last.rule, title: fix.title, remaining: mended.findings.length },
    });
    expect(first).toEqual(asShown(toMend));
    expect(offered).toContain(fix.title);
    expect(readFileSync(draft, 'utf8')).toBe(mended.text);
    expect(second).toEqual(asShown(mended));
  });

  it.runIf(installed)(
    'honours a guide beside a Markdown draft, and speaks the language of its settings',
    () => {
      const rules = guided.findings.map(({ rule }) => rule);
      expect(rules).toContain('sentence-too-long');
      expect(rules).not.toContain('doubled-word');

      const scene = { draft: copyFor(editor, guided), findings: guided.findings.length };
      const settings = editor.settings.replace(/(messageLanguage\W+)zh/u, '$1en');
      expect(play(editor, scene, settings).first).toEqual(asShown(guided));
    },
  );

  it.runIf(installed && editor.checksGuides)('shows what is wrong in a guide file', () => {
    const guide = '{ "rules": { "no-such-rule": "off" } }';
    const folder = path.join(root, `${editor.name} wrong guide`);
    mkdirSync(folder);
    const draft = path.join(folder, '.wenfeng.json');
    writeFileSync(draft, guide);
    const [problem] = play(editor, { draft, findings: 1 }).first;
    expect(problem).toMatchObject({ severity: 'warning', rule: undefined });
    expect(guide.slice(problem?.offset, problem?.endOffset)).toContain('no-such-rule');
  });
});

/** A folder of files, the first of them a draft, which the command line checks. */
function prepare(folder: string, files: Readonly<Record<string, string>>, language: 'zh' | 'en'): Prepared {
  const place = path.join(root, folder);
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(place, file), text);
  const [[name, text] = ['', '']] = Object.entries(files);
  return { folder: place, name, text, findings: checkWithCommandLine(path.join(place, name), language) };
}

/** A copy that the editor may change: the path of the draft in it. */
function copyFor({ name }: Editor<unknown>, { folder, name: draft }: Prepared): string {
  const copy = path.join(root, `${name} ${path.basename(folder)}`);
  cpSync(folder, copy, { recursive: true });
  return path.join(copy, draft);
}

function asShown({ findings }: Prepared): readonly Shown[] {
  return findings.map(({ rule, message, severity, offset, endOffset }) => ({
    rule,
    message,
    severity,
    offset,
    endOffset,
  }));
}
