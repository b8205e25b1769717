import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, bundleSuite, packExtension, suiteFolder } from './bundle-suite.js';
import { runInCodeServer } from './in-code-server.js';
import { downloadDesktop, hasDisplay, runInDesktop, wantedVersion } from './in-desktop.js';
import { isExecutable, root } from './paths.js';
import { PlainError, runMain } from './plain-error.js';
import type { SuiteResult } from './protocol.js';
import { interrupted } from './interrupted.js';
import type { RunPlan } from './run-plan.js';
import { SCENES, type Scene } from './scenes.js';
import { forgetFailures } from './window.js';

const usage = `node test/host/run.mjs [options]
  --grep PATTERN      only tests whose full title matches
  --locale LANGUAGE   the workbench's language, such as zh-cn
  --vsix FILE         another package than the one that is made of this repository
  --extension FOLDER  an extension that is loaded as it lies there, such as . for this repository's
  --keep              keep the run's temporary folder
Environment: VSCODE_EXECUTABLE names a desktop VS Code; WENFENG_VSCODE=1.100.0, or oldest for the one that package.json
promises, is downloaded in place of the newest; WENFENG_HOST=electron or code-server chooses the host; CHROMIUM names a browser for code-server; WENFENG_HOST_TIMEOUT is in seconds (600), for each part.`;

await runMain(main);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      grep: { type: 'string' },
      locale: { type: 'string' },
      vsix: { type: 'string' },
      extension: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const log = (line: string): void => {
    console.log(line);
  };
  const vsix = values.extension === undefined ? resolve(values.vsix ?? packExtension()) : undefined;
  if (vsix !== undefined && !existsSync(vsix)) throw new PlainError(`There is no package ${vsix}`);
  if (values.extension !== undefined && resolve(values.extension) === root) buildExtension();
  forgetFailures();
  const scratch = mkdtempSync(join(tmpdir(), 'wenfeng-host-'));
  process.once('exit', () => {
    if (values.keep) log(`kept ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  });
  const stopped = interrupted();
  let passes = 0;
  let failures = 0;
  for (const scene of SCENES) {
    const folder = join(scratch, scene.tests);
    const plan: RunPlan = {
      vsix,
      suite: await bundleSuite(scene.tests),
      developed: resolve(values.extension ?? suiteFolder),
      extensions: join(scratch, 'extensions'),
      workspace: copyFixture(scene, folder),
      scratch: folder,
      result: join(folder, 'result.json'),
      locale: values.locale,
      grep: values.grep,
      limit: 1000 * Number(process.env['WENFENG_HOST_TIMEOUT'] ?? 600),
      log,
      interrupted: stopped,
    };
    log(`\n-- ${scene.name}`);
    await runInHost(plan);
    const result = readResult(plan.result);
    if (result === undefined)
      throw new PlainError('The suite left no result: the extension host died. See out/host.');
    passes += result.passes;
    failures += result.failures.length;
  }
  if (passes + failures === 0) throw new PlainError('No test ran.');
  log(`host: ${passes} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}

/** Copies what a scene opens below `folder` and returns the path to open. VS Code names the window for its folder. */
function copyFixture({ opens }: Scene, folder: string): string | undefined {
  mkdirSync(join(folder, 'home'), { recursive: true });
  if (opens === undefined) return undefined;
  const copy = join(folder, 'drafts');
  cpSync(join(root, 'test', 'host', 'fixtures', opens.fixture), copy, { recursive: true });
  return opens.workspaceFile === undefined ? copy : join(copy, opens.workspaceFile);
}

async function runInHost(plan: RunPlan): Promise<void> {
  const named = process.env['VSCODE_EXECUTABLE'] ?? '';
  const forced = process.env['WENFENG_HOST'] ?? '';
  if (!['', 'electron', 'code-server'].includes(forced)) {
    throw new PlainError(`WENFENG_HOST is ${forced}; it may be electron or code-server.`);
  }
  if (forced === 'code-server') return runInCodeServer(plan);
  if (named !== '') {
    if (!isExecutable(named)) throw new PlainError(`VSCODE_EXECUTABLE names no program: ${named}`);
    return runInDesktop(plan, named);
  }
  if (forced === '' && !hasDisplay()) return runInCodeServer(plan);
  const desktop = await downloadDesktop(plan.log);
  if (desktop !== undefined) return runInDesktop(plan, desktop);
  if (forced === 'electron' || wantedVersion() !== undefined)
    throw new PlainError('Desktop VS Code cannot be downloaded: set VSCODE_EXECUTABLE.');
  return runInCodeServer(plan);
}

function readResult(file: string): SuiteResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteResult;
  } catch {
    return undefined;
  }
}
