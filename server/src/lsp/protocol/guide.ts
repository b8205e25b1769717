import type { DocumentUri } from 'vscode-languageserver';
import { request } from './message.js';

/** The name of a guide file. Clients synchronize documents of this name, whatever their language. */
export { GUIDE_FILE_NAME } from '../../core/guide/guideFile.js';

/** Client → server request: the presets that a new guide file may build upon, in the language of messages. */
export const GUIDE_PRESETS = request<GuidePresetsParams, readonly GuidePreset[]>('wenfeng/guidePresets');
export interface GuidePresetsParams {
  /** The folder that the guide file will lie in. */
  readonly folder: DocumentUri;
}
export interface GuidePreset {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** Client → server request: the text of a new guide file, with comments in the language of messages. */
export const NEW_GUIDE = request<NewGuideParams, NewGuideResult>('wenfeng/newGuide');
export interface NewGuideParams extends GuidePresetsParams {
  /** The name of one of the presets. */
  readonly preset: string;
  /** The most minutes of a speech, 0 for no limit; absent for what the preset says. */
  readonly maxMinutes?: number;
}
export interface NewGuideResult {
  readonly text: string;
}
