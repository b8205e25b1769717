import { checkDraft } from '../../server/src/core/check.js';
import type { Segmenter } from '../../server/src/core/draft/model.js';
import type { Guide } from '../../server/src/core/guide.js';
import type { Finding } from '../../server/src/core/finding.js';
import { rules } from '../../server/src/core/rules/registry.js';
import { overlaps, type Span } from '../../server/src/core/text/span.js';
import { plant, type Fault, type Planted, type Planter } from './fault.js';
import { placesOf } from './gold.js';
import { Random } from './random.js';
import type { Source } from './source.js';

/** How one planted fault fared. */
export interface Outcome {
  readonly kind: string;
  readonly rule: string;
  readonly variant: string;
  readonly source: string;
  /** The planted text around the fault. */
  readonly excerpt: string;
  readonly found: boolean;
  /** A true statement planted as a check: `found` is then a false alarm. */
  readonly control: boolean;
}

/** What {@link runPlanter} needs beside the planter. */
export interface PlantOptions {
  readonly seed: number;
  /** Faults at most, controls not counted. */
  readonly most: number;
  readonly segmenter: Segmenter;
}

/** Plants faults of one kind, one at a time, and checks each text with the rule that has to find it. */
export function runPlanter(planter: Planter, sources: readonly Source[], options: PlantOptions): Outcome[] {
  const guide = only(planter.rule);
  const check = (source: Source, text: string): readonly Finding[] =>
    checkDraft(text, { format: source.format, segmenter: options.segmenter, guide }).findings;
  const clean = new Map<Source, readonly Finding[]>();
  return chooseFaults(planter, sources, options).map(({ source, fault }) => {
    const before = clean.get(source) ?? check(source, source.text);
    clean.set(source, before);
    const planted = plant(source, fault);
    return {
      kind: planter.kind,
      rule: planter.rule,
      variant: fault.variant,
      source: source.name,
      excerpt: excerptOf(planted.text, fault),
      found: isFound(source.text, before, planted, check(source, planted.text)),
      control: fault.control === true,
    };
  });
}

/** Whether something new is said of one of the fault's places. Both lists hold one rule's findings. */
export function isFound(
  cleanText: string,
  before: readonly Finding[],
  planted: Planted,
  after: readonly Finding[],
): boolean {
  const key = (span: Span, text: string): string =>
    `${span.start} ${span.end} ${text.slice(span.start, span.end)}`;
  const old = new Set<string>();
  for (const span of before.flatMap(placesOf)) {
    const { start, end } = planted.moved(span);
    // Only the same words at the same place are the same finding.
    if (planted.text.slice(start, end) === cleanText.slice(span.start, span.end))
      old.add(key({ start, end }, planted.text));
  }
  return after
    .flatMap(placesOf)
    .some(
      (span) => !old.has(key(span, planted.text)) && planted.places.some((place) => overlaps(place, span)),
    );
}

/** Draws faults evenly over the texts and, within a text, over the variants. */
function chooseFaults(
  planter: Planter,
  sources: readonly Source[],
  { seed, most }: PlantOptions,
): { source: Source; fault: Fault }[] {
  const random = new Random(seed);
  const queues = random.shuffled(sources).map((source) => ({
    source,
    faults: interleaved(random.shuffled(planter.propose(source, random))),
  }));
  const chosen: { source: Source; fault: Fault }[] = [];
  let faults = 0;
  for (let round = 0; queues.some((queue) => round < queue.faults.length); round++) {
    for (const { source, faults: queue } of queues) {
      const fault = queue[round];
      if (fault === undefined || faults >= most) continue;
      if (fault.control !== true) faults++;
      chosen.push({ source, fault });
    }
  }
  return chosen;
}

/** Takes one of each variant in turn, so that the rare ones are not drowned. */
function interleaved(faults: readonly Fault[]): Fault[] {
  const seen = new Map<string, number>();
  return faults
    .map((fault) => {
      const turn = seen.get(fault.variant) ?? 0;
      seen.set(fault.variant, turn + 1);
      return { fault, turn };
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ fault }) => fault);
}

/** A guide that runs one rule alone. */
function only(rule: string): Guide {
  return {
    rules: Object.fromEntries(
      rules.flatMap(({ id }) => (id === rule ? [] : [[id, { severity: 'off' as const }]])),
    ),
  };
}

function excerptOf(text: string, fault: Fault): string {
  // Nothing moves before the first edit, so its offset is the planted text's too.
  const at = fault.edits[0]?.span.start ?? 0;
  return text.slice(Math.max(0, at - 50), at + 70).replace(/\s*[\r\n]+\s*/gu, '⏎');
}
