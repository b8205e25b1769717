/** Codes of the shingle that a fingerprint stands for. */
export const SHINGLE = 5;

/** Of so many shingles in a row at least one is a fingerprint. */
const WINDOW = 4;

/** The fingerprints of a text: hashes of some of its shingles, and where these begin, in ascending order. */
export interface Fingerprints {
  readonly hashes: Int32Array;
  readonly positions: Int32Array;
}

/**
 * Chooses fingerprints by winnowing (S. Schleimer, D. Wilkerson, A. Aiken: Winnowing: Local Algorithms for Document
 * Fingerprinting, SIGMOD 2003): of each window of shingles the one with the least hash, the rightmost of equals. Two
 * texts that share SHINGLE + WINDOW − 1 codes in a row share a fingerprint there. Linear in the length of `codes`.
 */
export function fingerprintsOf(codes: Uint16Array): Fingerprints {
  const count = Math.max(0, codes.length - SHINGLE + 1);
  const all = new Int32Array(count);
  for (let at = 0; at < count; at++) all[at] = hashAt(codes, at);
  const hashes: number[] = [];
  const positions: number[] = [];
  let chosen = -1;
  for (let end = Math.min(WINDOW, count); end > 0 && end <= count; end++) {
    const start = Math.max(0, end - WINDOW);
    if (chosen < start) {
      chosen = start;
      for (let at = start + 1; at < end; at++) if ((all[at] ?? 0) <= (all[chosen] ?? 0)) chosen = at;
    } else if ((all[end - 1] ?? 0) <= (all[chosen] ?? 0)) chosen = end - 1;
    else continue;
    hashes.push(all[chosen] ?? 0);
    positions.push(chosen);
  }
  return { hashes: Int32Array.from(hashes), positions: Int32Array.from(positions) };
}

function hashAt(codes: Uint16Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ (codes[i] ?? 0), 0x5bd1e995);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 16);
}
