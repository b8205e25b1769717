import type { Language } from '../localized.js';
import type { MessageData, Rule } from './rule.js';

/**
 * A rule's message in one language with its {placeholders} filled in.
 * A placeholder without data stays as it is, so that a mistake is seen in a test and never throws.
 */
export function formatMessage(
  rule: Pick<Rule, 'messages'>,
  message: string,
  data: MessageData | undefined,
  language: Language,
): string {
  const template = rule.messages[message]?.[language] ?? message;
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(data?.[name] ?? whole));
}
