import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEFAULT_MIN_CHARACTERS } from '../core/passages/comparison.js';
import type { CompareRequest } from './compare.js';

/** What a passage may be asked to measure at least, in characters. */
const MIN_CHARACTERS = { least: 10, most: 1000 } as const;

interface CompareFlags {
  readonly format: CompareRequest['format'];
  readonly minChars?: number;
}

/** Adds `wenfeng compare` to the program; what was typed goes to `compare`. */
export function addCompareCommand(
  program: Command,
  say: (zh: string, en: string) => string,
  langOption: () => Option,
  compare: (request: CompareRequest) => void,
): void {
  program
    .command('compare')
    .description(
      say(
        '找出几篇稿子里相同或差不多的段落，以及每篇有多少是别的稿子里也有的。路径同 check。',
        'Finds passages that several drafts have in common, and how much of each stands in others. Paths as for check.',
      ),
    )
    .usage(say('[选项] [路径...]', '[options] [PATH...]'))
    .argument('[paths...]', say('讲话稿，或放讲话稿的文件夹', 'drafts, or folders of drafts'))
    .addOption(
      new Option(
        '--format <format>',
        say(
          '报告的样式：stylish 给人看（默认），json 给程序读',
          'stylish for people (default) or json for programs',
        ),
      )
        .choices(['stylish', 'json'])
        .default('stylish'),
    )
    .addOption(
      new Option(
        '--min-chars <count>',
        say(
          `至少多少个字才算一段，人名、固定提法和标点不计，默认 ${String(DEFAULT_MIN_CHARACTERS)}`,
          `least characters of a passage, fixed terms and marks left out; ${String(DEFAULT_MIN_CHARACTERS)} by default`,
        ),
      ).argParser((text) => {
        const count = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
        const { least, most } = MIN_CHARACTERS;
        // In the words of commander's own errors of choice, which are put into ours.
        if (count < least || count > most)
          throw new InvalidArgumentError(`Allowed choices are ${String(least)}–${String(most)}.`);
        return count;
      }),
    )
    .addOption(langOption())
    .helpOption('-h, --help', say('显示用法', 'print this help'))
    .addHelpText(
      'after',
      say(
        '\n退出码：0 比较完了，不论有没有相同的段落；2 无法运行，或有文件没能读取。',
        '\nExit code: 0 compared, whatever was found; 2 cannot run, or a file could not be read.',
      ),
    )
    .action((paths: string[], { format, minChars }: CompareFlags) => {
      compare({
        paths: paths.length === 0 ? ['.'] : paths,
        format,
        ...(minChars === undefined ? {} : { minCharacters: minChars }),
      });
    });
}
