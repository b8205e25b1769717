import { generateDtsBundle } from 'dts-bundle-generator';

/** The types of the library as one file, which needs no other: what an entry point exports, and what that refers to. */
export function declarationsOf(entryPoint) {
  const [declarations] = generateDtsBundle(
    [{ filePath: entryPoint, output: { exportReferencedTypes: false, noBanner: true } }],
    { preferredConfigPath: 'server/tsconfig.json' },
  );
  return declarations;
}
