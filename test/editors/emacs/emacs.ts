import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { documentedSettings } from '../documentedSettings.js';
import type { Editor } from '../editor.js';

/** As Emacs starts by itself, but for the writer's own settings: what is installed as a package is there. */
const START = ['-q', '--batch', '-f', 'package-activate-all'];

/** Emacs, which counts by characters, from 0 as the driver tells them. */
export const EMACS: Editor<number> = {
  name: 'Emacs',
  program: 'emacs',
  packages: 'emacs-nox elpa-eglot elpa-markdown-mode',
  installed: () =>
    spawnSync('emacs', [...START, '--eval', "(progn (require 'eglot) (require 'markdown-mode))"]).status ===
    0,
  settings: documentedSettings('Emacs', 'elisp'),
  settingsFile: 'init.el',
  checksGuides: false,
  arguments: (settings) => [...START, '-l', settings, '-l', path.join(import.meta.dirname, 'drive.el')],
  offset: (text, position) => Array.from(text).slice(0, position).join('').length,
};
