import { SEVERITIES } from '../finding.js';
import type { RuleSetting } from '../guide.js';
import { rules } from '../rules/registry.js';
import type { IntegerOption, Rule, WordsOption } from '../rules/rule.js';
import type { ValuePath, ValueReader } from './values.js';

/** How a rule's findings may be shown, or that it is not run. */
export const RULE_SEVERITIES = [...SEVERITIES, 'off'] as const;

/**
 * Reads what was set for each rule. Parts that are wrong are left out and complained of.
 *
 * @param shorthand whether a severity may stand for the whole of a rule's setting
 */
export function readRuleSettings(
  reader: ValueReader,
  path: ValuePath,
  value: unknown,
  { shorthand }: { readonly shorthand: boolean },
): Readonly<Record<string, RuleSetting>> {
  const settings: [string, RuleSetting][] = [];
  for (const [id, set] of Object.entries(reader.record(path, value))) {
    const rule = rules.find((candidate) => candidate.id === id);
    const here = [...path, id];
    if (rule === undefined) {
      reader.unknown(
        here,
        { zh: '没有这条规则', en: 'no such rule' },
        rules.map((known) => known.id),
      );
    } else if (shorthand && typeof set === 'string') {
      const severity = reader.oneOf(here, set, RULE_SEVERITIES);
      if (severity !== undefined) settings.push([id, { severity }]);
    } else {
      settings.push([id, readRule(reader, here, rule, reader.record(here, set))]);
    }
  }
  return Object.fromEntries(settings);
}

function readRule(
  reader: ValueReader,
  path: ValuePath,
  rule: Rule,
  set: Readonly<Record<string, unknown>>,
): RuleSetting {
  const options: Record<string, number | readonly string[]> = {};
  const severity = reader.oneOf([...path, 'severity'], set['severity'], RULE_SEVERITIES);
  for (const [name, value] of Object.entries(set)) {
    if (name === 'severity') continue;
    const here = [...path, name];
    const schema = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (schema === undefined) {
      reader.unknown(here, { zh: '这条规则没有这个选项', en: 'no such option' }, [
        'severity',
        ...Object.keys(rule.options),
      ]);
      continue;
    }
    const option = readOption(reader, here, value, schema);
    if (option !== undefined) options[name] = option;
  }
  return severity === undefined ? { options } : { severity, options };
}

function readOption(
  reader: ValueReader,
  path: ValuePath,
  value: unknown,
  schema: IntegerOption | WordsOption,
): number | readonly string[] | undefined {
  return schema.type === 'integer' ? reader.integer(path, value, schema) : reader.words(path, value);
}
