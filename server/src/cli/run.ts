import path from 'node:path';
import { checkText, type CheckedFile, type CheckTextOptions } from '../bulk/checkFiles.js';
import { checkManyFiles } from '../bulk/checkManyFiles.js';
import { encodeDraft } from '../bulk/decode.js';
import { discoverDrafts } from '../bulk/discover.js';
import { explainReadError, hugeFile } from '../bulk/draftReadError.js';
import { GuideFinder } from '../bulk/findGuide.js';
import { draftOf, readDraft, type DraftContent } from '../bulk/readDraft.js';
import { fixText } from '../bulk/fixText.js';
import { sizeLimitOf } from '../bulk/sizeLimits.js';
import type { CheckResult } from '../core/check.js';
import { SEVERITIES } from '../core/finding.js';
import type { Segmenter } from '../core/draft/model.js';
import type { Guide } from '../core/guide.js';
import type { Language, Localized } from '../core/localized.js';
import type { LoadedSegmenter, StandIn } from '../segmenter/load.js';
import { printable } from '../core/text/printable.js';
import { runCompare } from './compare.js';
import { FORMATS, type Format } from './formats.js';
import { GuideUse } from './guideUse.js';
import { runInit } from './init.js';
import type { Io } from './io.js';
import { languageOf } from './language.js';
import { CLI_MESSAGES } from './messages.js';
import { parseCommandLine, type CheckRequest, type FailOn } from './program.js';
import { replaceFile } from './replaceFile.js';
import { ReportFile } from './reportFile.js';
import type { Reporter } from './reporter.js';
import { ChangedMeanwhile, explainWriteError } from './writeError.js';

/** What the text from standard input is called when nobody says. */
const STDIN_NAME = '<stdin>';

/**
 * Runs the command line.
 *
 * @param args what was typed after `wenfeng`
 * @returns the exit code: 0, 1 (findings as --fail-on says) or 2 (cannot run, or something could not be read)
 */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const language = languageOf(args, io.env, io.systemLocale);
  const parsed = parseCommandLine(args, language);
  if (parsed.kind === 'print') {
    await io.stdout.write(parsed.text);
    return 0;
  }
  if (parsed.kind === 'mistake') {
    await io.stderr.write(parsed.text);
    return 2;
  }
  if (parsed.kind === 'init') return await runInit(parsed.request, language, io);
  if (parsed.kind === 'compare') return await runCompare(parsed.request, language, io);
  return await new CheckRun(parsed.request, language, io).run();
}

/** One run of `wenfeng check`. */
class CheckRun {
  readonly #request: CheckRequest;
  readonly #language: Language;
  readonly #io: Io;
  readonly #file: ReportFile | undefined;
  readonly #reporter: Reporter;
  /** False when standard error carries a report for programs, which a remark would spoil. */
  readonly #mayRemark: boolean;
  #loaded: LoadedSegmenter | undefined;
  #reached = false;
  #failed = false;

  constructor(request: CheckRequest, language: Language, io: Io) {
    this.#request = request;
    this.#language = language;
    this.#io = io;
    this.#file =
      request.output === undefined ? undefined : new ReportFile(path.resolve(io.cwd, request.output));
    // With --stdin --fix standard output carries the fixed draft and nothing else.
    const output = this.#file?.output ?? (request.stdin && request.fix ? io.stderr : io.stdout);
    const format: Format = FORMATS[request.format];
    this.#mayRemark = format.mayRemark || output !== io.stderr;
    this.#reporter = format.createReporter({
      output,
      errorOutput: io.stderr,
      language,
      env: io.env,
      cwd: io.cwd,
      includeText: request.includeText,
    });
  }

  async run(): Promise<number> {
    if (await this.#unwritten(await this.#file?.obstacle())) return 2;
    await this.#reporter.start();
    await (this.#request.stdin ? this.#checkStdin() : this.#checkPaths());
    await this.#reporter.end();
    if (await this.#unwritten(await this.#file?.write())) return 2;
    if (this.#request.failOn === 'never') return 0;
    return this.#failed ? 2 : this.#reached ? 1 : 0;
  }

  /** Tells why the report's file cannot be written, if that is so. */
  async #unwritten(reason: Localized | undefined): Promise<boolean> {
    if (reason === undefined) return false;
    const { output = '' } = this.#request;
    const line = CLI_MESSAGES[this.#language].reportUnwritable(printable(output), reason[this.#language]);
    await this.#io.stderr.write(`${line}\n`);
    return true;
  }

  async #checkPaths(): Promise<void> {
    const found = await discoverDrafts(this.#request.paths, { cwd: this.#io.cwd });
    // The last run's report is no draft.
    const drafts = found.filter((draft) => draft.path !== this.#file?.path);
    if (drafts.length === 0) {
      await this.#io.stderr.write(
        `${CLI_MESSAGES[this.#language].noDrafts(this.#request.paths.map(printable))}\n`,
      );
      return;
    }
    const { fix } = this.#request;
    const guides = this.#guides();
    const files = checkManyFiles(drafts, {
      language: this.#language,
      settingsOf: async (file) => ({ guide: await guides.find(file) }),
      loadSegmenter: () => this.#load(),
      onStandIn: (standIn) => this.#tellStandIn(standIn),
      // Drafts are mended in this thread.
      startWorkers: fix ? undefined : this.#io.startWorkers,
      ...(this.#io.cores === undefined ? {} : { cores: this.#io.cores }),
      // Once it has begun to rewrite files it does so to the end, whether or not anybody reads the report.
      signal: fix ? undefined : this.#io.signal,
    });
    for await (const file of files) {
      if (file.failure !== undefined) await this.#unreadable(file.shownPath, file.failure);
      else {
        await guides.tellOf(file.path);
        await this.#checked(file);
      }
    }
  }

  async #checked({ path, shownPath, content, guide, result }: CheckedFile): Promise<void> {
    const encoding = content?.encoding ?? 'utf-8';
    if (!this.#request.fix || content === undefined || content.encoding === 'docx') {
      if (this.#request.fix && encoding === 'docx') await this.#leave(shownPath, result);
      await this.#report(shownPath, encoding, result, 0, guide);
      return;
    }
    const fixed = fixText(path, result, this.#options(guide));
    try {
      if (fixed.applied > 0) {
        if ((await readDraft(path)).text !== content.text) throw new ChangedMeanwhile();
        await replaceFile(path, encodeDraft(fixed.result.draft.text, content));
      }
      await this.#report(shownPath, encoding, fixed.result, fixed.applied, guide);
    } catch (error) {
      // The file is as it was, and so are its findings.
      await this.#report(shownPath, encoding, result, 0, guide);
      const reason = explainWriteError(error)[this.#language];
      await this.#error(
        shownPath,
        reason,
        CLI_MESSAGES[this.#language].unwritable(printable(shownPath), reason),
      );
    }
  }

  /** A Word document is not rewritten; whoever asked for that is told when there was something to mend. */
  async #leave(shownPath: string, { findings }: CheckResult): Promise<void> {
    if (!this.#mayRemark || !findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return;
    await this.#io.stderr.write(`${CLI_MESSAGES[this.#language].documentLeft(printable(shownPath))}\n`);
  }

  async #checkStdin(): Promise<void> {
    const name = this.#request.stdinFilename ?? STDIN_NAME;
    let content: DraftContent;
    try {
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of this.#io.stdin) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > sizeLimitOf(name)) throw hugeFile(sizeLimitOf(name));
      }
      content = await draftOf(Buffer.concat(chunks), name);
    } catch (error) {
      await this.#unreadable(name, error);
      return;
    }
    // A draft without a name counts as lying where the command line was started.
    const guide = await this.#guides().guideOf(path.resolve(this.#io.cwd, name));
    await this.#tellStandIn(this.#load());
    const options = this.#options(guide);
    const result = checkText(name, content.text, options);
    if (!this.#request.fix || content.encoding === 'docx') {
      await this.#report(name, content.encoding, result, 0, guide);
      return;
    }
    const fixed = fixText(name, result, options);
    try {
      const bytes = encodeDraft(fixed.result.draft.text, content);
      await this.#io.stdout.write(bytes);
      await this.#report(name, content.encoding, fixed.result, fixed.applied, guide);
    } catch (error) {
      await this.#io.stdout.write(encodeDraft(content.text, content));
      await this.#report(name, content.encoding, result, 0, guide);
      await this.#unwritable(name, error);
    }
  }

  /** How a draft is checked in this thread. */
  #options(guide: Guide | undefined): CheckTextOptions {
    return { segmenter: this.#load().segmenter, language: this.#language, guide };
  }

  /** Loads the segmenter, which blocks, when it is first wanted in this thread. */
  #load(): LoadedSegmenter {
    return (this.#loaded ??= this.#io.loadSegmenter());
  }

  async #tellStandIn({ fallbackReason, fullReason }: StandIn): Promise<void> {
    if (!this.#mayRemark) return;
    const { standIn, fullDictionary } = CLI_MESSAGES[this.#language];
    if (fallbackReason !== undefined) await this.#io.stderr.write(`${standIn}\n`);
    else if (fullReason !== undefined) await this.#io.stderr.write(`${fullDictionary}\n`);
  }

  /** Guides are sought up to the repository, else to where this was started or what it was told to check. */
  #guides(): GuideUse {
    const { cwd } = this.#io;
    const roots = [cwd, ...this.#request.paths.map((target) => path.resolve(cwd, target))];
    return new GuideUse({
      finder: new GuideFinder({ roots, toRepository: true }),
      language: this.#language,
      cwd,
      tell: (line) => this.#io.stderr.write(line),
      unreadable: (shownPath, failure) => this.#unreadable(shownPath, failure),
    });
  }

  async #report(
    path: string,
    encoding: string,
    result: CheckResult,
    fixed: number,
    guide: Guide | undefined,
  ): Promise<void> {
    this.#reached ||= result.findings.some((finding) => reaches(finding.severity, this.#request.failOn));
    const places = encoding === 'docx' ? 'paragraphs' : 'lines';
    const segmenter = (): Segmenter => this.#load().segmenter;
    await this.#reporter.file({ path, encoding, places, result, fixed, guide, segmenter });
    for (const { rule, message } of result.failures) {
      const text = CLI_MESSAGES[this.#language].ruleFailed(rule, printable(message));
      await this.#error(path, text, `${printable(path)}: ${text}`);
    }
  }

  async #unreadable(path: string, error: unknown): Promise<void> {
    const reason = explainReadError(error).localized[this.#language];
    await this.#error(path, reason, CLI_MESSAGES[this.#language].unreadable(printable(path), reason));
  }

  async #unwritable(path: string, error: unknown): Promise<void> {
    const reason = explainWriteError(error)[this.#language];
    await this.#error(path, reason, CLI_MESSAGES[this.#language].unwritable(printable(path), reason));
  }

  async #error(path: string, reason: string, line: string): Promise<void> {
    this.#failed = true;
    await this.#reporter.error(path, reason, line);
  }
}

function reaches(severity: (typeof SEVERITIES)[number], failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
