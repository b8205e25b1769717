/**
 * Text with places to fill in, as a writer puts it into a guide file, in VS Code's snippet syntax: nothing of it is
 * looked up or run. Places are `【…】`, and the tab stops `$1`, `${1}`, `${1:…}` and `${1|…,…|}`; a backslash takes
 * `$`, `}` and itself for what they are. Everything else stands for itself, variables (`$CLIPBOARD`, `${TM_FILENAME}`),
 * transformations and a stop around others too.
 *
 * A `【…】` outside of tab stops becomes one, numbered after the stops that the writer numbered, in the order of the
 * text. `$0` is where the cursor ends, at the end of the text unless the writer says otherwise.
 */
export function snippetOfText(text: string): string {
  const pieces = piecesOf(text);
  let last = Math.max(0, ...pieces.map((piece) => ('stop' in piece ? piece.stop : 0)));
  const body = pieces
    .map((piece) => {
      if ('plain' in piece) return escaped(piece.plain);
      if ('blank' in piece) return `\${${++last}:${escaped(piece.blank)}}`;
      const { stop, content } = piece;
      if (content === undefined) return `$\{${stop}}`;
      return typeof content === 'string'
        ? `\${${stop}:${escaped(content)}}`
        : `\${${stop}|${content.map(escapedOption).join(',')}|}`;
    })
    .join('');
  return pieces.some((piece) => 'stop' in piece && piece.stop === 0) ? body : `${body}$0`;
}

type Piece =
  | { readonly plain: string }
  | { readonly blank: string }
  /** Its content is a default, or the options of a choice. */
  | { readonly stop: number; readonly content?: string | readonly string[] };

/** A number of more digits is nobody's tab stop. */
const TOKEN =
  /\\(?<literal>[$}\\])|\$(?<bare>\d{1,3})(?!\d)|\$\{(?<braced>\d{1,3})(?:\}|:(?<default>(?:\\[^]|[^\\}$])*)\}|\|(?<options>(?:\\[^]|[^\\|}])+)\|\})|(?<blank>【[^【】\n]+】)/gu;

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) pieces.push({ plain: text.slice(at, match.index) });
    at = match.index + match[0].length;
    pieces.push(pieceOf(match.groups ?? {}) ?? { plain: match[0] });
  }
  if (at < text.length) pieces.push({ plain: text.slice(at) });
  return pieces;
}

/** Undefined for a choice of nothing. */
function pieceOf(groups: Readonly<Record<string, string | undefined>>): Piece | undefined {
  const { literal, bare, braced, default: content, options, blank } = groups;
  if (literal !== undefined) return { plain: literal };
  if (blank !== undefined) return { blank };
  const stop = Number(bare ?? braced);
  if (content !== undefined) return { stop, content: unescaped(content) };
  if (options !== undefined) {
    const content = optionsOf(options);
    return content.length === 0 ? undefined : { stop, content };
  }
  return { stop };
}

function optionsOf(options: string): string[] {
  return Array.from(options.matchAll(/(?:\\[^]|[^\\,])+/gu), ([option]) => unescaped(option));
}

function unescaped(text: string): string {
  return text.replace(/\\([$}\\,|])/gu, '$1');
}

function escaped(text: string): string {
  return text.replace(/[$}\\]/gu, '\\$&');
}

/** In a choice VS Code takes a dollar for what it is, and a backslash before it too. */
function escapedOption(text: string): string {
  return text.replace(/[\\,|]/gu, '\\$&');
}
