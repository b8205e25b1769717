import { describe, expect, it } from 'vitest';
import { plainText } from '../../../client/src/structures/snippetText.js';

describe('plainText', () => {
  it.each([
    ['同志们：\n$0', '同志们：\n'],
    ['召开${1:【会议名称】}，讲${2|两,三,四|}点意见。$0', '召开【会议名称】，讲两点意见。'],
    ['${1:【${2:单位}的${3|甲,乙|}】}好', '【单位的甲】好'],
    ['${1}$2完', '完'],
    ['价\\$5，\\}，\\\\', '价$5，}，\\'],
    ['${1|同志们,各位领导\\, 同志们|}：', '同志们：'],
    ['${1|各位领导\\, 同志们,同志们|}：', '各位领导, 同志们：'],
    ['共$元', '共$元'],
    ['${1:没有完', '没有完'],
  ])('shows %j as %j', (body, text) => {
    expect(plainText(body)).toBe(text);
  });
});
