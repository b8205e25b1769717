import type { Language } from '../localized.js';
import { printable } from '../text/printable.js';
import type { MessageData, Rule } from './rule.js';

/**
 * A rule's message in one language with its {placeholders} filled in.
 * What is filled in may be words of the draft, which must not steer the direction in which the message is written.
 * A placeholder without data stays as it is, so that a mistake is seen in a test and never throws.
 */
export function formatMessage(
  rule: Pick<Rule, 'messages'>,
  message: string,
  data: MessageData | undefined,
  language: Language,
): string {
  const template = rule.messages[message]?.[language] ?? message;
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => printable(String(data?.[name] ?? whole)));
}
