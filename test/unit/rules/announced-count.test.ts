import { describe, expect, it } from 'vitest';
import { applyFix, findingsOf, wordsAt } from './findings.js';

const RULE = 'announced-count';

/** A text, the phrase that must be found, and the number that it should have. */
const broken: readonly (readonly [string, string, string, string])[] = [
  [
    'headings one short',
    '同志们：\n下面，我讲四点意见。\n一、认清形势\n形势逼人。\n二、明确任务\n任务很重。\n三、加强领导\n责任在肩。',
    '四点意见',
    '三点意见',
  ],
  [
    'headings one over',
    '我讲两点意见。希望大家认真听。\n一、认清形势\n形势逼人。\n二、明确任务\n任务很重。\n三、加强领导\n责任在肩。',
    '两点意见',
    '三点意见',
  ],
  [
    'headings some paragraphs on',
    '就做好今年的工作，我强调三点。\n同志们！\n会前县里作了准备。\n一、认清形势\n形势逼人。\n二、明确任务\n任务很重。',
    '三点',
    '两点',
  ],
  [
    'sub-headings below a heading',
    '二、突出抓好三项重点工作\n（一）修好路\n路要通。\n（二）引好水\n水要清。\n三、加强领导\n要有人抓。',
    '三项重点工作',
    '两项重点工作',
  ],
  [
    'sub-headings with their text',
    '今年要重点做好4个方面工作：\n（一）修好路。路要通到村口。\n（二）引好水。水要流到田头。\n（三）种好树。',
    '4个方面工作',
    '3个方面工作',
  ],
  [
    'items after a paragraph',
    '要切实抓好三件大事。\n一要修路。路通了，货才出得去。\n二要引水。\n三要种树。\n四要办学。',
    '三件大事',
    '四件大事',
  ],
  ['ordinals with 第', '今天强调三条：第一，把路修好。第二，把水引来。', '三条', '两条'],
  ['a series in one sentence', '存在三个问题：一是底数不清，二是责任不明。', '三个问题', '两个问题'],
  ['a series of sentences', '今年采取两项举措。一是修路。二是引水。三是种树。', '两项举措', '三项举措'],
  [
    'a number alone',
    '究其原因，主要有三：一是底数不清，二是责任不明，三是措施不力，四是督查不严。',
    '三',
    '四',
  ],
  [
    'a number behind that of something else',
    '要完成两个县的三项任务：一是修路；二是引水。',
    '三项任务',
    '两项任务',
  ],
  ['brackets', '办理分三个步骤：（1）登记；（2）审核；（3）公示；（4）发证。', '三个步骤', '四个步骤'],
  ['circles', '这件事有三个难点：①地少；②人多。', '三个难点', '两个难点'],
  ['首先其次再次', '下面提四点要求。首先，要快。其次，要准。再次，要实。', '四点要求', '三点要求'],
  [
    '最后 as a member',
    '下面提三点要求。首先，要快。其次，要准。再次，要实。最后，要稳。',
    '三点要求',
    '四点要求',
  ],
  ['both sides', '要抓住三个关键。一方面，要把人用好。另一方面，要把钱管好。', '三个关键', '两个关键'],
  [
    'a label that the items repeat',
    '云溪的经验，就是“五个必须坚持”：一是必须坚持真干。二是必须坚持实干。三是必须坚持苦干。四是必须坚持巧干。',
    '五个必须坚持',
    '四个必须坚持',
  ],
  [
    'a label after 即',
    '要做到“四个紧盯”，即紧盯工程进度抓调度，紧盯工程质量抓监管，紧盯资金使用抓审计，确保按期完工。',
    '四个紧盯',
    '三个紧盯',
  ],
  ['a label after 就是, joined by 、', '所谓“三个全程”，就是全程公开、全程留痕。', '三个全程', '两个全程'],
  [
    'a label inside each clause',
    '所谓“四个一线”，就是干部在一线锤炼，问题在一线解决，作风在一线转变。',
    '四个一线',
    '三个一线',
  ],
  [
    'a label at the start of sentences',
    '关键是要做到“四个贴近”。要贴近农户摸实情。多坐板凳，少坐车子。要贴近市场找销路。要贴近专家学技术。一年要请两回。',
    '四个贴近',
    '三个贴近',
  ],
  [
    'a label at the end of short sentences',
    '督查要做到四个到位。发现问题要到位。多用暗访的办法。交办问题要到位。解决问题要到位。',
    '四个到位',
    '三个到位',
  ],
  [
    'two labels in one quotation',
    '关键是要“突出一个主线、做到三个在先”。要突出产业主线。没有产业，就留不住人。要谋划在先。年初就定。要准备在先。要行动在先。要检查在先。',
    '三个在先',
    '四个在先',
  ],
  [
    'a verb and noun that the sentences repeat',
    '今年必须下决心解决4个突出问题。要下决心解决“出行难”问题，年内村村通车。要下决心解决“饮水难”问题，户户通水。要下决心解决“上学难”问题，让孩子就近读书。',
    '4个突出问题',
    '3个突出问题',
  ],
  [
    'a list just told, in the paragraph',
    '一是修路要快。二是引水要稳。三是种树要实。这四个方面，要一起抓。',
    '四个方面',
    '三个方面',
  ],
  [
    'a list just told, in paragraphs',
    '一是修路要快。\n二是引水要稳。\n三是种树要实。\n以上两点，请大家抓好落实。',
    '两点',
    '三点',
  ],
  ['a quotation with 、', '要把握“守正创新、稳中求进”这三个关键。', '三个关键', '两个关键'],
  ['a row of quotations', '要念好“山”“水”“林”这四个重点。', '四个重点', '三个重点'],
  ['an enumeration before', '全力抓好招商引资、项目建设、城乡环境四件大事。', '四件大事', '三件大事'],
  ['an enumeration after', '要守住三条底线：耕地、生态。', '三条底线', '两条底线'],
  ['parts after a colon', '要处理好三个关系：既要快，也要好；既要当前，也要长远。', '三个关系', '两个关系'],
  [
    'lines with dashes',
    '今年突出抓好以下四个方面。\n——修好路。路通百业兴。\n——引好水。\n——种好树。\n让我们一起努力！',
    '四个方面',
    '三个方面',
  ],
  [
    'a phrase taken up with another number',
    '做好今年的工作，必须“把准一个方位、抓住两个关键”。\n把准一个方位，就是要把准农业大县这个方位。\n　　抓住三个关键，就是要抓住人和地这两个关键。人是根本，地是命脉。',
    '三个关键',
    '两个关键',
  ],
  [
    'a slogan with one number changed',
    '要做到“三个一线、两个全程”。\n什么叫“三个一线、两个全程”？大家都要想一想。\n让我们切实做到“四个一线、两个全程”！',
    '四个一线',
    '三个一线',
  ],
  ['a promise with its explanation', '全县要办三件事。具体是：一是修路；二是引水。', '三件事', '两件事'],
  ['a promise and 主要是', '要抓好三点，主要是：一是修路；二是引水。', '三点', '两点'],
  ['things that a colon leads to', '要修五条路：一是东路；二是西路。', '五条路', '两条路'],
  [
    'the points of the whole speech, with the salutation in between',
    '下面我讲三点意见。\n同志们：\n一、修路\n快。\n二、引水\n快。',
    '三点意见',
    '两点意见',
  ],
  [
    'a slogan that most items take up',
    '要做到“三个坚持”。一是坚持修路；二是坚持引水。',
    '三个坚持',
    '两个坚持',
  ],
];

const kept = [
  '要做到“三个坚持”。一是坚持修路；二是引水；三是种树；四是办学。',
  '“做好三篇文章”提供了保障：一是修路；二是引水。',
  '三点开会，一是修路；二是引水。',
  '要办好一件事：一是修路。二是引水。',
  '要做好三件事：一是修路，二是引水。最后，种树。',
  '要抓好三个方面十项工作：一是修路，二是引水，三是种树。',
  '一是修路，二是引水。\n这三件事都要办好。',
  '一是修路。\n二是引水。\n大家记住。这三件事都要办好。',
  '一是修路。\n二是引水。\n都是这三件事：修路、引水、种树。',
  '一是修路。\n二是引水。\n三是种树。\n这三件事都要办好。',
  // Lists that keep their promise.
  '我讲三点意见。\n一、认清形势\n形势逼人。\n二、明确任务\n任务很重。\n三、加强领导\n责任在肩。',
  '要做好三项工作：一是修路；二是引水；三是种树。',
  '下面提三点要求。首先，要快。其次，要准。最后，要实。',
  '究其原因，主要有二：一是地少，二是人多。',
  '重点从两个方面实现突破。\n一是修路。\n二是引水。',
  '要做到“三个到位”：认识到位、责任到位、措施到位。',
  '要处理好三个关系：发展和安全、城镇和乡村、当前和长远。',
  '修路可以分成三个阶段：选线阶段、征地阶段和最后的施工阶段。',
  '要念好“山”“水”“林”这三个字。',
  '要在“巩固、增强、提升、畅通”八个字上下功夫。',
  '抓住两个关键。一方面，要把人用好。另一方面，要把钱管好。',
  // The number right before the list announces it, not that of something else before it.
  '要办好五个乡镇的三件大事：一是修路；二是引水；三是种树。',
  '要做好三个月的第一个问题：一是修路；二是引水。',
  // A list inside an item does not belong to the announcement.
  '要做好两项工作：一是修路，包括（1）选线，（2）征地，（3）施工；二是引水。',
  '我讲两点意见。\n一、修路\n一是选线。二是征地。三是施工。\n二、引水\n水要清。',
  // A list with a lost or doubled ordinal is another rule's.
  '要做好四项工作：一是修路；二是引水；四是种树。',
  '要做好三项工作：一是修路；二是引水；二是种树。',
  // Political terms and labels of others announce nothing.
  '要增强“四个意识”、坚定“四个自信”、做到“两个维护”。一是加强学习。二是改进作风。三是严明纪律。',
  '对践行“两个维护”提出了更高要求。一是态度要坚决。二是行动要迅速。三是成效要明显。',
  '县里“推动三大战略、做好五篇文章”，有了好的开头。\n一是路修通了。\n二是水引来了。\n三是树种上了。',
  '认真落实“五个到位”。思想认识要到位。组织领导要到位。',
  '深入实施“十大工程”，抓好三大战役。全县上下要一鼓作气。',
  '要持续擦亮“三个品牌”。\n一是修路。\n二是引水。\n三是种树。\n四是办学。',
  // Quantities.
  '全年开展3次督查，走访五个乡镇、30个村。一是查进度。二是查质量。',
  '全年完成30项任务：一是修路12条，二是引水8处。',
  '路修了五条，水引了三处。一是群众满意。二是干部提气。',
  '增速提高2个百分点。一是工业稳。二是农业好。三是服务业快。',
  // Estimates, shares and ordinals are no announcements.
  '要抓好几个方面的工作：一是修路，二是引水，三是种树。',
  '有三四个方面要注意：一是防火，二是防汛。',
  '有十多项措施：一是修路，二是引水。',
  '第三个方面，一是修路，二是引水。',
  '前三项工作已经完成，其他两项任务也在推进：一是修路，二是引水，三是种树。',
  '三个方面十项工作：一是修路，二是引水。',
  '从修路、引水、种树等四个方面发力。',
  '提高低保、特困人员、残疾人两项补贴标准。',
  '我讲一个问题。一是修路。二是引水。',
  '下午三点，会议继续。一是讨论报告。二是表决。',
  // Mixed or unmarked lists: nobody can count them for sure.
  '我讲三点。首先，谈谈修路。第二，谈谈引水。第三，谈谈种树。',
  '有三个原因：一是地少，二是人多，还有就是路远。',
  '今年办好三件事：一是修路。二是引水。此外，还要种树。',
  '实在只有两条路：一是干，一是散。',
  '当时有三种选择：一是修路。\n第二个选择是引水。\n第三个选择是种树。',
  '有三层意思：路要修，水要引，树要种。',
  '会议有三项议程，时间不长，请大家坐好。',
  // Backward references to something else.
  '去年定的两个原则，大家都熟悉，今年还要坚持。一是先易后难。二是先急后缓。三是先近后远。这两个原则，不能动摇。',
  '一是修路。二是引水。三是种树。这两年，变化很大。',
  '要解决这三个方面：一是路，二是水，三是树。',
  // Lists whose end cannot be told.
  '突出以下三个方面。\n——修好路。\n路要通。\n——引好水。\n——种好树。\n水要清。\n——办好学。',
];

describe(RULE, () => {
  it.each(broken)('finds %s', (_, text, phrase, corrected) => {
    const findings = findingsOf(RULE, text);
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toEqual([phrase]);
    expect(findings[0]?.message).toContain(`“${phrase}”`);
    expect(findings[0]?.message).toContain(`“${corrected}”`);
    expect(findings[0]?.related.length).toBeGreaterThan(0);
    const fixed = applyFix(text, findings[0], /改成/u);
    expect(fixed).toContain(corrected);
    expect(findingsOf(RULE, fixed)).toEqual([]);
  });

  it('says once that a slogan differs, however it is set', () => {
    const text = '要做到“三个一线、两个全程”。\n“三个一线、两个全程”。\n“四个一线、两个全程”。';
    expect(wordsAt(RULE, text)).toEqual(['四个一线']);
  });

  it('counts the items of a Markdown list, not what is listed inside them', () => {
    const list = (announced: string): string =>
      `${announced}：\n\n- 修路\n  - 选线\n  - 征地\n- 引水\n- 种树\n\n都要快。\n`;
    expect(findingsOf(RULE, list('要做好三件事'), { format: 'markdown' })).toEqual([]);
    const [finding] = findingsOf(RULE, list('要做好五件事'), { format: 'markdown' });
    expect(finding?.message).toContain('后面只有三件');
    expect(finding?.related).toHaveLength(3);
  });

  it('counts back to the list right before', () => {
    const text = '一是修路。\n二是引水。\n这三件事都要办好。';
    const [finding] = findingsOf(RULE, text);
    expect(finding?.message).toContain('前面只有两件（一是、二是）');
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['一是', '二是']);
  });

  it.each(['*', '+', '?', '\\', '[', '(', '{', '|'])(
    'takes %j in what was counted for what it is',
    (mark) => {
      expect(wordsAt(RULE, `做到三个${mark}好。修路。架桥。`)).toEqual([]);
    },
  );

  it.each(kept)('says nothing about %j', (text) => {
    expect(wordsAt(RULE, text)).toEqual([]);
  });
});
