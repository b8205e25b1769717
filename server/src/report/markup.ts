/** A piece of HTML or SVG in which everything that came from outside is escaped. Made by {@link markup} alone. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: texts are escaped, markup is taken as it is, lists are joined. */
export type Insert = string | number | Markup | undefined | readonly Insert[];

/** HTML with every inserted text escaped, for element content and for attributes in double quotes. */
export function markup(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  return new Markup(parts.map((part, index) => part + shown(inserts[index])).join(''));
}

/** Attributes, each with a blank before it; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Markup {
  return new Markup(
    Object.entries(values)
      .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(String(value))}"`))
      .join(''),
  );
}

/** `text` as element content or as an attribute's value in double quotes. */
export function escape(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return clean(text).replace(/[&<>"']/gu, (char) => `&#${String(char.charCodeAt(0))};`);
}

/** A character that {@link escape} changes, or half of one that it may. */
// eslint-disable-next-line no-control-regex
const SPECIAL = /[&<>"'\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** `text` without what no document may hold: control characters and halves of characters. */
export function clean(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD');
}

function shown(insert: Insert): string {
  if (insert === undefined) return '';
  if (insert instanceof Markup) return insert.text;
  if (typeof insert === 'object') return insert.map(shown).join('');
  return escape(String(insert));
}
