import type { Segmenter } from '../core/draft/model.js';
import { createIntlSegmenter } from '../segmenter/intl.js';
import type { LoadedSegmenter, StandIn } from '../segmenter/load.js';
import type { Log } from './log.js';

/** What the loading of the segmenter needs of its surroundings. */
export interface WordsHost {
  /** Loads the segmenter; blocks its thread meanwhile. */
  readonly load: () => LoadedSegmenter | Promise<LoadedSegmenter>;
  readonly log: Log;
}

/**
 * Milliseconds from an answer to the moment when it has surely been written: the connection writes in a queue
 * of its own over several turns of the event loop.
 */
const FLUSH = 50;

/** What stands in where nodejieba may be what ended the server before. */
export function loadWithoutNodejieba(): LoadedSegmenter {
  return {
    segmenter: createIntlSegmenter(),
    fallbackReason: 'it is left out, since the server ended unexpectedly several times',
  };
}

/**
 * The segmenter, loaded once and late: loading blocks the server, so it waits until the first structural
 * findings are on their way to the writer.
 */
export class Words {
  readonly #host: WordsHost;
  #waiting: (() => void)[] = [];
  #loading: Promise<Segmenter> | undefined;
  #segmenter: Segmenter | undefined;
  #stopped = false;

  constructor(host: WordsHost) {
    this.#host = host;
  }

  /** The segmenter once it has loaded. */
  get segmenter(): Segmenter | undefined {
    return this.#segmenter;
  }

  /** `callback` is called once, when the segmenter has loaded. */
  onLoaded(callback: () => void): void {
    this.#waiting.push(callback);
  }

  /** Loads the segmenter soon, but after what was just answered has gone out. */
  loadSoon(): void {
    this.#loading ??= this.#load(FLUSH);
  }

  /** The segmenter, loaded now if that has not begun. Never rejects: the platform's own stands in. */
  load(): Promise<Segmenter> {
    return (this.#loading ??= this.#load(0));
  }

  /** Nothing is loaded any more, and nobody told. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
  }

  async #load(delay: number): Promise<Segmenter> {
    await new Promise((resolve) => setTimeout(resolve, delay));
    const { segmenter, ...standIn } = await this.#attempt();
    if (this.#stopped) return segmenter;
    logStandIn(this.#host.log, standIn);
    this.#segmenter = segmenter;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const callback of waiting) callback();
    return segmenter;
  }

  async #attempt(): Promise<LoadedSegmenter> {
    try {
      if (this.#stopped) return { segmenter: createIntlSegmenter() };
      return await this.#host.load();
    } catch (error) {
      return { segmenter: createIntlSegmenter(), fallbackReason: String(error) };
    }
  }
}

/** Notes how words are cut, where that is not as usual. */
export function logStandIn(log: Log, { fallbackReason, fullReason }: StandIn): void {
  if (fallbackReason !== undefined)
    log.warn(`nodejieba cannot be loaded, Intl.Segmenter stands in: ${fallbackReason}`);
  if (fullReason !== undefined)
    log.warn(`nodejieba is loaded with its full dictionary, which takes longer: ${fullReason}`);
}
