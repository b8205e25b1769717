/**
 * The text of a snippet as it stands before anything is filled in: placeholders show their defaults, choices their
 * first alternative, tab stops nothing. Follows the snippet syntax of VS Code as far as the structures use it:
 * `$1`, `${1}`, `${1:default}` (nested too), `${1|one,two|}` and the escapes `\$`, `\}`, `\\`, `\,`, `\|`.
 */
export function plainText(body: string): string {
  return new Reader(body).read(() => false);
}

class Reader {
  readonly #body: string;
  #at = 0;

  constructor(body: string) {
    this.#body = body;
  }

  /** Reads up to the end or up to where `ends` says so; the place it ends at is not taken. */
  read(ends: (character: string) => boolean): string {
    let text = '';
    while (this.#at < this.#body.length) {
      const character = this.#body.charAt(this.#at);
      if (ends(character)) break;
      if (character === '\\') {
        text += this.#body.charAt(this.#at + 1);
        this.#at += 2;
      } else if (character === '$') {
        text += this.#tabStop();
      } else {
        text += character;
        this.#at += 1;
      }
    }
    return text;
  }

  #tabStop(): string {
    const opening = /^\$(?:\d+|\{\d+(?<kind>[:|}]))/u.exec(this.#body.slice(this.#at));
    if (opening === null) {
      this.#at += 1;
      return '$';
    }
    this.#at += opening[0].length;
    const kind = opening.groups?.['kind'];
    if (kind === ':') {
      const text = this.read((character) => character === '}');
      this.#at += 1;
      return text;
    }
    if (kind === '|') {
      const first = this.read((character) => character === ',' || character === '|');
      this.read((character) => character === '|');
      this.#at += 2;
      return first;
    }
    return '';
  }
}
