import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import { isDocx } from '../bulk/formatOf.js';
import { MAX_MINUTES, minutesOf } from '../core/guide/newGuide.js';
import { PRESET_NAMES, type PresetName } from '../core/guide/presets.js';
import type { Language, Localized } from '../core/localized.js';
import type { CompareRequest } from './compare.js';
import { addCompareCommand } from './compareCommand.js';
import { displayWidth } from './displayWidth.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from './formats.js';
import type { InitRequest } from './init.js';

/** From which severity on findings make the exit code 1. */
export type FailOn = 'error' | 'warning' | 'information' | 'never';

/** What `wenfeng check` was asked to do. */
export interface CheckRequest {
  /** Never empty but with `stdin`. */
  readonly paths: readonly string[];
  readonly format: FormatName;
  /** The file that the report goes to in place of standard output. */
  readonly output?: string;
  /** Whether the drafts’ own words may stand in the page of `--format html`. */
  readonly includeText: boolean;
  readonly fix: boolean;
  readonly failOn: FailOn;
  readonly stdin: boolean;
  /** What the text from standard input is called, in the report and for its format. */
  readonly stdinFilename?: string;
}

/** The command line, understood: a request, a text to print (help, version), or a mistake in one sentence. */
export type ParsedCommandLine =
  | { readonly kind: 'check'; readonly request: CheckRequest }
  | { readonly kind: 'init'; readonly request: InitRequest }
  | { readonly kind: 'compare'; readonly request: CompareRequest }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'mistake'; readonly text: string };

/** Reads the arguments (without node and script). Never throws for what a user may type. */
export function parseCommandLine(args: readonly string[], language: Language): ParsedCommandLine {
  let printed = '';
  let parsed: ParsedCommandLine | undefined;
  const program = createProgram(language, {
    print: (text) => (printed += text),
    check: (request) => (parsed = checked(request, language)),
    init: (request) => (parsed = { kind: 'init', request }),
    compare: (request) => (parsed = { kind: 'compare', request }),
  });
  if (args.length === 0) return { kind: 'mistake', text: program.helpInformation() };
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: printed };
    return { kind: 'mistake', text: `${mistake(error, commandIn(args, program))[language]}\n` };
  }
  return parsed ?? { kind: 'print', text: printed };
}

function checked(request: CheckRequest, language: Language): ParsedCommandLine {
  const wrong = (text: Localized): ParsedCommandLine => ({ kind: 'mistake', text: `${text[language]}\n` });
  if (request.stdin && request.paths.length > 0) {
    return wrong({
      zh: '--stdin 和路径不能同时用，请只留一样。',
      en: '--stdin and paths cannot be used together; give one of them.',
    });
  }
  if (!request.stdin && request.stdinFilename !== undefined) {
    return wrong({
      zh: '--stdin-filename 要和 --stdin 一起用。',
      en: '--stdin-filename is used with --stdin.',
    });
  }
  if (request.stdin && request.fix && isDocx(request.stdinFilename ?? '')) {
    return wrong({
      zh: 'Word 文档不能用 --fix 改，请去掉 --fix，照报告在 Word 里改。',
      en: 'A Word document cannot be mended with --fix; leave --fix out and mend it in Word.',
    });
  }
  if (request.includeText && request.format !== 'html') {
    return wrong({
      zh: '--include-text 要和 --format html 一起用。',
      en: '--include-text is used with --format html.',
    });
  }
  return {
    kind: 'check',
    request: { ...request, paths: !request.stdin && request.paths.length === 0 ? ['.'] : request.paths },
  };
}

interface CheckFlags {
  readonly format: FormatName;
  readonly output?: string;
  readonly includeText?: boolean;
  readonly fix?: boolean;
  readonly failOn: FailOn;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

interface InitFlags {
  readonly preset?: PresetName;
  readonly minutes?: number;
  readonly force?: boolean;
}

/** What is done with what was typed. */
interface Actions {
  readonly print: (text: string) => void;
  readonly check: (request: CheckRequest) => void;
  readonly init: (request: InitRequest) => void;
  readonly compare: (request: CompareRequest) => void;
}

function createProgram(language: Language, { print, check, init, compare }: Actions): Command {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const langOption = (): Option =>
    new Option(
      '--lang <lang>',
      say(
        '提示的语言：zh 或 en；不写就看系统语言，再不然用中文',
        'language of messages: zh or en; else the locale’s, else Chinese',
      ),
    ).choices(['zh', 'en']);
  const program = new Command('wenfeng')
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => (language === 'zh' ? (TITLES[title] ?? title) : title),
      optionDescription: (option) => option.description,
      helpWidth: 100,
    })
    .description(say('文风：检查中文讲话稿。', 'Wenfeng checks Chinese speech drafts.'))
    .usage(say('<命令> [选项]', '<command> [options]'))
    .version(version, '-V, --version', say('显示版本号', 'print the version'))
    .helpOption('-h, --help', say('显示用法', 'print this help'))
    .helpCommand(false)
    .addOption(langOption());
  program
    .command('check')
    .description(
      say(
        '检查讲话稿。路径可以是文件，也可以是文件夹（检查其中的 .txt、.md 和 .docx）；不写路径就检查当前文件夹。',
        'Checks drafts. A path is a file or a folder (the .txt, .md and .docx files below it); without one, the current folder.',
      ),
    )
    .usage(say('[选项] [路径...]', '[options] [PATH...]'))
    .argument('[paths...]', say('讲话稿，或放讲话稿的文件夹', 'drafts, or folders of drafts'))
    .addOption(
      new Option(
        '--format <format>',
        say(`报告的样式：${formatList(language)}`, `form of the report: ${formatList(language)}`),
      )
        .choices(FORMAT_NAMES)
        .default('stylish' satisfies FormatName),
    )
    .option(
      '--output <file>',
      say('把报告写进文件，不写到标准输出', 'write the report to a file in place of standard output'),
    )
    .option(
      '--fix',
      say(
        '把有把握的问题直接改好，存回原文件（编码、换行都不变；Word 文档不改）',
        'mend what is safe in place, keeping encoding and line ends; Word documents are left alone',
      ),
    )
    .option(
      '--include-text',
      say(
        '网页（--format html）里带上稿子正文；不写就只有数字和位置',
        'put the text of the drafts into the page of --format html; without it figures and places only',
      ),
    )
    .addOption(
      new Option(
        '--fail-on <severity>',
        say(
          '有这么重的问题就以 1 退出：error（默认）、warning、information、never',
          'exit 1 for findings this severe: error (default), warning, information or never',
        ),
      )
        .choices(['error', 'warning', 'information', 'never'])
        .default('error'),
    )
    .option(
      '--stdin',
      say(
        '从标准输入读一篇；加 --fix 则输出改好的全文',
        'read one draft from standard input; with --fix print it mended',
      ),
    )
    .option(
      '--stdin-filename <file>',
      say('标准输入那一篇的文件名，据此判断格式', 'what to call that draft; tells its format'),
    )
    .addOption(langOption())
    .helpOption('-h, --help', say('显示用法', 'print this help'))
    .addHelpText(
      'after',
      say(
        '\n退出码：0 通过；1 有 --fail-on 所指的问题；2 无法运行，或有文件没能读取（--fail-on never 时为 0）。',
        '\nExit code: 0 passed; 1 findings as --fail-on says; 2 cannot run, or a file could not be read (0 with --fail-on never).',
      ),
    )
    .action((paths: string[], flags: CheckFlags) => {
      const {
        format,
        output,
        includeText = false,
        fix = false,
        failOn,
        stdin = false,
        stdinFilename,
      } = flags;
      check({
        paths,
        format,
        includeText,
        fix,
        failOn,
        stdin,
        ...(output === undefined ? {} : { output }),
        ...(stdinFilename === undefined ? {} : { stdinFilename }),
      });
    });
  program
    .command('init')
    .description(
      say(
        '在当前文件夹写一份带说明的风格文件 .wenfeng.json；在终端里会先问两个问题。',
        'Writes a commented style guide .wenfeng.json in the current folder; on a terminal it asks two questions first.',
      ),
    )
    .usage(say('[选项]', '[options]'))
    .allowExcessArguments(false)
    .addOption(
      new Option(
        '--preset <name>',
        say(`以哪一套设置为底：${PRESET_NAMES.join('、')}`, `what to build upon: ${PRESET_NAMES.join(', ')}`),
      ).choices(PRESET_NAMES),
    )
    .addOption(
      new Option(
        '--minutes <count>',
        say('一篇稿子最多讲多少分钟，0 表示不限', 'the most minutes of a speech, 0 for no limit'),
      ).argParser((text) => {
        const minutes = minutesOf(text);
        // In the words of commander's own errors of choice, which are put into ours below.
        if (minutes === undefined) throw new InvalidArgumentError(`Allowed choices are 0–${MAX_MINUTES}.`);
        return minutes;
      }),
    )
    .option('--force', say('已有风格文件也重新写', 'replace a style guide that is there'))
    .addOption(langOption())
    .helpOption('-h, --help', say('显示用法', 'print this help'))
    .action(({ preset, minutes, force = false }: InitFlags) => {
      init({
        force,
        ...(preset === undefined ? {} : { preset }),
        ...(minutes === undefined ? {} : { minutes }),
      });
    });
  addCompareCommand(program, say, langOption, compare);
  return program;
}

/** Each form of report with what it is for. */
function formatList(language: Language): string {
  return FORMAT_NAMES.map((name) => `${name} ${FORMATS[name].description[language]}`).join(
    language === 'zh' ? '；' : '; ',
  );
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** The command that was typed; `check` where none was. */
function commandIn(args: readonly string[], program: Command): string {
  return program.commands.map((command) => command.name()).find((name) => args.includes(name)) ?? 'check';
}

/** Commander's error in one sentence of ours. Its own sentences quote what they are about. */
function mistake(error: CommanderError, command: string): Localized {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '');
  const choices = /choices are (.+)\.$/u.exec(error.message)?.[1];
  switch (error.code) {
    case 'commander.unknownOption':
      return {
        zh: `没有 ${first} 这个选项，用法见 wenfeng ${command} --help。`,
        en: `There is no option ${first}; see wenfeng ${command} --help.`,
      };
    case 'commander.unknownCommand':
      return {
        zh: `没有 ${first} 这个命令；要检查讲话稿，请写 wenfeng check，后面跟路径。`,
        en: `There is no command ${first}; to check drafts, write wenfeng check and their paths.`,
      };
    case 'commander.excessArguments':
      return {
        zh: '这个命令后面不用写路径，用法见 wenfeng init --help。',
        en: 'This command takes no path; see wenfeng init --help.',
      };
    case 'commander.optionMissingArgument':
      return { zh: `选项 ${first} 后面缺少内容。`, en: `The option ${first} lacks its value.` };
    case 'commander.invalidArgument':
      return {
        zh: `选项 ${first} 不能是 ${second}${choices === undefined ? '' : `，只能是 ${choices}`}。`,
        en: `The option ${first} cannot be ${second}${choices === undefined ? '' : `, only ${choices}`}.`,
      };
    default: {
      const text = error.message.replace(/^error: /u, '');
      return { zh: text, en: text };
    }
  }
}
