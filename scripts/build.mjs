// Bundles the entry points, all or those that are named (see bundles.mjs), into dist/ or `--outdir`.
// `--watch` rebuilds on change.
import { parseArgs } from 'node:util';
import { bundle } from './bundles.mjs';

const { positionals: names, values } = parseArgs({
  allowPositionals: true,
  options: {
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
});

await bundle({ names, ...values });
if (values.watch) console.log('watching');
