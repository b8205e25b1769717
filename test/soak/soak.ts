import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { benchText, lengthened } from '../bench/texts.js';
import { Random } from '../evaluate/random.js';
import { delay, Editor, type Way } from './editor.js';
import { Interruptions } from './interruptions.js';
import { Typist } from './typist.js';
import { startWatchedServer, type Memory } from './watchedServer.js';

/** How long and how a server is used. */
export interface SoakOptions {
  /** The built server. */
  readonly script: string;
  readonly way: Way;
  readonly milliseconds: number;
  /** What pauses are multiplied by: 1 for human speed. */
  readonly pace: number;
  readonly seed: number;
  /** UTF-16 code units of the draft that is written at. */
  readonly length: number;
  /** So often the diagnostics are compared on the way; once more at the end. */
  readonly comparisons: number;
  /** Called with each look at the memory. */
  readonly onLook?: (look: Look) => void;
}

/** A look at the server's memory. */
export interface Look extends Memory {
  /** Milliseconds since the start. */
  readonly at: number;
}

/** What came of it. */
export interface SoakResult {
  readonly keystrokes: number;
  /** How often each request was made. */
  readonly asked: ReadonlyMap<string, number>;
  readonly looks: readonly Look[];
  /** How often the diagnostics were compared with those of a server that was started for that. */
  readonly comparisons: number;
  /** All that should not have happened, a sentence each. */
  readonly faults: readonly string[];
}

/** So many looks are taken, evenly over the time. */
const LOOKS = 60;

/** Fewer tell nothing of a third of the time: a machine that is too busy for them is given longer. */
const LEAST_LOOKS = 9;

/** Uses a server as a writer and his editor do, and looks at what becomes of it. */
export async function soak(options: SoakOptions): Promise<SoakResult> {
  const { script, way, milliseconds, pace, seed, length, onLook } = options;
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'wenfeng-soak-')));
  const random = new Random(seed);
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).toString();
  const source = lengthened(benchText().text, 5, seed);
  writeDrafts(folder, source);
  const server = startWatchedServer(script);
  const editor = new Editor(server.connection, way);
  await editor.initialize(uriOf(''));
  const typists = new Map(
    [
      { name: '动员讲话.txt', size: length },
      { name: '致辞.md', size: length / 6 },
      { name: '主持词.txt', size: length / 20 },
    ].map(({ name, size }, index) => {
      const uri = uriOf(name);
      const limits = { least: size * 0.98, most: size * 1.02 };
      return [
        uri,
        { text: source.slice(0, size), typist: new Typist(new Random(seed + index), source, limits) },
      ];
    }),
  );
  for (const [uri, { text }] of typists) {
    await editor.open(uri, uri.endsWith('.md') ? 'markdown' : 'plaintext', text);
  }
  const interruptions = new Interruptions({ editor, folder, uriOf, random });
  const looks: Look[] = [];
  const faults: string[] = [];
  const start = Date.now();
  let keystrokes = 0;
  let comparisons = 0;
  const compare = async (): Promise<void> => {
    comparisons++;
    faults.push(...(await differences(editor, options, uriOf(''))));
  };
  const goesOn = (): boolean => Date.now() - start < milliseconds || looks.length < LEAST_LOOKS;
  while (goesOn()) {
    // Mostly the long draft; the others now and then.
    const uris = [...typists.keys()];
    const uri = random.next() < 0.75 ? uris[0] : random.one(uris);
    const typist = typists.get(uri ?? '')?.typist;
    if (uri === undefined || typist === undefined) break;
    for (let bouts = 1 + random.below(6); bouts > 0 && goesOn(); bouts--) {
      for (const keystroke of typist.bout(() => editor.textOf(uri))) {
        await editor.press(uri, keystroke);
        keystrokes++;
        await delay(keystroke.pause * pace);
      }
      await interruptions.sometimes(uri, typist.cursor);
      await delay((300 + random.below(3000)) * pace);
      const passed = Date.now() - start;
      if (passed > (milliseconds / LOOKS) * looks.length) {
        const look = { at: passed, ...(await server.memory()) };
        looks.push(look);
        onLook?.(look);
      }
      if (passed < milliseconds && passed > (milliseconds / (options.comparisons + 1)) * (comparisons + 1))
        await compare();
    }
  }
  await interruptions.settled();
  await compare();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    keystrokes,
    asked: editor.asked,
    looks,
    comparisons,
    faults: [...faults, ...editor.faults, ...server.complaints],
  };
}

/** Where the server says something else than one that was just started on the same texts and settings. */
async function differences(editor: Editor, { script, way }: SoakOptions, folder: string): Promise<string[]> {
  const server = startWatchedServer(script);
  const fresh = new Editor(server.connection, way);
  fresh.settings = editor.settings;
  fresh.ignored = editor.ignored;
  await fresh.initialize(folder);
  await fresh.changeSettings(editor.settings);
  for (const document of editor.documents.values()) {
    await fresh.open(document.uri, document.languageId, document.getText(), document.version);
  }
  const [said, saidAfresh] = [await editor.settled(), await fresh.settled()];
  await server.stop();
  return [...saidAfresh]
    .filter(([uri, items]) => !isSame(said.get(uri) ?? [], items))
    .map(
      ([uri, items]) =>
        `${path.basename(decodeURI(uri))}: stale diagnostics, ${firstDifference(said.get(uri) ?? [], items)}`,
    )
    .concat(fresh.faults, server.complaints);
}

function isSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function firstDifference(a: readonly Diagnostic[], b: readonly Diagnostic[]): string {
  const at = b.findIndex((item, index) => JSON.stringify(item) !== JSON.stringify(a[index]));
  const index = at < 0 ? b.length : at;
  return `${String(a.length)} and ${String(b.length)}, the first: ${JSON.stringify(a[index])} and ${JSON.stringify(b[index])}`;
}

/** The other drafts of the folder, for bulk checks and comparisons. */
function writeDrafts(folder: string, source: string): void {
  for (let i = 0; i < 12; i++) {
    writeFileSync(path.join(folder, `旧稿${String(i)}.txt`), source.slice(i * 1500, i * 1500 + 4000));
  }
}
