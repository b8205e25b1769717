import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer, Scene, Seen, Shown } from './scene.js';

/** An editor that can be driven without a screen. `Place` is what it counts places by. */
export interface Editor<Place> {
  readonly name: string;
  /** The program, which must be on PATH. */
  readonly program: string;
  /** Debian's packages that bring it. */
  readonly packages: string;
  /** Whether it is installed with all that it needs. */
  readonly installed: () => boolean;
  /** Its settings as the documentation gives them. */
  readonly settings: string;
  /** Name of the file that the settings go into. */
  readonly settingsFile: string;
  /** Whether with these settings it shows what is wrong in a guide file. */
  readonly checksGuides: boolean;
  /** Arguments that make it read the settings, open the draft and play the scene. */
  readonly arguments: (settings: string, draft: string) => readonly string[];
  /** The offset in a text of a place in it, UTF-16. */
  readonly offset: (text: string, place: Place) => number;
}

/** What was seen, by offsets in the text. */
export interface Played {
  readonly first: readonly Shown[];
  readonly offered: readonly string[] | undefined;
  readonly second: readonly Shown[] | undefined;
}

const SERVER = path.join(import.meta.dirname, '../../dist/server.js');
const SEVERITIES = ['error', 'warning', 'information', 'hint'];
/** Milliseconds that an editor may take for a scene. */
const TIMEOUT = 60_000;

/**
 * Plays a scene in an editor that has nothing but the documented settings, in a home of its own beside the draft's
 * folder.
 *
 * @param settings of the editor, in place of the documented ones
 * @throws when the editor ends without an answer; the message says what it printed
 */
export function play<Place>(
  editor: Editor<Place>,
  scene: Omit<Scene, 'answer'>,
  settings = editor.settings,
): Played {
  const folder = `${path.dirname(scene.draft)} played`;
  const home = path.join(folder, 'home');
  const bin = path.join(folder, 'bin');
  for (const made of [home, bin]) mkdirSync(made, { recursive: true });
  const settingsFile = path.join(home, editor.settingsFile);
  writeFileSync(settingsFile, settings);
  const command = path.join(bin, 'wenfeng-language-server');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${SERVER}" "$@"\n`);
  chmodSync(command, 0o755);

  const answer = path.join(folder, 'answer.json');
  const sceneFile = path.join(folder, 'scene.json');
  writeFileSync(sceneFile, JSON.stringify({ ...scene, answer } satisfies Scene));
  const before = readFileSync(scene.draft, 'utf8');
  const run = spawnSync(editor.program, editor.arguments(settingsFile, scene.draft), {
    cwd: path.dirname(scene.draft),
    encoding: 'utf8',
    timeout: TIMEOUT,
    env: {
      PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_STATE_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      LC_ALL: 'C.UTF-8',
      TERM: 'dumb',
      WENFENG_SCENE: sceneFile,
    },
  });
  let told: Answer<Place>;
  try {
    told = JSON.parse(readFileSync(answer, 'utf8')) as Answer<Place>;
  } catch {
    throw new Error(`${editor.name} ended with ${String(run.status)}:\n${run.stdout}${run.stderr}`);
  }
  const after = readFileSync(scene.draft, 'utf8');
  return {
    first: shown(editor, before, told.first),
    offered: told.offered,
    second: told.second && shown(editor, after, told.second),
  };
}

function shown<Place>(editor: Editor<Place>, text: string, seen: readonly Seen<Place>[]): readonly Shown[] {
  return seen.map(({ rule, message, severity, start, end }) => ({
    rule,
    message,
    severity: SEVERITIES[severity - 1] ?? String(severity),
    offset: editor.offset(text, start),
    endOffset: editor.offset(text, end),
  }));
}
