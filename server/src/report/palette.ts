import type { Severity } from '../core/finding.js';
import type { Excess } from '../core/report/limits.js';

/** Colours by their use, as the variables that the style sheet sets for each theme. */
export const COLOURS = {
  ink: 'var(--wf-ink)',
  muted: 'var(--wf-muted)',
  line: 'var(--wf-grid)',
  page: 'var(--wf-page)',
  mark: 'var(--wf-mark)',
  quiet: 'var(--wf-quiet)',
  over: 'var(--wf-over)',
  far: 'var(--wf-far)',
} as const;

/** Symbols that a chart and its key both know; the names are ECharts’. */
export type Symbol = 'circle' | 'diamond' | 'triangle' | 'rect';

/** How a mark looks: never by its colour alone. */
export interface Look {
  readonly colour: string;
  readonly symbol: Symbol;
  /** Stripes over a bar: one way, or crossed. */
  readonly stripes?: 'single' | 'crossed';
}

export const LOOK_OF_EXCESS: Readonly<Record<Excess, Look>> = {
  within: { colour: COLOURS.mark, symbol: 'circle' },
  over: { colour: COLOURS.over, symbol: 'diamond', stripes: 'single' },
  'far over': { colour: COLOURS.far, symbol: 'triangle', stripes: 'crossed' },
};

export const LOOK_OF_SEVERITY: Readonly<Record<Severity, Look>> = {
  error: { colour: COLOURS.far, symbol: 'triangle' },
  warning: { colour: COLOURS.over, symbol: 'diamond' },
  information: { colour: COLOURS.mark, symbol: 'circle' },
  hint: { colour: COLOURS.quiet, symbol: 'rect' },
};

/** What a bar’s colour and stripes are to ECharts. */
export function barStyle({ colour, stripes }: Look): object {
  return {
    color: colour,
    borderRadius: [2, 2, 0, 0],
    ...(stripes === undefined
      ? {}
      : {
          decal: {
            symbol: 'rect',
            color: COLOURS.page,
            ...(stripes === 'single'
              ? { dashArrayX: [1, 0], dashArrayY: [2, 5] }
              : {
                  dashArrayX: [
                    [4, 3],
                    [4, 3],
                  ],
                  dashArrayY: [4, 3],
                }),
            rotation: -Math.PI / 4,
          },
        }),
  };
}
