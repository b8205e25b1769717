import type { Draft } from '../../draft/model.js';
import { sumOver } from '../../draft/sumOver.js';

/** So many articles (第三条 …) make a statute, whose terms must come back word for word. */
const STATUTE_ARTICLES = 5;
const ARTICLE = /^\s*第[零〇一二三四五六七八九十百千0-9]+条/u;

/** Whether the draft is a text of law or rules. */
export function isStatute(draft: Draft): boolean {
  return articlesOf(draft) >= STATUTE_ARTICLES;
}

const articlesOf = sumOver(({ text }) => Number(ARTICLE.test(text)));
