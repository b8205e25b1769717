/**
 * Fingerprints of the findings of one draft: by rule and wording, so that they stay when lines move. Where one wording
 * is found more than once, the findings are numbered in their order.
 */
export class Fingerprints {
  readonly #counts = new Map<string, number>();

  /** The fingerprint of the next finding. */
  next(rule: string, wording: string): string {
    const hash = hashOf(`${rule}\n${wording.replace(/\s+/gu, ' ').trim()}`);
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    return `${hash}:${String(count)}`;
  }
}

/** 64 bits in hexadecimal: two runs of FNV-1a from different beginnings. Not proof against forgery, nor meant to be. */
function hashOf(text: string): string {
  return [0x811c9dc5, 0x9747b28c]
    .map((seed) => {
      let hash = seed;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      return (hash >>> 0).toString(16).padStart(8, '0');
    })
    .join('');
}
