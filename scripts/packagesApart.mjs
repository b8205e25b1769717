/**
 * Packages that the server can do without until it is asked for more than the check of an open draft. Each is a bundle
 * of its own beside the others, which reads it only when it runs what imports it: what is not read need not be
 * compiled before the first findings.
 */
export const PACKAGES_APART = ['globby', 'iconv-lite'];

/** Keeps {@link PACKAGES_APART} out of the bundle of the server; the others need them at once. */
export const packagesApart = {
  name: 'packages-apart',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${PACKAGES_APART.join('|')})$`) }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path: `./${path}.js`, external: true },
    );
  },
};
