import type { Language } from '../core/localized.js';

/** Whether `value` names a language of the product. */
export function isLanguage(value: string | undefined): value is Language {
  return value === 'zh' || value === 'en';
}

/**
 * The language of all messages: `--lang` on the command line, else the locale, else Chinese. It is looked for before
 * the command line is parsed, because the help and the errors of parsing need it.
 *
 * The locale is that of POSIX (LC_ALL, LC_MESSAGES, LANG: the first that is not empty). Windows sets none of
 * these; there the system's own, `systemLocale`, counts. C, POSIX and other languages than English mean Chinese.
 *
 * @param systemLocale a BCP 47 tag such as zh-CN; given on Windows only
 */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  systemLocale?: string,
): Language {
  const asked = askedLanguage(args);
  if (isLanguage(asked)) return asked;
  const posix = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return /^en(?:[-_.@]|$)/iu.test(posix ?? systemLocale ?? '') ? 'en' : 'zh';
}

function askedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const found = options[at];
  return found === '--lang' ? options[at + 1] : found?.slice('--lang='.length);
}
