import { describe, expect, it } from 'vitest';
import { buildDraft } from '../../../server/src/core/draft/buildDraft.js';
import {
  formalitiesOf,
  isSalutation,
  isTitleLine,
  takesLeave,
} from '../../../server/src/core/draft/formalities.js';

const ADDRESSED =
  '同志|同志们|代表|委员|来宾|朋友|朋友们|同学|同学们|老师|老师们|家长|乡亲们|嘉宾|领导|先生|女士|同事|同事们|同仁|战友们|大家';

describe('a salutation', () => {
  it.each(ADDRESSED.split('|'))('addresses %s', (audience) => {
    for (const mark of ['：', ':', '！'])
      expect(isSalutation(`　　尊敬的各位${audience}${mark} `)).toBe(true);
    expect(isSalutation(`${audience}：`)).toBe(true);
    expect(isSalutation(`尊敬的各位${audience}，`)).toBe(false);
    expect(isSalutation(`尊敬的各位${audience}：今天开会。`)).toBe(false);
  });

  it('has at most sixty characters before the audience, and is no sentence', () => {
    expect(isSalutation(`${'各位'.repeat(30)}同志：`)).toBe(true);
    expect(isSalutation(`${'各位'.repeat(30)}好同志：`)).toBe(false);
    expect(isSalutation('会议开始。同志们：')).toBe(false);
    expect(isSalutation('会议开始！同志们：')).toBe(false);
    expect(isSalutation('开始吗？同志们：')).toBe(false);
    expect(isSalutation('要做好三件事：')).toBe(false);
  });
});

describe('a line of the title', () => {
  it('has at most fifty characters and no mark at its end', () => {
    expect(isTitleLine('　在全县修渠会议上的讲话　')).toBe(true);
    expect(isTitleLine('修'.repeat(50))).toBe(true);
    expect(isTitleLine('修'.repeat(51))).toBe(false);
    expect(isTitleLine('')).toBe(false);
  });

  it.each(Array.from('，。；：、！？…,.;:!?'))('does not end with %s', (mark) => {
    expect(isTitleLine(`在修渠会议上的讲话${mark}`)).toBe(false);
    expect(isTitleLine(`修渠${mark}讲话`)).toBe(true);
  });
});

describe('a leave', () => {
  it.each([
    '谢谢大家！',
    '感谢大家！',
    '感谢各位的支持。',
    '感谢聆听！',
    '我的讲话就讲到这里。',
    '我讲话就讲到这里。',
    '就说到这里。',
    '我的汇报就汇报到这里',
    '今天就报告到这里。',
    '我的发言完了。',
    '报告完了',
    '我的致辞完了。',
    '讲完了。',
    '预祝大会开得好！',
    '敬祝各位好！',
    '恭祝老师好！',
    '谨祝同学好！',
    '衷祝乡亲好！',
    '祝愿论坛办好！',
    '祝福活动办好！',
    '祝同志们好！',
    '祝本次会议开好！',
    '祝会议开好！',
    ...Array.from('县市省区州体').map((place) => `祝全${place}人民好！`),
    '开得圆满成功！',
    '大家身体健康！',
    '大家工作顺利！',
    '大家阖家幸福！',
    '大家阖家欢乐！',
    '大家万事如意！',
    '大家新春快乐！',
    '大家新年快乐！',
    '以上报告，请予审议。',
    '请审议。',
    '请批评指正。',
  ])('is %s', (text) => {
    expect(takesLeave(`　　${text}　`)).toBe(true);
  });

  it.each([
    '感谢县里的支持。',
    '祝贺你们！',
    '祝全村人好！',
    '工作就讲到了细处。',
    '就讲到这里的渠。',
    '渠修完了，路也通了。',
    '请县里审议。',
    '大家阖家团圆！',
    '新的快乐。',
  ])('is not %s', (text) => {
    expect(takesLeave(text)).toBe(false);
  });
});

describe('a draft', () => {
  const formalities = (lines: readonly string[]) => formalitiesOf(buildDraft(lines.join('\n'), 'plain'));
  const BODY = ['今天开个会。', '渠要修好。', '路要修通。', '树要栽活。', '水要引来。'];

  it('begins after title, occasion and salutation', () => {
    const lines = ['在修渠会议上的讲话', '2026年3月1日', '同志们：', ...BODY];
    expect(formalities(lines)).toEqual({ bodyStart: 3, leaveStart: 8 });
    expect(formalities(BODY)).toEqual({ bodyStart: 0, leaveStart: 5 });
    expect(formalities([])).toEqual({ bodyStart: 0, leaveStart: 0 });
  });

  it('begins at its first numbered heading', () => {
    expect(formalities(['修渠讲话', '一、修渠', ...BODY]).bodyStart).toBe(1);
    expect(formalities(['修渠讲话', '同志们：']).bodyStart).toBe(2);
  });

  it('takes leave in its last four paragraphs, but in no heading', () => {
    expect(formalities([...BODY, '谢谢大家！'])).toEqual({ bodyStart: 0, leaveStart: 5 });
    expect(formalities([...BODY, '祝大家好！', '让我们干起来！', '谢谢！'])).toEqual({
      bodyStart: 0,
      leaveStart: 5,
    });
    expect(formalities(['谢谢！', ...BODY.slice(0, 3)]).leaveStart).toBe(0);
    expect(formalities(['谢谢！', ...BODY.slice(0, 4)]).leaveStart).toBe(5);
    expect(formalities([...BODY, '二、感谢大家']).leaveStart).toBe(6);
  });

  it('takes no leave in its title', () => {
    expect(formalities(['感谢大家', '修渠要紧。'])).toEqual({ bodyStart: 1, leaveStart: 2 });
  });
});
