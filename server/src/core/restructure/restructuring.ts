import type { Draft, Segmenter } from '../draft/model.js';
import type { Edit } from '../finding.js';
import type { GuideWords } from '../guide.js';
import type { Language, Localized } from '../localized.js';
import type { MessageData } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/** One of the changes that a restructuring makes. */
export interface Change extends Edit {
  /** What happens here, in a few words. */
  readonly label: Localized;
  /** Why the writer had better look before this is done; absent where nothing speaks against it. */
  readonly doubt?: Localized;
}

/** What a restructuring would do. */
export interface Plan {
  /** What will happen, as the writer chooses it. */
  readonly title: Localized;
  /** At least one, in ascending order, not overlapping. */
  readonly changes: readonly Change[];
  /** Whether each change makes sense without the others, so that the writer may choose among them. */
  readonly separable: boolean;
}

/** Why a restructuring does nothing here, in one sentence. */
export interface NotHere {
  readonly reason: Localized;
}

/** What a restructuring would do, or why nothing. */
export type Outcome = Plan | NotHere;

/** What a restructuring is asked. */
export interface Request {
  readonly draft: Draft;
  /** The caret or the selection, in the draft's text. */
  readonly place: Span;
  /** Characters of a paragraph that is short enough. */
  readonly most: number;
  readonly segmenter: Segmenter | undefined;
  /** The words of the writer's own house. */
  readonly words: GuideWords;
  /** Whether only what the place itself touches is meant, as in a menu at the caret; else the nearest will do. */
  readonly onlyHere?: boolean;
  /** For the replacement of a term: what stands now, and what is to stand. */
  readonly term?: { readonly from: string; readonly to: string };
}

/** A reason, with its {placeholders} filled in. */
export function notHere(reason: Localized, data?: MessageData): NotHere {
  return { reason: filled(reason, data) };
}

/** A text in both languages with its {placeholders} filled in. */
export function filled(text: Localized, data: MessageData = {}): Localized {
  const fill = (language: Language): string =>
    text[language].replace(/\{(\w+)\}/gu, (whole, name: string) => String(data[name] ?? whole));
  return { zh: fill('zh'), en: fill('en') };
}
