import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { guideOfLayers, ownLayers } from '../../../server/src/core/guide/layers.js';
import { FILE_NAMES, OVERRIDE_NAMES, parseGuide } from '../../../server/src/core/guide/parseGuide.js';
import { rules } from '../../../server/src/core/rules/registry.js';
import { cases } from '../../arbitraries/cases.js';
import { drafts } from '../../arbitraries/drafts.js';
import { noise, noisyText } from '../../arbitraries/noise.js';
import { spanFaults } from './spanFaults.js';

/** Names that mean something to JavaScript, and to nobody else. */
const TREACHEROUS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', ''];

const scalar = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '0',
    '-1',
    '3.7',
    '1e999',
    '-1e999',
    '1e-400',
    '9'.repeat(400),
    '0x10',
    'NaN',
    '007',
  ),
  fc.constantFrom(
    '"off"',
    '"error"',
    '"plain"',
    '"standard"',
    '"./a.json"',
    '"**/*"',
    '"[a-"',
    '"党办"',
    '"{{{{"',
  ),
  noisyText.map((text) => JSON.stringify(text)),
);
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FILE_NAMES, ...OVERRIDE_NAMES, ...rules.map(({ id }) => id)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'severity',
      'max',
      'minChars',
      'text',
      'before',
      'name',
      'prefix',
      'part',
      'files',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...TREACHEROUS) },
  { weight: 1, arbitrary: noise },
);
const between = fc.constantFrom('', '', '', ' ', '\n', '// 注\n', '/* 注 */', '/*', ',', '\uFEFF');

/** Text that is nearly a guide file: the right names in the wrong places, twice, with anything as their values. */
const { value } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, scalar, tie('object'), tie('list')),
  object: fc
    .array(fc.tuple(between, key, tie('value')), { maxLength: 6 })
    .map(
      (parts) => `{${parts.map(([gap, name, part]) => `${gap}${JSON.stringify(name)}:${part}`).join(',')}}`,
    ),
  list: fc.array(tie('value'), { maxLength: 4 }).map((parts) => `[${parts.join(',')}]`),
}));
/** A guide file whose parts are what they should be in kind, and anything in detail. */
const nearly = fc.dictionary(key, value, { maxKeys: 8, noNullPrototype: true }).map(
  (parts) =>
    `{${Object.entries(parts)
      .map(([name, part]) => `${JSON.stringify(name)}: ${part}`)
      .join(', ')}}`,
);
const nested = fc
  .tuple(fc.constantFrom('[', '{"rules":', '{"a":[', '"', '/*'), fc.constantFrom(3, 50, 20_000))
  .map(([open, times]) => open.repeat(times));

it('any guide file is read, its mistakes named where they stand, and drafts can be checked by it', () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype);
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: nearly }, value, nested, noisyText),
      drafts(1),
      (text, draft) => {
        const { file, problems } = parseGuide(text);
        expect(
          spanFaults(
            text,
            problems.map(({ span }) => span),
            true,
          ),
        ).toEqual([]);
        for (const { message } of problems) {
          expect([message.zh, message.en]).toEqual([
            expect.stringMatching(/^[^\n\0]+。$/u),
            expect.stringMatching(/^[^\n\0]+\.$/u),
          ]);
        }
        const guide = guideOfLayers(ownLayers(file, '/'), () => true);
        const { failures } = checkDraft(draft.text, { format: draft.format, guide });
        expect(failures).toEqual([]);
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
        expect(Object.keys(guide.rules).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
      },
    ),
    cases(300),
  );
});
