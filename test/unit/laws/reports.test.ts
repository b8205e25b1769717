import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { checkFiles, type FileResult } from '../../../server/src/bulk/checkFiles.js';
import { formatOf } from '../../../server/src/bulk/formatOf.js';
import { checkDraft } from '../../../server/src/core/check.js';
import { reportOf as figuresOf } from '../../../server/src/core/report/draftReport.js';
import type { ReportContext, ReportedFile } from '../../../server/src/core/report/reportText.js';
import { TEXT_FORMATS, type TextFormat } from '../../../server/src/core/report/textFormats.js';
import type { Span } from '../../../server/src/core/text/span.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';
import { cases } from '../../arbitraries/cases.js';
import { drafts } from '../../arbitraries/drafts.js';
import { GUIDES, guide } from '../../arbitraries/guides.js';
import { noisyText } from '../../arbitraries/noise.js';
import { reportOf } from '../report/report.js';
import { spanFaults } from './spanFaults.js';

const { segmenter } = loadSegmenter();

const language = fc.constantFrom<'zh' | 'en'>('zh', 'en');
/** Paths as a disk may give them: any characters but those that end a path. */
const path = fc
  .oneof(
    fc.constantFrom('讲话/a b.txt', 'C:\\稿.md', '../#?%2f&.txt', '-', '=1+1.txt', '::error::.txt'),
    noisyText,
  )
  .map((text) => text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD') || '.');

const file = fc
  .tuple(path, drafts(4), guide, language)
  .map(([its, { text, format }, itsGuide, speaks]): ReportedFile => ({
    path: its,
    encoding: 'utf-8',
    places: 'lines',
    result: checkDraft(text, { format, guide: GUIDES[itsGuide], language: speaks, segmenter }),
    fixed: 0,
    guide: GUIDES[itsGuide],
    segmenter: () => segmenter,
  }));
const run = fc.tuple(
  fc.array(file, { maxLength: 3 }),
  fc.array(fc.tuple(path, noisyText), { maxLength: 2 }),
  language,
);

function context(speaks: 'zh' | 'en'): ReportContext {
  return {
    language: speaks,
    version: '1.2.3',
    root: URI.file('/讲话 稿/').toString(),
    uriOf: (its) => URI.file(`/讲话 稿/${its}`).toString(),
  };
}

/** A whole report. */
function written(
  format: keyof typeof TEXT_FORMATS,
  files: readonly ReportedFile[],
  errors: readonly (readonly [string, string])[],
  speaks: 'zh' | 'en',
): string {
  const { create }: TextFormat = TEXT_FORMATS[format];
  return reportOf(create(context(speaks)), files, errors);
}

describe('the report on any drafts, under any names', () => {
  it('as JSON is read back as what was found', () => {
    fc.assert(
      fc.property(run, ([files, errors, speaks]) => {
        const report = JSON.parse(written('json', files, errors, speaks)) as {
          version: number;
          files: { path: string; findings: { rule: string; offset: number; message: string }[] }[];
          errors: { path: string }[];
        };
        expect(report.version).toBe(1);
        expect(
          report.files.map((one) => [one.path, one.findings.map(({ rule, offset }) => [rule, offset])]),
        ).toEqual(
          files.map(({ path: its, result }) => [
            its,
            result.findings.map(({ rule, span }) => [rule, span.start]),
          ]),
        );
        expect(report.errors.map((one) => one.path)).toEqual(errors.map(([its]) => its));
      }),
      cases(60),
    );
  });

  it('as SARIF is valid by its schema', () => {
    const valid = new Ajv({
      strict: false,
      formats: {
        uri: (text: string) => URL.canParse(text),
        'uri-reference': (text: string) => URL.canParse(text, 'file:///a/'),
        'date-time': true,
      },
    }).compile(JSON.parse(readFileSync('test/schemas/sarif-schema-2.1.0.json', 'utf8')) as object);
    fc.assert(
      fc.property(run, ([files, errors, speaks]) => {
        const log: unknown = JSON.parse(written('sarif', files, errors, speaks));
        expect(valid(log) || valid.errors).toBe(true);
      }),
      cases(40),
    );
  });

  it('as JUnit is XML, as CSV a table, as workflow commands a command a line', () => {
    fc.assert(
      fc.property(run, ([files, errors, speaks]) => {
        const text = (format: keyof typeof TEXT_FORMATS): string => written(format, files, errors, speaks);
        const found = files.reduce((sum, { result }) => sum + result.findings.length, 0);
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(text('junit')).close();
        // RFC 4180, and nothing that a spreadsheet takes for a formula.
        const csv = text('csv').replace('\uFEFF', '');
        const field = /"(?:[^"]|"")*"|[^",\r\n]*/u.source;
        const row = new RegExp(`^(?:${field})(?:,(?:${field})){5}\r\n`, 'u');
        let rows = 0;
        for (let rest = csv; rest !== ''; rows++) {
          const [read] = row.exec(rest) ?? [];
          expect(read, rest.slice(0, 200)).toBeDefined();
          const fields = read?.slice(0, -2).match(new RegExp(`(?<=^|,)(?:${field})(?=,|$)`, 'gu')) ?? [];
          expect(fields.filter((one) => /^"?[=+\-@\t\r]/u.test(one))).toEqual([]);
          rest = rest.slice(read?.length ?? rest.length);
        }
        expect(rows).toBeGreaterThanOrEqual(1 + found + errors.length);
        const commands = text('github').split('\n');
        expect(commands.pop()).toBe('');
        expect(commands).toHaveLength(found + errors.length);
        for (const command of commands)
          expect(command).toMatch(
            /^::(?:error|warning|notice) file=[^,:\r]*(?:,[a-zA-Z]+=[^,:\r]*)*::[^\r]*$/u,
          );
      }),
      cases(60),
    );
  });

  it('as figures has places in the draft and finite numbers', () => {
    fc.assert(
      fc.property(file, ({ result, guide: itsGuide }) => {
        const figures = figuresOf(result, { guide: itsGuide ?? GUIDES.default, segmenter });
        if (typeof figures === 'string') return;
        const spans: Span[] = [];
        const numbers: unknown[] = [];
        JSON.stringify({ ...figures, findings: [] }, (_, value: unknown) => {
          if (typeof value === 'number' && !Number.isFinite(value)) numbers.push(value);
          if (typeof value === 'object' && value !== null && 'start' in value && 'end' in value)
            spans.push(value as Span);
          return value;
        });
        expect(spanFaults(result.draft.text, spans, true)).toEqual([]);
        expect(numbers).toEqual([]);
      }),
      cases(80),
    );
  });
});

describe('the order of files', () => {
  it('changes nothing of what is found in each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(drafts(4), fc.constantFrom('.txt', '.md')), { minLength: 2, maxLength: 5 }),
        fc.nat(),
        async (texts, turn) => {
          const named = texts.map(([{ text }, extension], index) => ({
            path: `/${String(index)}${extension}`,
            text,
          }));
          const turned = named.map((_, index) => named[(index + turn) % named.length] ?? named[0]);
          const check = async (order: typeof turned): Promise<Map<string, unknown>> => {
            const results: FileResult[] = [];
            const openText = (its: string): string | undefined => named.find((one) => one.path === its)?.text;
            const listed = order.flatMap((one) =>
              one === undefined ? [] : [{ path: one.path, shownPath: one.path }],
            );
            for await (const one of checkFiles(listed, { segmenter, openText })) results.push(one);
            return new Map(results.map((one) => [one.path, one.failure ?? one.result.findings]));
          };
          const found = await check(named);
          expect(await check(turned)).toEqual(found);
          expect(await check(named.toReversed())).toEqual(found);
          for (const { path: its, text } of named)
            expect(found.get(its)).toEqual(checkDraft(text, { format: formatOf(its), segmenter }).findings);
        },
      ),
      cases(25),
    );
  });
});
