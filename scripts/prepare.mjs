// Builds what was cloned, which npm does when it installs the project or a clone of it (`npm install git+https://…`).
// In the clone of a package that is installed globally, as pre-commit does, npm puts nothing that the build needs: what is
// global for the package is so for the clone. It is installed here then.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync('node_modules/esbuild')) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(?:global|prefix|location|omit)$/iu.test(name),
    ),
  );
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(1);
}
await import('./build.mjs');
