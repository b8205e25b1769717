import { GUIDE_LIMITS } from '../core/guide/guideFile.js';

/** What one step of a pattern takes. */
type Takes = (char: string) => boolean;

/** A state of the automaton that a pattern is. */
type State =
  | { readonly kind: 'end' }
  | { readonly kind: 'take'; readonly takes: Takes; next: State }
  | { readonly kind: 'fork'; readonly ways: State[] };

/**
 * Compiles a glob into a test of paths whose parts stand between `/`. `*` and `?` stand for letters within a part, `**` as
 * a whole part for any number of parts, `[…]` for one letter, `{a,b}` for either, `\` takes the meaning from the next
 * letter; all else stands for itself. Letter case does not count, nor does a leading point mean anything. A pattern longer
 * than {@link GUIDE_LIMITS} allows means no path.
 *
 * All readings of the pattern are followed at once, so that the time is bounded by the length of the pattern times that of
 * the path: a pattern may come with a folder from anywhere, and regular expressions would try the
 * readings one after another, which some patterns make a matter of years.
 */
export function compileGlob(glob: string): (path: string) => boolean {
  if (glob.length > GUIDE_LIMITS.globLength) return () => false;
  const start = new Parser(Array.from(glob)).parse();
  return (path) => matches(start, Array.from(path));
}

function matches(start: State, path: readonly string[]): boolean {
  let here = closure([start]);
  for (const char of path) {
    const next: State[] = [];
    for (const state of here) if (state.kind === 'take' && state.takes(char)) next.push(state.next);
    if (next.length === 0) return false;
    here = closure(next);
  }
  return [...here].some(({ kind }) => kind === 'end');
}

/** The states themselves and those that forks lead to. */
function closure(states: readonly State[]): ReadonlySet<State> {
  const reached = new Set(states);
  for (const state of reached) {
    if (state.kind === 'fork') for (const way of state.ways) reached.add(way);
  }
  return reached;
}

/** Reads a pattern from its end to its beginning in effect: each part is built with the state that follows it. */
class Parser {
  readonly #chars: readonly string[];
  /** For each opening brace its closing one and the commas between. */
  readonly #braces: ReadonlyMap<number, { readonly commas: readonly number[]; readonly close: number }>;

  constructor(chars: readonly string[]) {
    this.#chars = chars;
    this.#braces = bracesOf(chars);
  }

  parse(): State {
    return this.#sequence(0, this.#chars.length, { kind: 'end' });
  }

  #sequence(from: number, to: number, after: State): State {
    const parts: ((next: State) => State)[] = [];
    for (let at = from; at < to;) {
      const [part, end] = this.#part(at, to);
      parts.push(part);
      at = end;
    }
    return parts.reduceRight((next, part) => part(next), after);
  }

  /** What stands at `at`, and where it ends. */
  #part(at: number, to: number): readonly [(next: State) => State, number] {
    const char = this.#chars[at] ?? '';
    if (char === '*') return this.#stars(at, to);
    if (char === '?') return [taking(isInner), at + 1];
    if (char === '\\' && at + 1 < to) return [taking(letter(this.#chars[at + 1] ?? '')), at + 2];
    if (char === '[') return this.#class(at, to);
    const brace = this.#braces.get(at);
    if (brace === undefined) return [taking(letter(char)), at + 1];
    const edges = [at, ...brace.commas, brace.close];
    const either = (next: State): State => ({
      kind: 'fork',
      ways: edges.slice(1).map((edge, index) => this.#sequence((edges[index] ?? 0) + 1, edge, next)),
    });
    return [either, brace.close + 1];
  }

  #stars(at: number, to: number): readonly [(next: State) => State, number] {
    let end = at;
    while (end < to && this.#chars[end] === '*') end++;
    const whole = end - at > 1 && (at === 0 || '/{,'.includes(this.#chars[at - 1] ?? ''));
    if (whole && this.#chars[end] === '/') return [anyParts, end + 1];
    if (whole && end === to) return [anything, end];
    return [(next) => any(isInner, next), end];
  }

  #class(at: number, to: number): readonly [(next: State) => State, number] {
    const negated = this.#chars[at + 1] === '!' || this.#chars[at + 1] === '^';
    const first = at + (negated ? 2 : 1);
    // A bracket that closes at once is a letter of the class.
    const close = this.#chars.indexOf(']', first + 1);
    const slash = this.#chars.indexOf('/', first);
    if (close < 0 || close >= to || (slash >= 0 && slash < close)) return [taking(letter('[')), at + 1];
    const ranges: (readonly [string, string])[] = [];
    for (let i = first; i < close; i++) {
      const from = this.#chars[i] ?? '';
      const ranged = this.#chars[i + 1] === '-' && i + 2 < close;
      ranges.push([from, ranged ? (this.#chars[i + 2] ?? '') : from]);
      if (ranged) i += 2;
    }
    const within = (char: string): boolean =>
      ranges.some(([from, last]) => compare(from, char) <= 0 && compare(char, last) <= 0);
    const takes: Takes = (char) =>
      isInner(char) && (within(char) || within(char.toLowerCase()) || within(char.toUpperCase())) !== negated;
    return [taking(takes), close + 1];
  }
}

function bracesOf(
  chars: readonly string[],
): ReadonlyMap<number, { readonly commas: readonly number[]; readonly close: number }> {
  const braces = new Map<number, { readonly commas: readonly number[]; readonly close: number }>();
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at];
    if (char === '\\') at++;
    else if (char === '{') open.push({ at, commas: [] });
    else if (char === ',') open.at(-1)?.commas.push(at);
    else if (char === '}') {
      const group = open.pop();
      // Braces around a single thing are letters of a name.
      if (group !== undefined && group.commas.length > 0)
        braces.set(group.at, { commas: group.commas, close: at });
    }
  }
  return braces;
}

function taking(takes: Takes): (next: State) => State {
  return (next) => ({ kind: 'take', takes, next });
}

/** Any number of letters. */
function any(takes: Takes, next: State): State {
  const take: State = { kind: 'take', takes, next };
  const fork: State = { kind: 'fork', ways: [take, next] };
  take.next = fork;
  return fork;
}

/** Any number of whole parts, each with the `/` behind it. */
function anyParts(next: State): State {
  const fork: State = { kind: 'fork', ways: [next] };
  const slash: State = { kind: 'take', takes: (char) => char === '/', next: fork };
  fork.ways.push(any(isInner, slash));
  return fork;
}

/** All that lies below. */
function anything(next: State): State {
  return { kind: 'take', takes: () => true, next: any(() => true, next) };
}

function letter(wanted: string): Takes {
  const lower = wanted.toLowerCase();
  return (char) => char === wanted || char.toLowerCase() === lower;
}

function isInner(char: string): boolean {
  return char !== '/';
}

function compare(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
