/** A share of the characters that a draft has for what is to be written, against the shares of others. */
export type Share = number;

/**
 * A line of a new draft. In its text `【…】` is to be filled in, `{budget}` in one of these stands for the characters
 * of its share, and `{one|two}` is a choice.
 */
export interface Block {
  readonly text: string;
  /** Its level, 1 for the title; absent for a paragraph. */
  readonly heading?: 1 | 2 | 3;
  /** Of the field that says `{budget}`; absent where none does. */
  readonly share?: Share;
}

/** How many there are, in words: 两, 三, 四. */
export function countWord(count: number): string {
  return '零一两三四五六'.charAt(count);
}
