import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';
import { rules } from '../../server/src/core/rules/registry.js';

/** Words to search by: Chinese has no blanks between them, so each is cut by the browser's own segmenter. */
function words(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) {
    if (isWordLike !== true) continue;
    found.push(segment);
    // A part of a word is asked for too: 顿号 of 顿号误用.
    if (/^[\u4e00-\u9fff]{2,}$/u.test(segment)) found.push(...segment);
  }
  return found;
}

/** Fences whose text a rule finds fault with, or leaves alone. They are prose and no code. */
const EXAMPLES: Readonly<Record<string, string>> = { 反例: 'bad', 正例: 'good' };

/** The pages by topic; each is called by its own heading. */
const PAGES = {
  写一篇稿子: ['structure', 'restructuring', 'paragraphs', 'report', 'word-documents'],
  查一批稿子: ['checked-drafts', 'compare', 'report-formats', 'json-report'],
  定自己的规矩: ['guide-file', 'ignoring', 'commands'],
  '不用 VS Code': ['editors', 'ci', 'library'],
  'For engineers': ['architecture', 'performance', 'evaluation', 'dependencies'],
};

function titleOf(page: string): string {
  const text = readFileSync(join(import.meta.dirname, '..', `${page}.md`), 'utf8');
  return /^# (.+)$/mu.exec(text)?.[1] ?? page;
}

export default defineConfig({
  lang: 'zh-CN',
  title: '文风',
  description: '讲话稿检查：边写边查，念出来之前就改好',
  outDir: '../out/site',
  cacheDir: '../out/site-cache',
  srcExclude: ['README.md'],
  cleanUrls: false,
  lastUpdated: false,
  markdown: {
    config: (md) => {
      const usual = md.renderer.rules.fence;
      md.renderer.rules.fence = (tokens, index, ...rest) => {
        const token = tokens[index];
        const [name = '', ...settings] = (token?.info ?? '').trim().split(/\s+/u);
        const kind = EXAMPLES[name];
        if (token === undefined || kind === undefined) return usual?.(tokens, index, ...rest) ?? '';
        const caption = settings.length === 0 ? name : `${name}（${settings.join('，')}）`;
        const lines = md.utils.escapeHtml(token.content.trimEnd()).replaceAll('\n', '<br>');
        return `<figure class="example ${kind}"><figcaption>${caption}</figcaption><p>${lines}</p></figure>\n`;
      };
    },
  },
  themeConfig: {
    nav: [
      { text: '怎么用', link: '/structure' },
      { text: '查什么', link: '/examples' },
      { text: 'English', link: '/english' },
    ],
    sidebar: [
      ...Object.entries(PAGES).map(([text, pages]) => ({
        text,
        items: pages.map((page) => ({ text: titleOf(page), link: `/${page}` })),
      })),
      {
        text: `规则（${String(rules.length)} 条）`,
        items: [
          { text: titleOf('examples'), link: '/examples' },
          ...rules.map(({ id, title }) => ({ text: title.zh, link: `/rules/${id}` })),
        ],
      },
    ],
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize: words }, searchOptions: { combineWith: 'AND', prefix: true } },
        translations: {
          button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
          modal: {
            noResultsText: '没有找到',
            resetButtonTitle: '清空',
            displayDetails: '显示详情',
            footer: { selectText: '打开', navigateText: '上下选择', closeText: '关闭' },
          },
        },
      },
    },
    outline: { label: '本页', level: [2, 3] },
    docFooter: { prev: '上一页', next: '下一页' },
    darkModeSwitchLabel: '深浅',
    lightModeSwitchTitle: '换成浅色',
    darkModeSwitchTitle: '换成深色',
    sidebarMenuLabel: '目录',
    returnToTopLabel: '回到顶部',
    skipToContentLabel: '跳到正文',
  },
});
