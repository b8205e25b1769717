import type { Row } from './benchCase.js';
import type { Figure } from './samples.js';

/** What a row came to in a run. */
export interface Outcome extends Pick<Row<never>, 'id' | 'what' | 'bar' | 'unit'> {
  /** Absent where what the row is measured against is missing. */
  readonly figure?: Figure;
  readonly met?: boolean;
}

/** Reads a row from its case's figures. */
export function outcomeOf<Figures>(row: Row<Figures>, figures: Figures): Outcome {
  const { id, what, bar, unit } = row;
  const figure = row.figure(figures);
  return { id, what, bar, unit, ...(figure === undefined ? {} : { figure, met: figure.value <= bar }) };
}

/** The table of a run, in Markdown. */
export function tableOf(outcomes: readonly Outcome[]): string {
  return [
    '| row | what | figure | spread | bar | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(line),
  ].join('\n');
}

function line({ id, what, bar, unit, figure, met }: Outcome): string {
  const cells =
    figure === undefined
      ? ['not measured', '']
      : [`${short(figure.value)} ${unit}`, `${short(figure.low)}–${short(figure.high)}`];
  return `| \`${id}\` | ${what} | ${cells.join(' | ')} | ≤ ${Number(bar.toFixed(2))} ${unit} | ${verdict(bar, figure, met)} |`;
}

function verdict(bar: number, figure: Figure | undefined, met: boolean | undefined): string {
  if (figure === undefined || met === undefined) return '';
  return met ? 'met' : `missed by ${Math.ceil((figure.value / bar - 1) * 100)} %`;
}

/** Three digits that count. */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
