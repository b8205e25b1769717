import { describe, expect, it } from 'vitest';
import { checkDraft, fixDraft, loadSegmenter, parseGuide } from '../../server/src/library.js';

const LONG = `${'我们要把秋粮收储这件大事办好'.repeat(12)}。\n`;

function rulesIn(text: string, options?: Parameters<typeof checkDraft>[1]): string[] {
  return checkDraft(text, options).findings.map(({ rule }) => rule);
}

describe('checkDraft of the library', () => {
  it('takes a text alone, as plain text and in Chinese', () => {
    const { findings, characters, failures } = checkDraft('请某某同志讲话。\n');
    expect(findings.map(({ rule, span }) => [rule, span])).toEqual([
      ['placeholder-left', { start: 1, end: 3 }],
    ]);
    expect(findings[0]?.message).toMatch(/占位符/u);
    expect({ characters, failures }).toEqual({ characters: 8, failures: [] });
  });

  it('finds what needs words only with a segmenter', () => {
    const text = '我们要切实管好茶园，切实修好道路。\n';
    expect(rulesIn(text)).toEqual([]);
    expect(rulesIn(text, { segmenter: loadSegmenter().segmenter })).toEqual(['repeated-word']);
  });

  it('reads Markdown, and answers in English, when asked to', () => {
    const text = '同志们，`某某`和某某都到了，大家认真听。\n';
    expect(checkDraft(text, { format: 'markdown', language: 'en' }).findings).toEqual([
      expect.objectContaining({ rule: 'placeholder-left', span: { start: 9, end: 11 } }),
    ]);
    expect(checkDraft(text, { language: 'en' }).findings[0]?.message).toMatch(/placeholder/u);
  });
});

describe('fixDraft of the library', () => {
  it('mends what is safe, and its own result no more', () => {
    const { text, applied } = fixDraft('我们 要抓好秋粮收储。\n');
    expect({ text, applied }).toEqual({ text: '我们要抓好秋粮收储。\n', applied: 1 });
    expect(fixDraft(text)).toEqual({ text, applied: 0 });
  });
});

describe('parseGuide of the library', () => {
  const rules = (guide: string, draft?: string): string[] =>
    rulesIn(LONG, { guide: parseGuide(guide, draft).guide });

  it('reads settings, and a preset under them', () => {
    expect(rules('{}')).toContain('sentence-too-long');
    expect(rules('{ "rules": { "sentence-too-long": "off" } }')).not.toContain('sentence-too-long');
    const { guide } = parseGuide('{ "extends": "plain", "rules": { "paragraph-too-long": "hint" } }');
    expect(guide.rules['paragraph-too-long']).toEqual({
      severity: 'hint',
      options: { max: 300, severe: 400 },
    });
  });

  it('lets an override hold for the drafts that it names', () => {
    const guide = '{ "overrides": [{ "files": ["会议/*.txt"], "rules": { "sentence-too-long": "off" } }] }';
    expect(rules(guide, '会议/动员.txt')).not.toContain('sentence-too-long');
    for (const draft of ['动员.txt', '../会议/动员.txt', undefined])
      expect(rules(guide, draft)).toContain('sentence-too-long');
  });

  it('says in order what is wrong, and that other files are not read', () => {
    const text = '{ "extends": ["./common.json", "plane"], "rules": { "sentence-too-long": 7 } }';
    const { problems } = parseGuide(text);
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '"./common.json"',
      '"plane"',
      '7',
    ]);
    expect(problems[0]?.message.en).toMatch(/not read here/u);
  });
});
