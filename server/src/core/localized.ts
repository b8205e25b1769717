/** A text in the two languages of the product. Placeholders are written {name}. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** The languages of messages. */
export type Language = keyof Localized;
