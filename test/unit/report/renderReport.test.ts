import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import type { DraftFormat } from '../../../server/src/core/draft/model.js';
import { DEFAULT_GUIDE } from '../../../server/src/core/guide.js';
import { WORD_FREQUENCIES } from '../../../server/src/core/lexicon/wordFrequencies.js';
import { reportOf } from '../../../server/src/core/report/draftReport.js';
import { rules } from '../../../server/src/core/rules/registry.js';
import type { Language } from '../../../server/src/core/localized.js';
import { renderFile, renderPanel } from '../../../server/src/report/renderReport.js';
import { TEXTS } from '../../../server/src/report/texts.js';
import { createIntlSegmenter } from '../../../server/src/segmenter/intl.js';
import { cases } from '../../arbitraries/cases.js';

const segmenter = createIntlSegmenter();

interface FileOptions {
  readonly name?: string;
  readonly includeText?: boolean;
  readonly language?: Language;
  readonly format?: DraftFormat;
}

function draftOf(text: string, { name = 'draft', language = 'zh', format = 'plain' }: FileOptions = {}) {
  const result = checkDraft(text, { format, segmenter, language });
  return { name, draft: result.draft, report: reportOf(result, { guide: DEFAULT_GUIDE, segmenter }) };
}

function file(text: string, options: FileOptions = {}): string {
  const { includeText = false, language = 'zh' } = options;
  return renderFile([draftOf(text, options)], { language, includeText });
}

function panel(text: string, language: Language = 'zh'): string {
  const { report } = draftOf(text, { language });
  const parts = renderPanel(report, {
    language,
    width: 600,
    placeOf: ({ start, end }) => `0.${String(start)}.0.${String(end)}`,
  });
  return parts.map(({ html }) => html).join('\n');
}

/** The markup without what stands in style, script and text. */
function tagsOf(html: string): string[] {
  const bare = html.replace(/<(style|script)>.*?<\/\1>/gsu, '<$1></$1>');
  return bare.match(/<[^>]*>/gu) ?? [];
}

const SAMPLE = readFileSync('samples/county-mobilisation.txt', 'utf8');

/** Repeats, stock phrases, over-long and common words enough to draw every chart. */
const RICH = `在水利工作会议上的讲话\n同志们：\n一、修渠\n${'我们要切实抓好修渠的工作，进一步压实责任，不断完善机制，扎实推进各项工作。'.repeat(14)}\n二、管护\n${'今年的工作要快，明年的工作要稳。'.repeat(4)}各村要把修渠的账目贴在祠堂门口，让乡亲们看得见、算得清。\n（一）备料\n各村要把修渠的账目贴在祠堂门口，让乡亲们看得见、算得清。请某某同志讲话。\n谢谢大家！\n`;

const TAGS =
  'a article body circle clippath dd defs details div dl dt g h1 h2 h3 head html li main meta nav ol p path pattern rect script section span strong style summary svg table tbody td text th thead title tr ul'.split(
    ' ',
  );

describe('the markup of a report', () => {
  const hostile = [
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onfocus='alert(1)",
    '</title></style>',
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '{a|b}',
    '{value}',
    'javascript:alert(1)',
    '\u0000\u0007',
    '\uD800',
    '${x}',
    '\u202E',
  ];

  const sentences = fc.array(
    fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom(
        '同志们：',
        '一、',
        '今年的工作要快。',
        '切实',
        '“',
        '》',
        '\n',
        '\n## ',
        '进一步压实责任，',
      ),
    ),
    { maxLength: 60 },
  );

  it('holds only our own elements and attributes, whatever the draft and its name', () => {
    fc.assert(
      fc.property(
        sentences,
        fc.constantFrom(...hostile, '讲话'),
        fc.boolean(),
        (pieces, name, includeText) => {
          const text = `今天开会讲修渠的事情，大家都要来，都要讲。${pieces.join('')}一、${pieces.join('')}\n`;
          const html = file(text, { name, includeText, format: 'markdown' }) + panel(text);
          for (const tag of tagsOf(html)) {
            const [, element] = /^<[!/]?\s*([a-z0-9]+)/iu.exec(tag) ?? [];
            expect(element === 'doctype' || TAGS.includes(element?.toLowerCase() ?? ''), tag).toBe(true);
            expect(tag.replaceAll(/"[^"]*"/gu, '""')).not.toMatch(/\son\w+=/iu);
            expect(/ href="([^"]*)"/u.exec(tag)?.[1] ?? '#').toMatch(/^#/u);
          }
          expect(html.match(/<script>/gu)).toHaveLength(1);
          expect(html).not.toMatch(/(?![\t\n\r])\p{Cc}|\p{Cs}/u);
        },
      ),
      cases(40),
    );
  });

  it('says the words of a draft as they are', () => {
    const html = file('各村的“<b>账目</b>”要&贴出来，今天就贴。\n', { includeText: true });
    expect(html).toContain('各村的“&#60;b&#62;账目&#60;/b&#62;”要&#38;贴出来，今天就贴。');
  });

  it.each([
    ['with the text', true],
    ['without it', false],
  ])('leads every link of a file somewhere, %s', (_, includeText) => {
    for (const text of [SAMPLE, RICH]) {
      const html = renderFile([draftOf(text), draftOf(RICH)], { language: 'zh', includeText });
      const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...html.matchAll(/ href="#([^"]*)"/gu)].map(([, target]) => target);
      expect(targets.length).toBeGreaterThan(100);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
      const described = [...html.matchAll(/ aria-labelledby="([^"]*)"/gu)].map(([, id]) => id);
      expect(described.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('makes each mark a link with a name, and one of them in each chart a tab stop', () => {
    const charts = panel(RICH).match(/<svg xmlns.*?<\/svg>/gsu) ?? [];
    expect(charts).toHaveLength(7);
    for (const chart of charts) {
      const links = chart.match(/<a [^>]*>/gu) ?? [];
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => link.includes('tabindex="0"'))).toHaveLength(1);
      for (const link of links) {
        expect(link).toMatch(/ aria-label="[^"]+"/u);
        expect(link).toMatch(/ data-place="[\d.]+"/u);
      }
      // Nothing that a content security policy would refuse.
      expect(chart).not.toMatch(/ style=|<style|ecmeta_|zr\d/u);
    }
  });

  it('stays the same for the same draft, so that nothing is replaced in vain', () => {
    expect(panel(RICH)).toBe(panel(RICH));
  });

  it('says so where there is nothing to report', () => {
    expect(panel('')).toContain('这份稿子还没有内容');
    expect(panel('Nothing here is a speech.', 'en')).toContain('This document is not Chinese prose');
    expect(file('')).toContain('这份稿子还没有内容');
    expect(renderFile([], { language: 'en', includeText: false })).toContain(
      'There is no draft to report on.',
    );
  });
});

describe('a report file', () => {
  it('allows its own script and style by their hashes, and nothing else', () => {
    const html = file(RICH, { includeText: true });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/u
      .exec(html)?.[1]
      ?.replaceAll('&#39;', "'");
    const hash = (element: string): string => {
      const text = new RegExp(`<${element}>(.*?)</${element}>`, 'su').exec(html)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(html).toContain('--wf-page');
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    );
  });

  it('looks nothing up', () => {
    const html = file(RICH, { includeText: true }).replaceAll('xmlns="http://www.w3.org/2000/svg"', '');
    expect(html).not.toMatch(/https?:|@import|url\((?!#|'\])|<link|src=/u);
  });

  it('holds no words of the draft unless they are asked for', () => {
    const own = [
      ...Object.values(TEXTS).flatMap(({ zh, en }) => [zh, en]),
      ...rules.flatMap(({ title }) => [title.zh, title.en]),
    ].join('\n');
    for (const text of [...drafts('samples'), RICH]) {
      const shown = new Set(runsOf(file(text), 4));
      expect(runsOf(text, 4).filter((run) => shown.has(run) && !own.includes(run))).toEqual([]);
    }
    expect(runsOf(RICH, 4).every((run) => file(RICH, { includeText: true }).includes(run))).toBe(true);
  });

  it('speaks English to an English reader', () => {
    const shown = file(RICH, { language: 'en' }).replaceAll(/<(style|script)>.*?<\/\1>/gsu, '');
    const han = new Set(shown.match(/\p{Script=Han}+/gu) ?? []);
    expect([...han].filter((word) => !WORD_FREQUENCIES.has(word))).toEqual([]);
  });
});

function drafts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/u.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

/** Every run of so many Han characters. */
function runsOf(text: string, length: number): string[] {
  const runs = new Set<string>();
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (let at = 0; at + length <= run.length; at++) runs.add(run.slice(at, at + length));
  return [...runs];
}
