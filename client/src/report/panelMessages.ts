import type { Range } from 'vscode-languageclient/node';
import { readPlace, type ReportPart } from '../../../server/src/lsp/protocol/report.js';

/** What the panel is told to show. */
export interface ShowMessage {
  readonly type: 'show';
  /** Comes back when the panel is restored after a restart. */
  readonly draft: string;
  readonly name: string;
  /** What the report follows, and how it is used. */
  readonly about: string;
  /** Something out of the ordinary; empty when there is nothing. */
  readonly remark: string;
  /** Absent where what is shown stays. */
  readonly parts?: readonly ReportPart[];
}

/** What the panel says. */
export type PanelMessage =
  | { readonly type: 'ready' | 'resized'; readonly width: number }
  | { readonly type: 'jump'; readonly range: Range };

/** Reads a message of the panel; undefined for anything that is none. */
export function readMessage(message: unknown): PanelMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, width, place } = message as Readonly<Record<string, unknown>>;
  if (type === 'ready' || type === 'resized') {
    return typeof width === 'number' && Number.isFinite(width) ? { type, width } : undefined;
  }
  const range = type === 'jump' ? readPlace(place) : undefined;
  return range === undefined ? undefined : { type: 'jump', range };
}
