import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';
import { sharedFolder } from '../evaluate/shared.js';
import { testGold } from './testGold.js';

const goldPath = resolve(sharedFolder() ?? '../shared', 'drafts/county-office-speech.gold.json');

describe.runIf(existsSync(goldPath))('the real draft', () => {
  if (existsSync(goldPath)) testGold(goldPath);
});
