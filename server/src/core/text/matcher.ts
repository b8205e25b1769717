/** A word list compiled so that a text is read once, however many words the list has. */
export interface Matcher {
  /**
   * Calls `found` for each place where a word of the list stands, with the longest word that ends there, in
   * ascending order of ends. Spans are half-open indices of `codes`.
   */
  match(codes: ArrayLike<number>, found: (start: number, end: number) => void): void;
}

interface Node {
  readonly children: Map<number, Node>;
  /** Where to go on when no child fits: the longest proper suffix of this prefix that is itself a prefix. */
  fallback: Node | undefined;
  /** The length of the longest word that ends here; 0 for none. */
  longest: number;
}

/** Compiles words (UTF-16 code units) into an Aho–Corasick automaton. Empty words are left out. */
export function compileMatcher(words: Iterable<string>): Matcher {
  const root: Node = { children: new Map(), fallback: undefined, longest: 0 };
  for (const word of words) {
    let node = root;
    for (let i = 0; i < word.length; i++) node = childOf(node, word.charCodeAt(i));
    if (node !== root) node.longest = word.length;
  }
  linkFallbacks(root);
  return {
    match(codes, found) {
      let node = root;
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i] ?? 0;
        let next = node.children.get(code);
        while (next === undefined && node.fallback !== undefined) {
          node = node.fallback;
          next = node.children.get(code);
        }
        node = next ?? root;
        if (node.longest > 0) found(i + 1 - node.longest, i + 1);
      }
    },
  };
}

function childOf(node: Node, code: number): Node {
  let child = node.children.get(code);
  if (child === undefined) {
    child = { children: new Map(), fallback: undefined, longest: 0 };
    node.children.set(code, child);
  }
  return child;
}

function linkFallbacks(root: Node): void {
  const queue: Node[] = [root];
  for (const node of queue) {
    for (const [code, child] of node.children) {
      let from = node.fallback;
      while (from !== undefined && !from.children.has(code)) from = from.fallback;
      child.fallback = node === root ? root : (from?.children.get(code) ?? root);
      if (child.longest === 0) child.longest = child.fallback.longest;
      queue.push(child);
    }
  }
}
