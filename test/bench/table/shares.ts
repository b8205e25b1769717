import type { BenchCase } from '../benchCase.js';
import { figureOf, type Samples } from '../samples.js';

/** What `cases/shares.ts` measures; milliseconds. Each part is timed on its own, so they need not add up. */
export interface SharesFigures {
  readonly pass: Samples;
  readonly model: Samples;
  readonly words: Samples;
  /** By the rule's id. */
  readonly rules: Readonly<Record<string, Samples>>;
}

export const shares: BenchCase<SharesFigures> = {
  name: 'shares',
  about: () => 'Shares of a full check (each part on its own, so they need not add up)',
  details: ({ pass, model, words, rules }) => {
    const whole = figureOf(pass).value;
    const part = (what: string, samples: Samples) => ({
      what,
      samples,
      note: `${((figureOf(samples).value * 100) / whole).toFixed(1)} %`,
    });
    return [
      part('whole check', pass),
      part('document model', model),
      part('cutting into words', words),
      ...Object.entries(rules)
        .sort(([, a], [, b]) => figureOf(b).value - figureOf(a).value)
        .map(([id, samples]) => part(id, samples)),
    ];
  },
  rows: [],
};
