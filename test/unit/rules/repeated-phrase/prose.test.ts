import { describe, expect, it } from 'vitest';
import { findingsOf } from '../findings.js';

const RULE = 'repeated-phrase';

/** Fifteen characters. */
const REFRAIN = '望着河对岸那一排落光叶子的杨树';

/** Paragraphs of a story, each as long as the others and like none of them. */
const STORY = Array.from(
  '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉春夏秋冬',
  (name, i) =>
    `第${String(10 + i)}天下着雨，${name}家的${name}老人坐在${name}门槛上数燕子，数到${String(20 + i)}只就不数了，转身去${name}灶间添柴。`,
);

/** The story with a refrain in its middle, cut to so many characters. */
function story(words = REFRAIN, length = 800, opening = ''): string {
  const lines = [
    ...STORY.slice(0, 6),
    `他${words}，不说话。`,
    ...STORY.slice(6, 9),
    `她也${words}呀，笑了笑。`,
    ...STORY.slice(9),
  ];
  const text = [opening, ...lines].filter((line) => line !== '').join('\n');
  let characters = 0;
  for (let end = 0; end < text.length; end++) {
    if (text.charAt(end) !== '\n') characters++;
    if (characters === length) return text.slice(0, end + 1);
  }
  throw new Error('too short');
}

const refrains = (text: string): number =>
  findingsOf(RULE, text).filter(({ message }) => message.includes('望着')).length;

describe('a refrain in continuous prose', () => {
  it('is meant in a text of eight hundred characters and more', () => {
    expect(refrains(story(REFRAIN, 800))).toBe(0);
    expect(refrains(story(REFRAIN, 799))).toBe(2);
  });

  it('is none from sixteen characters on', () => {
    expect(refrains(story(`${REFRAIN}林`))).toBe(2);
  });

  it.each(
    '尊敬的 敬爱的 亲爱的 各位 同志们 同学们 老师们 大家 女士们 先生们 乡亲们 朋友们 职工们 战友们'
      .split(' ')
      .map((greeting) => [greeting]),
  )('is none after “%s”', (greeting) => {
    expect(refrains(story(REFRAIN, 800, `${greeting}领导：`))).toBe(2);
    expect(refrains(story(REFRAIN, 800, `  ${greeting}领导：`))).toBe(2);
    expect(refrains(story(REFRAIN, 800, `他说${greeting}领导来了。`))).toBe(0);
  });

  it('is none after a greeting in one of the first six lines', () => {
    const after = (count: number) => `${'天晴了。\n'.repeat(count)}各位领导：`;
    expect(refrains(story(REFRAIN, 820, after(5)))).toBe(2);
    expect(refrains(story(REFRAIN, 820, after(6)))).toBe(0);
  });

  it('is none in a draft with a heading', () => {
    expect(refrains(story(REFRAIN, 800, '一、山里的事'))).toBe(2);
  });

  it('is none where an ordinal comes to each thousand characters, those inside sentences left out', () => {
    expect(refrains(story(REFRAIN, 1000, '一是天冷，二来路滑。'))).toBe(2);
    expect(refrains(story(REFRAIN, 1001, '一是天冷，二来路滑。'))).toBe(0);
    expect(refrains(story(REFRAIN, 800, '这件事他记得，一是天冷，二是路滑。'))).toBe(0);
  });
});
