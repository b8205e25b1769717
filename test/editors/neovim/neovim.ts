import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { documentedSettings } from '../documentedSettings.js';
import type { Editor } from '../editor.js';

/** Neovim, which counts by lines and bytes, both from 0. */
export const NEOVIM: Editor<readonly [line: number, byte: number]> = {
  name: 'Neovim',
  program: 'nvim',
  packages: 'neovim',
  installed: () => spawnSync('nvim', ['--version']).status === 0,
  settings: documentedSettings('Neovim', 'lua'),
  settingsFile: 'init.lua',
  checksGuides: true,
  arguments: (settings, draft) => [
    '--headless',
    '--clean',
    '-u',
    settings,
    draft,
    '-c',
    `luafile ${path.join(import.meta.dirname, 'drive.lua')}`,
  ],
  offset: (text, [line, byte]) => {
    const lines = text.split('\n');
    const before = lines.slice(0, line).reduce((length, one) => length + one.length + 1, 0);
    return before + Buffer.from(lines[line] ?? '').toString('utf8', 0, byte).length;
  },
};
