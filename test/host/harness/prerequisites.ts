import { findOnPath, isExecutable } from './paths.js';
import { PlainError } from './plain-error.js';

/** Where a host without a desktop VS Code looks for a browser. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/**
 * The Chromium to use: the one that the variable CHROMIUM names, else one on PATH.
 *
 * @param needs.compiler - whether code-server's native modules are still to be built
 * @throws PlainError that names in one line all that is missing, so that nobody meets it piece by piece
 */
export function demandChromium(needs: { readonly compiler: boolean }): string {
  const named = process.env['CHROMIUM'] ?? '';
  if (named !== '' && !isExecutable(named)) throw new PlainError(`CHROMIUM names no program: ${named}`);
  const chromium = named === '' ? findOnPath(...browsers) : named;
  const gaps = needs.compiler ? compilerGaps() : [];
  if (chromium !== undefined && gaps.length === 0) return chromium;
  throw lacking(
    chromium === undefined ? [{ name: 'Chromium', packages: 'chromium fonts-noto-cjk' }, ...gaps] : gaps,
  );
}

/**
 * What node-gyp needs to build native modules.
 *
 * @throws PlainError that names all that is missing
 */
export function demandCompiler(): void {
  const gaps = compilerGaps();
  if (gaps.length > 0) throw lacking(gaps);
}

interface Gap {
  readonly name: string;
  /** Debian's, separated by blanks. */
  readonly packages: string;
}

function compilerGaps(): readonly Gap[] {
  const gaps: Gap[] = [];
  if (process.env['CXX'] === undefined && findOnPath('g++', 'c++', 'clang++') === undefined) {
    gaps.push({ name: 'a C++ compiler', packages: 'g++' });
  }
  for (const name of ['make', 'python3']) {
    if (findOnPath(name) === undefined) gaps.push({ name, packages: name });
  }
  return gaps;
}

function lacking(gaps: readonly Gap[]): PlainError {
  const names = gaps.map((gap) => gap.name).join(', ');
  const packages = gaps.map((gap) => gap.packages).join(' ');
  return new PlainError(`VS Code cannot be run here without ${names}: apt-get install ${packages}`);
}
