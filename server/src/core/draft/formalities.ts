import type { Draft, Paragraph } from './model.js';

/** The lines above the salutation (title, occasion, speaker) end without a mark and are no longer than a heading. */
const TITLE_LINE = /^.{1,50}(?<![，。；：、！？…,.;:!?])$/u;

/** 同志们： 尊敬的各位代表、各位来宾： — a line that addresses the audience and says nothing else. */
const SALUTATION =
  /^[^。！？]{0,60}(?:同志|同志们|代表|委员|来宾|朋友|朋友们|同学|同学们|老师|老师们|家长|乡亲们|嘉宾|领导|先生|女士|同事|同事们|同仁|战友们|大家)[！：:]$/u;

/** What a speaker takes leave with. */
const LEAVE =
  /谢谢|感谢(?:大家|各位|聆听)|(?:就(?:讲|说|汇报|报告)到这里|完了)。?$|祝(?:愿|福)?(?:大家|各位|同志们|全[县市省区州体]|大会|会议|本次|活动|论坛|老师|同学|乡亲)|(?:圆满成功|身体健康|工作顺利|阖家[幸欢]|万事如意|新[春年]快乐)|请予审议|请审议|批评指正/u;

/** A leave is taken within so many paragraphs of the end. */
const LEAVE_DEPTH = 4;

/** Where a speech greets and takes leave. All are indices of paragraphs. */
export interface Formalities {
  /** Title and salutation are the paragraphs before this one. */
  readonly bodyStart: number;
  /** The leave: from this paragraph on; the number of paragraphs where none is taken. */
  readonly leaveStart: number;
}

/** Tells the title, the salutation and the leave of a draft from its body. */
export function formalitiesOf({ paragraphs }: Draft): Formalities {
  let bodyStart = 0;
  while (bodyStart < paragraphs.length && isPreliminary(paragraphs[bodyStart])) bodyStart++;
  let leaveStart = paragraphs.length;
  for (let at = paragraphs.length - 1; at >= Math.max(bodyStart, paragraphs.length - LEAVE_DEPTH); at--) {
    const paragraph = paragraphs[at];
    if (paragraph !== undefined && paragraph.kind !== 'heading' && LEAVE.test(paragraph.text.trim()))
      leaveStart = at;
  }
  return { bodyStart, leaveStart };
}

/** Whether the text addresses the audience and says nothing else. */
export function isSalutation(text: string): boolean {
  return SALUTATION.test(text.trim());
}

/** Whether the text is a line of a draft's title. */
export function isTitleLine(text: string): boolean {
  return TITLE_LINE.test(text.trim());
}

/** Whether the text wishes, thanks or ends. */
export function takesLeave(text: string): boolean {
  return LEAVE.test(text.trim());
}

function isPreliminary(paragraph: Paragraph | undefined): boolean {
  if (paragraph === undefined) return false;
  if (isSalutation(paragraph.text)) return true;
  const numbered = paragraph.kind === 'heading' && paragraph.analysis.markers[0]?.place === 'paragraph';
  return !numbered && isTitleLine(paragraph.text);
}
