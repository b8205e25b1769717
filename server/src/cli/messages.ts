import { SEVERITIES, type Severity } from '../core/finding.js';
import { plural, REPORT_WORDS, type ReportWords } from '../core/report/words.js';
import type { Language } from '../core/localized.js';

/** The words of the command line in one language. */
export interface CliMessages extends ReportWords {
  readonly seeAlso: (places: readonly string[], more: number) => string;
  readonly unreadable: (path: string, reason: string) => string;
  readonly unwritable: (path: string, reason: string) => string;
  readonly documentLeft: (path: string) => string;
  readonly reportUnwritable: (path: string, reason: string) => string;
  readonly ruleFailed: (rule: string, reason: string) => string;
  readonly guideProblem: (place: string, message: string) => string;
  readonly guideExists: (name: string) => string;
  readonly guideWritten: (name: string) => string;
  readonly presetOffer: (title: string, name: string, description: string) => string;
  readonly askPreset: (offers: readonly string[]) => string;
  readonly askMinutes: (max: number) => string;
  readonly noDrafts: (folders: readonly string[]) => string;
  readonly outputFailed: (reason: string) => string;
  readonly standIn: string;
  readonly fullDictionary: string;
  readonly summary: (figures: SummaryFigures) => string;
}

/** What the last line of a report is made from. */
export interface SummaryFigures {
  /** Drafts that were checked; those that are not Chinese are not among them. */
  readonly checked: number;
  readonly notChinese: number;
  readonly failed: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings with a safe fix that was not applied. */
  readonly fixable: number;
  readonly fixed: number;
}

const zh: CliMessages = {
  ...REPORT_WORDS.zh,
  seeAlso: (places, more) =>
    `另见 ${places.join('、')}${more > 0 ? ` 等 ${String(places.length + more)} 处` : ''}`,
  unreadable: (path, reason) => `没能检查 ${path}：${reason}`,
  unwritable: (path, reason) => `没能改写 ${path}：${reason}`,
  documentLeft: (path) => `${path} 是 Word 文档，--fix 没有改它，请照报告在 Word 里改。`,
  reportUnwritable: (path, reason) => `报告没能写进 ${path}：${reason}`,
  ruleFailed: (rule, reason) => `规则 ${rule} 出错，它这一条没有检查，其他规则照常（${reason}）。`,
  guideProblem: (place, message) => `风格文件 ${place}：${message}`,
  guideExists: (name) => `这里已经有 ${name}，没有改动；要重新写一份，请加 --force。`,
  guideWritten: (name) => `写好了 ${name}，里面有说明，改一改就能用。`,
  presetOffer: (title, name, description) => `${title}（${name}）：${description}`,
  askPreset: (offers) => `主要写哪一类稿子？\n${offers.join('\n')}\n请输入序号，直接回车是 1：`,
  askMinutes: (max) => `一篇稿子最多讲多少分钟？请输入 0 到 ${String(max)}，0 是不限，直接回车按所选的一类：`,
  noDrafts: (folders) => `${folders.join('、')} 中没有 .txt、.md 或 .docx 讲话稿。`,
  outputFailed: (reason) => `结果写不出去（${reason}），已停止。`,
  standIn: '分词改用系统自带的 Intl.Segmenter（nodejieba 未能载入），个别与用词有关的结果可能不同。',
  fullDictionary:
    '随附的分词词典缺失或损坏，改用 nodejieba 的完整词典：结果相同，载入慢一些；重新安装文风即可恢复。',
  summary: (figures) => {
    const { checked, notChinese, failed, findings, fixable, fixed } = figures;
    const counts = list(findings, zh.count, '、');
    const parts = [
      `${zh.drafts(checked)}，${counts === '' ? zh.clean : counts}`,
      ...(fixed > 0 ? [`已自动改正 ${String(fixed)} 处`] : []),
      ...(fixable > 0 ? [`${fixed > 0 ? '还有' : '其中'} ${String(fixable)} 处可用 --fix 自动改正`] : []),
      ...(notChinese > 0 ? [`${String(notChinese)} 个文件不是中文稿，未检查`] : []),
      ...(failed > 0 ? [`${String(failed)} 个文件没能检查或改写`] : []),
    ];
    return `${parts.join('；')}。`;
  },
};

const en: CliMessages = {
  ...REPORT_WORDS.en,
  seeAlso: (places, more) => `see also ${places.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`,
  unreadable: (path, reason) => `Could not check ${path}: ${reason}`,
  unwritable: (path, reason) => `Could not rewrite ${path}: ${reason}`,
  documentLeft: (path) => `${path} is a Word document and was not mended by --fix; mend it in Word.`,
  reportUnwritable: (path, reason) => `The report could not be written to ${path}: ${reason}`,
  ruleFailed: (rule, reason) => `The rule ${rule} failed and was left out; the others were run (${reason}).`,
  guideProblem: (place, message) => `Style guide ${place}: ${message}`,
  guideExists: (name) => `There is a ${name} here already, and it was not changed; replace it with --force.`,
  guideWritten: (name) => `${name} is written, with comments that say what it may hold.`,
  presetOffer: (title, name, description) => `${title} (${name}): ${description}`,
  askPreset: (offers) =>
    `What kind of drafts is it for?\n${offers.join('\n')}\nType a number; Enter alone is 1:`,
  askMinutes: (max) =>
    `How many minutes may a speech take? From 0 to ${String(max)}, 0 for no limit; Enter alone leaves it to the kind:`,
  noDrafts: (folders) => `No .txt, .md or .docx drafts in ${folders.join(', ')}.`,
  outputFailed: (reason) => `The results could not be written (${reason}), so it stopped.`,
  standIn:
    'Words are cut by Intl.Segmenter, since nodejieba could not be loaded; a few findings about words may differ.',
  fullDictionary:
    'The dictionary that comes with Wenfeng is missing or damaged, and the full one of nodejieba stands in: the results are the same and loading takes longer; installing Wenfeng anew mends it.',
  summary: (figures) => {
    const { checked, notChinese, failed, findings, fixable, fixed } = figures;
    const counts = list(findings, en.count, ', ');
    const parts = [
      `${en.drafts(checked)}, ${counts === '' ? en.clean : counts}`,
      ...(fixed > 0 ? [`${String(fixed)} fixed`] : []),
      ...(fixable > 0 ? [`${String(fixable)} can be mended with --fix`] : []),
      ...(notChinese > 0 ? [`${plural(notChinese, 'file')} not Chinese prose, not checked`] : []),
      ...(failed > 0 ? [`${plural(failed, 'file')} could not be checked or rewritten`] : []),
    ];
    return `${parts.join('; ')}.`;
  },
};

/** The words of the command line by language. */
export const CLI_MESSAGES: Readonly<Record<Language, CliMessages>> = { zh, en };

function list(
  findings: SummaryFigures['findings'],
  phrase: (count: number, severity: Severity) => string,
  separator: string,
): string {
  return SEVERITIES.filter((severity) => findings[severity] > 0)
    .map((severity) => phrase(findings[severity], severity))
    .join(separator);
}
