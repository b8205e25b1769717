import { createRequire } from 'node:module';

/**
 * Lets the files of a bundle share one copy of the names of a CommonJS package. Otherwise each file that imports from
 * it makes a copy of all its hundreds of names before anything runs.
 */
export function importedOnce(name) {
  const filter = new RegExp(`^${name}$`);
  return {
    name: 'imported-once',
    setup({ onResolve, onLoad }) {
      onResolve({ filter }, ({ importer }) =>
        importer.endsWith('.ts') ? { path: name, namespace: 'imported-once', sideEffects: false } : undefined,
      );
      onLoad({ filter, namespace: 'imported-once' }, () => {
        const names = Object.keys(createRequire(import.meta.url)(name));
        return { contents: `export { ${names.join(', ')} } from '${name}';`, resolveDir: process.cwd() };
      });
    },
  };
}
