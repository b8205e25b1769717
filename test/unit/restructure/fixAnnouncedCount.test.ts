import { describe, expect, it } from 'vitest';
import { restructured, titleOf } from './restructured.js';

const TWO = '我讲三点意见。\n一、修路\n二、架桥\n';
const DRAFT = `${TWO}下面提四点要求。一是快。二是好。三是省。\n`;

describe('making an announced number agree', () => {
  it('writes the number that there are', () => {
    expect(restructured('fixAnnouncedCount', TWO)).toBe(TWO.replace('三点', '两点'));
    expect(titleOf('fixAnnouncedCount', TWO)).toBe('把“三点意见”改成“两点意见”');
  });

  it('means the announcement at the caret', () => {
    expect(restructured('fixAnnouncedCount', DRAFT.replace('四点', '四|点'))).toBe(
      DRAFT.replace('四点', '三点'),
    );
  });

  it('means the announcement of the list in which the caret stands', () => {
    expect(restructured('fixAnnouncedCount', DRAFT.replace('二是', '二|是'))).toBe(
      DRAFT.replace('四点', '三点'),
    );
    expect(restructured('fixAnnouncedCount', DRAFT.replace('二、', '二|、'))).toBe(
      DRAFT.replace('三点', '两点'),
    );
  });

  it('means the first elsewhere', () => {
    expect(restructured('fixAnnouncedCount', `${DRAFT}完|。`)).toBe(`${DRAFT.replace('三点', '两点')}完。`);
  });

  it('says so where every number is kept', () => {
    expect(restructured('fixAnnouncedCount', '我讲两点意见。\n一、修路\n二、架桥\n')).toMatch(/没有发现/u);
    expect(restructured('fixAnnouncedCount', '')).toMatch(/没有发现/u);
  });
});
