// Puts the dictionary beside the sources, where tests that run them look for it.
import { writeDictionary } from '../scripts/dictionary.mjs';

export default function setup() {
  writeDictionary('server/src/segmenter/dictionary');
}
