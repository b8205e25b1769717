import { isLead, looksBack } from '../draft/cohesion.js';
import { formalitiesOf, isSalutation, takesLeave } from '../draft/formalities.js';
import type { Draft, Paragraph, Sentence } from '../draft/model.js';
import { announcementsIn } from '../rules/announced-count/announcements.js';
import { lineStart } from '../text/lines.js';
import { lastStartingBy, type Span } from '../text/span.js';

/** A sentence of a draft as the cut plan sees it; its span is the draft's. */
export interface PlannedSentence extends Span {
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
  /** Its place among the sentences of its paragraph, from 0. */
  readonly index: number;
  readonly text: string;
  /** Whether it holds nothing that the draft counts, quotes, announces or owes its audience. */
  readonly free: boolean;
  /** Whether what follows it does not look back at it. */
  readonly loose: boolean;
}

/** What looks forward to the sentences or the list that follow. */
const LOOKS_FORWARD = /以下|如下|下面|下列|下述|接下来|第一|首先|分别是|[：:]$|——$/u;

/** What asks for something. */
const DEMANDS = /[要须应]/u;

/** What turns to the audience. */
const ADDRESSES = /^(?:同志们|各位|朋友们|同学们)|让我们/u;

/** What a speaker owes to others: thanks, congratulations, respects, what was announced, what a leader has said. */
const OWED =
  /感谢|致谢|道谢|敬意|祝贺|贺信|慰问|问候|哀悼|欢迎|拜年|致歉|宣布|重要(?:讲话|指示|批示)|(?:出席|参加)(?:今天)?(?:会议|大会|活动|仪式|座谈)/u;

/** A question that the next sentence answers, though it ends with no question mark. */
const ASKS = /[？?][”’]?$|(?:为什么|凭什么|靠什么|是什么|怎么办|怎么做)[^，；：]{0,20}。$/u;

const PAIRS = ['“”', '‘’', '「」', '『』', '《》', '（）', '()', '【】'] as const;

/** The lines of a plain list. */
const SIGN = /^\s*(?:——|--|[●•◆▲★※■□○])/u;

/** All sentences outside headings and tables, in order. */
export function plannedSentences(draft: Draft): PlannedSentence[] {
  const { bodyStart, leaveStart } = formalitiesOf(draft);
  const last = draft.paragraphs.findLastIndex(({ kind }) => kind !== 'heading');
  const planned: PlannedSentence[] = [];
  for (const paragraph of draft.paragraphs) {
    if (paragraph.kind === 'heading' || paragraph.kind === 'cell') continue;
    // The first paragraph of the body says what the occasion is.
    const owed = paragraph.index <= bodyStart || paragraph.index >= Math.min(leaveStart, last);
    const closed = owed || isQuoted(draft, paragraph) || !isBalanced(paragraph.text);
    const counted = announcementsIn(paragraph);
    const { sentences } = paragraph.analysis;
    const announced = /[：:]\s*$/u.test(draft.paragraphs[paragraph.index - 1]?.text ?? '');
    const after = draft.paragraphs[paragraph.index + 1];
    sentences.forEach((sentence, index) => {
      const text = paragraph.text.slice(sentence.start, sentence.end);
      const next = sentences[index + 1];
      const following =
        next !== undefined
          ? paragraph.text.slice(next.start, next.end)
          : after?.kind === 'heading'
            ? ''
            : (after?.text.trim() ?? '');
      const before = sentences[index - 1];
      const asked = before !== undefined && ASKS.test(paragraph.text.slice(before.start, before.end));
      // All that is said on a point: without it nothing but the point's name is left.
      const alone =
        before !== undefined &&
        DEMANDS.test(paragraph.text.slice(before.start, before.end)) &&
        isLead(paragraph, before) &&
        (next === undefined || isLead(paragraph, next));
      planned.push({
        paragraph,
        sentence,
        index,
        text,
        ...paragraph.span(sentence.start, sentence.end),
        free:
          !closed &&
          !asked &&
          !alone &&
          !(announced && index === 0) &&
          !(index === 0 && SIGN.test(paragraph.text)) &&
          isFree(paragraph, sentence, text) &&
          !counted.some(({ start, value }) => value > 1 && sentence.start <= start && start < sentence.end),
        loose: !looksBack(following),
      });
    });
  }
  return planned;
}

/** The sentence that holds an offset of the draft's text. */
export function sentenceAt(
  sentences: readonly PlannedSentence[],
  offset: number,
): PlannedSentence | undefined {
  const found = lastStartingBy(sentences, offset);
  return found !== undefined && offset < found.end ? found : undefined;
}

function isFree({ analysis }: Paragraph, sentence: Sentence, text: string): boolean {
  if (!/[。！!][”’」』）)》〉】]*$/u.test(text) || LOOKS_FORWARD.test(text)) return false;
  if (isSalutation(text) || ADDRESSES.test(text) || OWED.test(text) || takesLeave(text)) return false;
  if (analysis.markers.some(({ start }) => sentence.start <= start && start < sentence.end)) return false;
  return (
    isBalanced(text) &&
    !analysis.quotations.some(({ start, end }) => start < sentence.start && sentence.start < end)
  );
}

/** Whether every mark that opens is closed, so that no half is left behind. */
function isBalanced(text: string): boolean {
  return PAIRS.every(([open, close]) => count(text, open) === count(text, close));
}

function count(text: string, mark: string | undefined): number {
  return mark === undefined ? 0 : text.split(mark).length - 1;
}

/** A Markdown block quotation holds what somebody else wrote. */
function isQuoted(draft: Draft, { pieces }: Paragraph): boolean {
  if (draft.format !== 'markdown') return false;
  const start = pieces[0]?.source ?? 0;
  return /^[ \t]*>/u.test(draft.text.slice(lineStart(draft.text, start), start));
}
