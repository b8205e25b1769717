import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Guide } from '../core/guide.js';
import { GUIDE_FILE_NAME, type GuideProblem } from '../core/guide/guideFile.js';
import { guideOfLayers, ownLayers, presetLayer, type GuideLayer } from '../core/guide/layers.js';
import { parseGuide } from '../core/guide/parseGuide.js';
import type { Localized } from '../core/localized.js';
import { DraftReadError, explainReadError, sizeText } from './draftReadError.js';
import { matchesGlobs } from './globs.js';
import { readDraft } from './readDraft.js';
import { errorCode, systemError } from './systemErrors.js';

/** The size over which a guide file is not read, in bytes on disk or UTF-16 code units in an editor: 512 KB. */
export const MAX_GUIDE_SIZE = 512 * 1024;

/** What all files of one guide may have together, and how many they may be. */
const MAX_TOTAL_SIZE = 2 * MAX_GUIDE_SIZE;
const MAX_FILES = 50;

/** A guide file that was read, and what is wrong in it. */
export interface ReadGuide {
  /** Absolute. */
  readonly path: string;
  /** The text that the problems' spans are of. */
  readonly text: string;
  readonly problems: readonly GuideProblem[];
}

/** A guide file with all that it builds upon. */
export interface LoadedGuide {
  /** Absolute. */
  readonly path: string;
  /** The file itself first, then those it builds upon. Empty when the file itself could not be read. */
  readonly files: readonly ReadGuide[];
  readonly layers: readonly GuideLayer[];
  /** Why the file itself could not be read; it sets nothing then. */
  readonly failure?: DraftReadError;
}

/** The guide for one draft, and the file it came from. */
export interface FoundGuide {
  readonly guide: Guide;
  readonly loaded: LoadedGuide;
}

/** Where guide files are looked for and read from. */
export interface GuideFinderOptions {
  /** Absolute folders at which the search ends: workspace folders, or where the command line was started. */
  readonly roots: readonly string[];
  /**
   * Whether the root of a draft's repository ends the search, and `roots` only outside of repositories, the outermost
   * around the draft. Otherwise the innermost root does, as an editor has it with the settings of folders.
   */
  readonly toRepository: boolean;
  /** The text of a file that is open in an editor; preferred to what is on disk. */
  readonly openText?: (path: string) => string | undefined;
}

/**
 * Finds the guide file of drafts: the one in the nearest folder, going up from the draft to a root around it or to the
 * root of its repository; beside a draft that is in neither. Reads each file once, and keeps what it read
 * for as long as it lives. Never rejects.
 */
export class GuideFinder {
  readonly #options: GuideFinderOptions;
  readonly #nearest = new Map<string, Promise<string | undefined>>();
  readonly #tops = new Map<string, Promise<string>>();
  readonly #loaded = new Map<string, Promise<LoadedGuide>>();
  readonly #read = new Set<string>();

  constructor(options: GuideFinderOptions) {
    this.#options = options;
  }

  /** The guide of a draft; undefined when it has no guide file. A file that cannot be read is a guide of defaults. */
  async of(draft: string): Promise<FoundGuide | undefined> {
    const folder = path.dirname(draft);
    const file = await this.#nearestFrom(folder, await this.#topOf(folder));
    if (file === undefined) return undefined;
    const loaded = await this.load(file);
    const guide = guideOfLayers(loaded.layers, ({ globs, folder: base }) => matchesGlobs(draft, globs, base));
    return { guide, loaded };
  }

  /** A guide file with all that it builds upon. */
  load(file: string): Promise<LoadedGuide> {
    let loaded = this.#loaded.get(file);
    if (loaded === undefined) {
      loaded = this.#topOf(path.dirname(file)).then((top) => this.#load(file, top));
      this.#loaded.set(file, loaded);
    }
    return loaded;
  }

  /** Whether a file was read, or looked for in vain, so that its change would matter. */
  uses(file: string): boolean {
    return path.basename(file) === GUIDE_FILE_NAME || this.#read.has(file);
  }

  async #load(file: string, top: string): Promise<LoadedGuide> {
    const loading = new Loading(top, (path) => this.#text(path));
    try {
      if (await leadsOut(file, top)) throw linkedOutside();
      const layers = await loading.layersOf(file);
      return { path: file, layers, files: loading.files() };
    } catch (error) {
      return { path: file, layers: [], files: [], failure: explainReadError(error) };
    }
  }

  async #text(file: string): Promise<string> {
    this.#read.add(file);
    const open = this.#options.openText?.(file);
    if (open === undefined && (await stat(file)).size > MAX_GUIDE_SIZE) throw guideTooLarge();
    const text = open ?? (await readDraft(file)).text;
    if (text.length > MAX_GUIDE_SIZE) throw guideTooLarge();
    return text;
  }

  #nearestFrom(folder: string, top: string): Promise<string | undefined> {
    const key = `${folder}\n${top}`;
    let nearest = this.#nearest.get(key);
    if (nearest === undefined) {
      nearest = this.#findFrom(folder, top);
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }

  async #findFrom(folder: string, top: string): Promise<string | undefined> {
    const file = path.join(folder, GUIDE_FILE_NAME);
    if (this.#options.openText?.(file) !== undefined || (await exists(file))) return file;
    const above = path.dirname(folder);
    return folder === top || above === folder ? undefined : await this.#nearestFrom(above, top);
  }

  /** The folder at which the search for the guide of what lies in `folder` ends. */
  #topOf(folder: string): Promise<string> {
    let top = this.#tops.get(folder);
    if (top === undefined) {
      top = this.#findTop(folder);
      this.#tops.set(folder, top);
    }
    return top;
  }

  async #findTop(folder: string): Promise<string> {
    const around = this.#options.roots.filter((root) => isWithin(folder, root));
    const innermost = around.toSorted((a, b) => b.length - a.length)[0];
    const repository = await repositoryOf(folder);
    if (!this.#options.toRepository) return innermost ?? repository ?? folder;
    const outermost = around.toSorted((a, b) => a.length - b.length)[0];
    return repository ?? outermost ?? folder;
  }
}

/** One guide file being read with those it builds upon. */
class Loading {
  readonly #top: string;
  readonly #textOf: (file: string) => Promise<string>;
  readonly #files = new Map<string, { readonly text: string; readonly problems: GuideProblem[] }>();
  /** The files that are being read, each with the place where it names the next. */
  readonly #chain: { readonly file: string; span: GuideProblem['span'] }[] = [];
  #size = 0;

  constructor(top: string, textOf: (file: string) => Promise<string>) {
    this.#top = top;
    this.#textOf = textOf;
  }

  files(): ReadGuide[] {
    return [...this.#files].map(([file, { text, problems }]) => ({
      path: file,
      text,
      problems: problems.toSorted((a, b) => a.span.start - b.span.start),
    }));
  }

  /** @throws when the file itself cannot be read */
  async layersOf(file: string): Promise<GuideLayer[]> {
    const text = await this.#textOf(file);
    if (this.#size + text.length > MAX_TOTAL_SIZE) throw new BaseProblem(TOO_MUCH);
    this.#size += text.length;
    const parsed = parseGuide(text);
    const problems = [...parsed.problems];
    this.#files.set(file, { text, problems });
    const here = { file, span: { start: 0, end: 0 } };
    this.#chain.push(here);
    const layers: GuideLayer[] = [];
    for (const base of parsed.file.bases) {
      if (base.kind === 'preset') {
        layers.push(presetLayer(base.name));
        continue;
      }
      here.span = base.span;
      try {
        layers.push(...(await this.#baseLayers(path.dirname(file), base.path)));
      } catch (error) {
        const message = error instanceof BaseProblem ? error.localized : unreadable(error);
        problems.push({ span: base.span, message });
      }
    }
    this.#chain.pop();
    return [...layers, ...ownLayers(parsed.file, path.dirname(file))];
  }

  async #baseLayers(folder: string, named: string): Promise<GuideLayer[]> {
    if (named.includes('\0') || path.isAbsolute(named) || /^[a-z]:/iu.test(named))
      throw new BaseProblem(ABSOLUTE);
    const file = path.resolve(folder, named);
    if (!isWithin(file, this.#top)) throw new BaseProblem(OUTSIDE);
    const again = this.#chain.find((entry) => entry.file === file);
    if (again !== undefined) {
      // Told in the file that is come back to, at the place where the circle begins.
      this.#files.get(file)?.problems.push({ span: again.span, message: CIRCLE });
      return [];
    }
    // What was read already counts where it stands; reading it over and over could go on without an end.
    if (this.#files.has(file)) return [];
    if (this.#files.size >= MAX_FILES) throw new BaseProblem(TOO_MANY);
    // Links are followed, but not to the outside.
    if (!isWithin(await realPathOf(file), await realPathOf(this.#top))) throw new BaseProblem(OUTSIDE);
    return await this.layersOf(file);
  }
}

/** Why a guide file cannot be built upon. */
class BaseProblem extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}

const ABSOLUTE: Localized = {
  zh: '“extends”里的路径应相对于这个文件所在的文件夹，这一处没有生效。',
  en: 'This has no effect: a path in “extends” should be relative to the folder of this file.',
};

const OUTSIDE: Localized = {
  zh: '“extends”指到了工作区以外，这一处没有生效；请把那个文件放到工作区里来。',
  en: 'This has no effect: “extends” leads out of the workspace; put that file inside.',
};

const CIRCLE: Localized = {
  zh: '“extends”绕回了这个文件自己，绕回来的那一处没有生效。',
  en: '“extends” leads back to this very file; the way back has no effect.',
};

const TOO_MANY: Localized = {
  zh: `风格文件引来引去超过 ${MAX_FILES} 个，这一处没有生效；请合并几个。`,
  en: `This has no effect: the guide is already made of ${MAX_FILES} files; put some of them together.`,
};

const TOO_MUCH: Localized = {
  zh: `几个风格文件合起来超过 ${sizeText(MAX_TOTAL_SIZE)}，这一处没有生效；请删去用不着的条目。`,
  en: `This has no effect: the files of the guide have more than ${sizeText(MAX_TOTAL_SIZE)} together; delete entries that are not needed.`,
};

function guideTooLarge(): DraftReadError {
  const limit = sizeText(MAX_GUIDE_SIZE);
  return new DraftReadError('too-large', {
    zh: `风格文件超过上限 ${limit}，没有读取；请删去用不着的条目。`,
    en: `The guide file is over the limit of ${limit} and was not read; delete entries that are not needed.`,
  });
}

function linkedOutside(): DraftReadError {
  return new DraftReadError('link', {
    zh: '风格文件是个链接，指到了工作区以外，没有读取；请把那个文件复制到工作区里来。',
    en: 'The guide file is a link that leads out of the workspace, so it was not read; copy that file inside.',
  });
}

/**
 * Whether a guide file is itself a link that leads out of `top`. One that lies in a linked folder belongs to that folder, as
 * the drafts beside it do.
 */
async function leadsOut(file: string, top: string): Promise<boolean> {
  const real = await realPathOf(file);
  return (
    path.dirname(real) !== (await realPathOf(path.dirname(file))) && !isWithin(real, await realPathOf(top))
  );
}

function unreadable(error: unknown): Localized {
  if (explainReadError(error).reason === 'missing') {
    return {
      zh: '找不到这个风格文件，这一处没有生效；路径要从这个文件所在的文件夹写起。',
      en: 'This has no effect: there is no such guide file; write its path from the folder of this file.',
    };
  }
  const { localized } = explainReadError(error);
  return {
    zh: `这个风格文件没能读取，这一处没有生效：${localized.zh}`,
    en: `This has no effect, since the guide file could not be read: ${localized.en}`,
  };
}

/** Whether `inner` is the folder `outer` or lies below it. Both absolute. */
export function isWithin(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await exists(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** Whether there is something, readable or not. */
async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    // A name that the system does not take is EINVAL.
    return (
      !['missing', 'denied', 'link'].includes(systemError(error)?.fault ?? '') &&
      errorCode(error) !== 'EINVAL'
    );
  }
}

async function realPathOf(file: string): Promise<string> {
  return await realpath(file).catch(() => file);
}
