// A process that has checked nothing before: texts come by standard input, their findings go to standard output.
import { readFileSync } from 'node:fs';
import { checkDraft } from '../../server/src/core/check.js';
import { loadSegmenter } from '../../server/src/segmenter/load.js';
import type { FreshTexts } from './freshFindings.js';

const { texts, words } = JSON.parse(readFileSync(0, 'utf8')) as FreshTexts;
const segmenter = words ? loadSegmenter().segmenter : undefined;
const findings = texts.map((text) => checkDraft(text, { format: 'plain', segmenter }).findings);
process.stdout.write(JSON.stringify(findings));
