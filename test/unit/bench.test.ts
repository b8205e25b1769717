import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { benchCases } from '../bench/benchCases.js';
import { contradictionIn } from '../bench/contradiction.js';
import { requireFresh } from '../bench/freshFindings.js';
import { hotSpots } from '../bench/hotSpots.js';
import { outcomeOf, tableOf } from '../bench/outcome.js';
import { figureOf, ratioOf } from '../bench/samples.js';
import { lengthened, varied } from '../bench/texts.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('the bench', () => {
  it('refuses in one line to write what it has not measured', () => {
    expect(contradictionIn({ quick: true, write: true })).toMatch(/^--quick measures nothing[^\n]*\.$/u);
    expect(contradictionIn({ quick: true, write: false })).toBeUndefined();
    expect(contradictionIn({ quick: false, write: true })).toBeUndefined();
  });
});

describe('figures', () => {
  it('are medians with the tenth and the ninetieth percentile', () => {
    const samples = [5, 1, 9, 3, 7, 2, 8, 4, 6, 10, 0];
    expect(figureOf(samples)).toEqual({ value: 5, low: 1, high: 9, runs: 11 });
    expect(samples[0]).toBe(5);
  });

  it('compare what was measured in one moment', () => {
    // The machine was ten times as slow for a while.
    expect(ratioOf([2, 20, 2], [1, 10, 1])).toEqual({ value: 2, low: 2, high: 2, runs: 3 });
  });
});

describe('a row', () => {
  const row = { id: 'a-to-b', what: 'a, to b', bar: 2, unit: '×' as const };
  const table = (samples: readonly number[] | undefined): string =>
    tableOf([outcomeOf({ ...row, figure: (found: typeof samples) => found && figureOf(found) }, samples)])
      .split('\n')
      .at(-1) ?? '';

  it('is met up to its bar, and missed by so much above it', () => {
    expect(table([2])).toBe('| `a-to-b` | a, to b | 2.00 × | 2.00–2.00 | ≤ 2 × | met |');
    expect(table([2.5])).toBe('| `a-to-b` | a, to b | 2.50 × | 2.50–2.50 | ≤ 2 × | missed by 25 % |');
  });

  it('is not measured where there is nothing to measure it against', () => {
    expect(table(undefined)).toBe('| `a-to-b` | a, to b | not measured |  | ≤ 2 × |  |');
  });

  it('has a name of its own', () => {
    const ids = benchCases.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a case', () => {
  it('counts only with the findings of a fresh check', () => {
    expect(() => {
      requireFresh('case', [{ rule: 'a' }], [{ rule: 'a' }]);
    }).not.toThrow();
    expect(() => {
      requireFresh('case', [{ rule: 'a' }], [{ rule: 'b' }]);
    }).toThrow('case: the findings are not those of a fresh check');
    expect(() => {
      requireFresh('case', [], []);
    }).toThrow('nothing was measured');
  });
});

describe('texts', () => {
  const text = '我们要把学习成果转化为推动工作的强大动力，\n不断开创各项事业发展的崭新局面。';

  it('differ from turn to turn, and keep length and marks', () => {
    const turns = [0, 1, 2, 3].map((turn) => varied(text, turn));
    expect(new Set(turns).size).toBe(4);
    for (const turn of turns) expect(turn.replace(/\p{Script=Han}/gu, '字')).toBe(shape(text));
  });

  it('are lengthened by copies that differ', () => {
    const copies = lengthened(text, 3, 1).split(/(?<=。)\n/u);
    expect(new Set(copies).size).toBe(3);
    expect(copies.map(shape)).toEqual([text, text, text].map(shape));
  });

  function shape(written: string): string {
    return written.replace(/\p{Script=Han}/gu, '字');
  }
});

describe('hot spots', () => {
  it('are the functions of a bundle by their files, without the time of waiting', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenfeng-profile-'));
    folders.push(folder);
    const bundle = join(folder, 'case.cjs');
    writeFileSync(bundle, '// server/src/one.ts\nfunction a() {}\n// server/src/two.ts\nfunction b() {}\n');
    const frame = (id: number, functionName: string, lineNumber: number, url = `file://${bundle}`) => ({
      id,
      callFrame: { functionName, lineNumber, url },
    });
    writeFileSync(
      join(folder, 'case.cpuprofile'),
      JSON.stringify({
        nodes: [frame(1, 'a', 1), frame(2, 'b', 3), frame(3, '(idle)', -1, '')],
        samples: [1, 2, 3, 2],
        timeDeltas: [10, 20, 500, 10],
      }),
    );
    expect(hotSpots(folder, 5)).toEqual([
      { name: 'b server/src/two.ts', share: 0.75 },
      { name: 'a server/src/one.ts', share: 0.25 },
    ]);
  });
});
