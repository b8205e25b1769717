import { hanNumeral } from '../text/numerals.js';
import { countWord, type Block } from './block.js';

/** The parts of a chair's script that its opening and its summing up have; the remarks after each item share the rest. */
const OPENING = 0.2;
const SUMMARY = 0.3;

/** How the remarks after an item of the agenda begin, in its order, so that they do not all begin alike. */
const REMARKS = [
  '刚才，',
  '听了以后，',
  '从介绍的情况看，',
  '这一项讲得明白，',
  '这几句话很有分量，',
  '听得出来，',
];

/** The lines of a chair's script with `points` items on the agenda. `total` is the characters of the whole. */
export function chairBlocks(points: number, total: number): readonly Block[] {
  const items = Array.from({ length: points }, (_, index) => hanNumeral(index + 1));
  const remark = (total * (1 - OPENING - SUMMARY)) / points;
  return [
    { text: '【会议名称】主持词', heading: 1 },
    { text: '{同志们|各位代表|各位领导、同志们|各位来宾}：' },
    { text: '现在开会。' },
    {
      text: '出席今天会议的有【职务姓名】，还有【其他参会人员】。开这次会，【为的是什么，约 {budget} 字】。',
      share: total * OPENING,
    },
    {
      text: `今天的会议有${countWord(points)}项议程：${items.map((item) => `${item}是【议程】`).join('；')}。`,
    },
    ...items.flatMap((item, index): readonly Block[] => [
      { text: `下面，进行第${item}项议程，请【职务姓名】【做什么】。` },
      { text: `${REMARKS[index] ?? ''}【谁讲了什么、一句评价，约 {budget} 字】。`, share: remark },
    ]),
    {
      text: '今天的议程已经全部进行完毕。这次会议，【小结和要求，约 {budget} 字】。',
      share: total * SUMMARY,
    },
    { text: '会后，请各单位【何时】前【做什么】。现在散会。' },
  ];
}
