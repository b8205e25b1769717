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
  let parts = known.get(template);
  if (parts === undefined) known.set(template, (parts = template.split(/\{(\w+)\}/u)));
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] ?? '';
    text += printable(String(data?.[name] ?? `{${name}}`)) + (parts[i + 1] ?? '');
  }
  return text;
}

/** Templates divided at their placeholders: text and names in turn. There are no more of them than rules have. */
const known = new Map<string, readonly string[]>();
