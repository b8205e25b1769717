import Ajv from 'ajv-draft-04';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../server/src/core/fixes.js';
import type { ReportedFile } from '../../../server/src/core/report/reportText.js';
import { createSarifText } from '../../../server/src/core/report/sarifText.js';
import { rules } from '../../../server/src/core/rules/registry.js';
import { checked, context, reportOf } from './report.js';

/*
 * The schema is OASIS's own, unchanged: sarif-2.1/schema/sarif-schema-2.1.0.json of github.com/oasis-tcs/sarif-spec at
 * e0583813964ec43cea53b6b531b402866095ed1f (the Errata 01 edition).
 */
const schema = JSON.parse(readFileSync('test/schemas/sarif-schema-2.1.0.json', 'utf8')) as object;
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => /^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]*$/u.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
});
const valid = ajv.compile(schema);

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}
interface Physical {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string; readonly index?: number };
  readonly region: Region;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly relatedLocations?: readonly { readonly physicalLocation: Physical }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region;
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
}
interface Run {
  readonly language: string;
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
  readonly artifacts: readonly { readonly location: { readonly uri: string }; readonly encoding?: string }[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
    }[];
  }[];
  readonly results: readonly Result[];
}

function runOf(files: readonly ReportedFile[], errors: readonly (readonly [string, string])[] = []): Run {
  const log = JSON.parse(reportOf(createSarifText(context()), files, errors)) as { readonly runs: [Run] };
  expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
  return log.runs[0];
}

const STRAY = '同志们：\r\n青石镇的各位同志，今年的春耕 工作已经全面铺开。\r\n';
const LONG = `一是${'各村各组要把责任压紧压实，'.repeat(20)}。二是${'各村各组要把责任压紧压实，'.repeat(20)}。\n`;

describe('a SARIF log', () => {
  it('is valid against the schema, which refuses what is not', () => {
    runOf([]);
    runOf([checked('a.txt', STRAY), checked('b.md', LONG)], [['坏 #?.txt', '读不了。']]);
    const log = JSON.parse(reportOf(createSarifText(context()), [checked('a.txt', STRAY)])) as {
      runs: { results: { level: string }[] }[];
    };
    for (const result of log.runs[0]?.results ?? []) result.level = 'hint';
    expect(valid(log)).toBe(false);
  });

  it('names each rule once, and each result its rule', () => {
    const run = runOf([checked('a.txt', STRAY + LONG)]);
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(run.results.length).toBeGreaterThan(1);
    for (const { ruleId, ruleIndex } of run.results)
      expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('gives the same region as lines and as offsets, and the fix that mends it', () => {
    const { results } = runOf([checked('a.txt', STRAY)]);
    const [stray] = results;
    expect(stray?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 15,
      endLine: 2,
      endColumn: 16,
      charOffset: 20,
      charLength: 1,
    });
    const replacements = stray?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    const edits = replacements.map(({ deletedRegion: { charOffset, charLength }, insertedContent }) => ({
      span: { start: charOffset, end: charOffset + charLength },
      text: insertedContent.text,
    }));
    expect(applyEdits(STRAY, edits)).toBe(STRAY.replace('春耕 工', '春耕工'));
  });

  it('counts columns in UTF-16 units', () => {
    const { results } = runOf([checked('a.txt', STRAY.replace('青石', '𠮷石'))]);
    expect(results[0]?.locations[0]?.physicalLocation.region).toMatchObject({ startColumn: 16 });
  });

  it('encodes relative paths, and leads to files elsewhere by absolute URIs', () => {
    const run = runOf([
      checked('春耕/第 1 稿.txt', STRAY),
      checked('../别处.txt', STRAY),
      checked('a:b.txt', ''),
    ]);
    expect(run.originalUriBaseIds['SRCROOT']?.uri).toBe('file:///%E8%AE%B2%E8%AF%9D%20%E7%A8%BF/');
    expect(run.artifacts.map(({ location }) => location)).toEqual([
      { uri: '%E6%98%A5%E8%80%95/%E7%AC%AC%201%20%E7%A8%BF.txt', uriBaseId: 'SRCROOT' },
      { uri: 'file:///%E5%88%AB%E5%A4%84.txt' },
      expect.anything(),
    ]);
    const used = run.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation);
    expect(used.map((location) => location?.index)).toEqual([0, 1]);
    for (const location of used)
      expect(run.artifacts[location?.index ?? -1]?.location.uri).toBe(location?.uri);
  });

  it('knows findings again when lines move, and tells equal ones apart', () => {
    const prints = (text: string): string[] =>
      runOf([checked('a.txt', text)]).results.flatMap((result) => Object.values(result.partialFingerprints));
    const twice = prints(STRAY + LONG + STRAY);
    expect(prints(`各位代表：\n\n${STRAY}${LONG}${STRAY}`)).toEqual(twice);
    expect(new Set(twice).size).toBe(twice.length);
  });

  it('gives related places', () => {
    const long = runOf([checked('a.txt', LONG)]).results.find(
      ({ ruleId }) => ruleId === 'paragraph-too-long',
    );
    expect(long?.relatedLocations?.[0]?.physicalLocation.region).toMatchObject({ startColumn: 264 });
  });

  it('tells what could not be read, and what is not Chinese', () => {
    const run = runOf(
      [checked('c.md', 'Dear colleagues, this is a speech in English.')],
      [['旧.txt', '读不了。']],
    );
    expect(run.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'note' }, { level: 'error', message: { text: '读不了。' } }],
    });
    expect(runOf([checked('a.txt', STRAY)]).invocations[0]?.executionSuccessful).toBe(true);
  });
});
