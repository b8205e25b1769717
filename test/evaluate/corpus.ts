import { checkDraft } from '../../server/src/core/check.js';
import type { Segmenter } from '../../server/src/core/draft/model.js';
import type { Severity } from '../../server/src/core/finding.js';
import type { Source } from './source.js';

/** What was said of a text that is taken to be clean. */
export interface Alarm {
  readonly source: string;
  readonly kind: string;
  readonly rule: string;
  readonly severity: Severity;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  readonly excerpt: string;
}

/** Every finding over the corpus, and its size. */
export interface CorpusReport {
  /** Characters without blanks, by kind of text. */
  readonly characters: ReadonlyMap<string, number>;
  readonly alarms: readonly Alarm[];
  /** Rules that threw, with the text they threw on. */
  readonly failures: readonly string[];
}

/** Checks every text with all rules as a writer who has set nothing would have it. */
export function checkCorpus(sources: readonly Source[], segmenter: Segmenter): CorpusReport {
  const characters = new Map<string, number>();
  const alarms: Alarm[] = [];
  const failures: string[] = [];
  for (const source of sources) {
    const result = checkDraft(source.text, { format: source.format, segmenter });
    characters.set(source.kind, (characters.get(source.kind) ?? 0) + result.characters);
    failures.push(
      ...result.failures.map(({ rule, message }) => `${rule} threw on ${source.name}: ${message}`),
    );
    for (const { rule, severity, span, message } of result.findings) {
      const before = source.text.slice(Math.max(0, span.start - 25), span.start);
      const said = source.text.slice(span.start, Math.min(span.end, span.start + 60));
      const after = source.text.slice(span.end, span.end + 35);
      alarms.push({
        source: source.name,
        kind: source.kind,
        rule,
        severity,
        line: source.text.slice(0, span.start).split('\n').length,
        message,
        excerpt: `${before}⟦${said}⟧${after}`.replace(/\s*[\r\n]+\s*/gu, '⏎'),
      });
    }
  }
  return { characters, alarms, failures };
}

/** Findings per 10,000 characters. */
export function density(findings: number, characters: number): number {
  return characters === 0 ? 0 : (findings * 10_000) / characters;
}
