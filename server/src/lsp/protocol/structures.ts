import type { DocumentUri } from 'vscode-languageserver';
import type { GuideStructure } from '../../core/guide.js';
import { request } from './message.js';

export type { GuideStructure };

/** The occasions of speeches and the parts of a speech, by which paragraph structures are grouped. */
export { isOccasionId, OCCASIONS, type OccasionId } from '../../core/structures/occasions.js';
export { PARTS, type PartId } from '../../core/structures/parts.js';

/** Client → server request: the paragraph structures of the guide of a draft, open or not. */
export const STRUCTURES = request<StructuresParams, readonly GuideStructure[]>('wenfeng/structures');
export interface StructuresParams {
  /** The draft. */
  readonly uri: DocumentUri;
}
