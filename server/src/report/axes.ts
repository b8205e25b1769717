import { COLOURS } from './palette.js';

/** What all axes have in common: thin lines, small figures, nothing that draws the eye. */
const QUIET = {
  axisLine: { lineStyle: { color: COLOURS.line } },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { color: COLOURS.muted, fontSize: 12, hideOverlap: true },
  nameTextStyle: { color: COLOURS.muted, fontSize: 12 },
} as const;

/** Steps that people count in, times a power of ten. */
const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 10];

/** Lines across a chart, about. */
const LINES = 4;

/** An axis from 0 to just above `highest`, in round steps. */
export function roundAxis(name: string, highest: number): object {
  const rough = Math.max(highest * 1.04, 1) / LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = power * (STEPS.find((step) => step * power >= rough) ?? 10);
  return { ...numberAxis(name, Math.ceil((highest * 1.04) / interval) * interval || interval), interval };
}

/** An axis of numbers from 0 on, with a name at its end and light lines across the chart. */
export function numberAxis(name: string, max?: number): object {
  return {
    type: 'value',
    ...QUIET,
    name,
    min: 0,
    ...(max === undefined ? {} : { max }),
    axisLine: { show: false },
    splitNumber: LINES,
    splitLine: { lineStyle: { color: COLOURS.line } },
  };
}

/** An axis of names. */
export function nameAxis(names: readonly string[], more: object = {}): object {
  return { type: 'category', ...QUIET, data: names, ...more };
}

/** An axis of the course of a speech, in minutes. */
export function courseAxis(minutes: number, name: string): object {
  return {
    ...numberAxis(name, minutes),
    nameLocation: 'end',
    nameGap: 6,
    axisLabel: {
      ...QUIET.axisLabel,
      formatter: (value: number) => (Number.isInteger(value) ? String(value) : ''),
    },
    axisLine: { show: true, lineStyle: { color: COLOURS.line } },
  };
}

/** Room at the right for the names of lines across a chart. */
export const LINE_ROOM = 104;

/**
 * A line across the chart at a value, with its name at the right.
 * @param shift pixels by which the name is moved down, so that two names do not meet
 */
export function lineAt(value: number, name: string, shift = 0): object {
  return {
    yAxis: value,
    label: {
      formatter: () => name,
      position: 'end',
      offset: [0, shift],
      color: COLOURS.ink,
      fontSize: 12,
      textBorderWidth: 0,
    },
  };
}

/** What all such lines of a series have in common. */
export function lines(data: readonly object[]): object {
  return {
    silent: true,
    symbol: 'none',
    data,
    lineStyle: { color: COLOURS.ink, type: [5, 4], width: 1 },
  };
}

/** Where the arrow keys and the pointer change nothing: the style sheet shows what has the focus. */
export const STILL = { emphasis: { disabled: true } } as const;
