import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../server/src/core/check.js';
import { isSure, type Cut } from '../../../server/src/core/cutPlan/cut.js';
import { planCuts } from '../../../server/src/core/cutPlan/planCuts.js';
import { loadSegmenter } from '../../../server/src/segmenter/load.js';

const { segmenter } = loadSegmenter();

const OPENING = '在柳岸县护林工作会议上的讲话\n同志们：\n今天把大家请来，是要把今年的护林安排好。';
const CLOSING = '大家回去以后，马上开会传达，三天之内把人手落实到山头。\n谢谢大家！';
const WALK = '护林员每天要把自己的山头走完，晚上把走过的路记在本子上。';
const OTHER = '山脚的防火道去年拓宽了，今年要把杂草割干净。';

function cutsOf(...paragraphs: readonly string[]): { readonly text: string; readonly cuts: Cut[] } {
  const text = [OPENING, ...paragraphs, CLOSING].join('\n');
  return { text, cuts: planCuts(checkDraft(text, { format: 'plain', segmenter })) };
}

function taken(kind: Cut['kind'], ...paragraphs: readonly string[]): string[] {
  const { text, cuts } = cutsOf(...paragraphs);
  return cuts
    .filter((cut) => cut.kind === kind)
    .flatMap(({ places }) => places.map(({ start, end }) => text.slice(start, end)));
}

describe('sure cuts', () => {
  it('leave two sentences that differ in a fact to the writer', () => {
    const moved = WALK.replace('每天', '隔天');
    const { cuts } = cutsOf(
      `${OTHER}${WALK}`,
      OTHER.slice(0, 12) + '。',
      '瞭望台要修。',
      `岗亭换了地方。${moved}水要备足。`,
    );
    const near = cuts.filter(({ kind }) => kind === 'near-duplicate');
    expect(near).toHaveLength(1);
    expect(near.some(isSure)).toBe(false);
    expect(near[0]?.reason.zh).toContain('请您定');
  });

  it('take a sentence that differs by nothing but a particle', () => {
    const same = WALK.replace('自己的', '自己');
    const { cuts } = cutsOf(
      `${OTHER}${WALK}`,
      OTHER.slice(0, 12) + '。',
      '瞭望台要修。',
      `岗亭换了地方。${same}水要备足。`,
    );
    expect(cuts.filter(({ kind }) => kind === 'near-duplicate').map(isSure)).toEqual([true]);
  });

  it('leave a refrain that closes several paragraphs to the writer', () => {
    const refrain = '山是我们的饭碗，谁砸它我们就找谁。';
    const { cuts } = cutsOf(`${WALK}${refrain}`, `${OTHER}${refrain}`);
    const copies = cuts.filter(({ kind }) => kind === 'duplicate');
    expect(copies).toHaveLength(1);
    expect(copies.some(isSure)).toBe(false);
  });

  it.each([
    [
      'half of two clauses with one adverb and verb',
      '要切实保障护林员的收入，切实保障瞭望台的用水，不许拖。',
    ],
    ['one of several clauses with adverbs', '要认真看护林子，自觉接受检查，不断提高本领，主动报告险情。'],
    ['what takes a stand', '对上山烧荒的，我们都要劝住，坚决维护护林员的权利，一个也不能含糊。'],
    ['a formula with a fixed term', '护林员要多学习，不断增强政治判断力，把山看好。'],
    [
      'a formula without the marks of its term',
      '要把林子看好，不断增强群众的获得感幸福感安全感，让山绿起来。',
    ],
    ['the predicate after a noun', '今年的林子进一步长密，护林员的技能不断提高，山火少了。'],
    ['what names a point', '全力做好值守。白天两个人，夜里三个人，谁也不能脱岗。'],
  ])('never strike %s', (_, sentence) => {
    expect(taken('filler', `${OTHER}${sentence}`, sentence)).toEqual([]);
  });

  it('never leave nothing but the name of a point', () => {
    const stock = '要提高政治站位，压紧压实责任，真抓实干，务求实效。';
    expect(taken('stock-sentence', `${OTHER}巡山要勤快。${stock}`)).toEqual([]);
    expect(taken('stock-sentence', `${OTHER}巡山要勤快。${stock}${WALK}`)).toEqual([stock]);
  });

  it('still strike an adverb that stresses nothing', () => {
    expect(taken('filler', `${OTHER}护林员要备足水和干粮，进一步提高夜里巡山的本领，把山看好。`)).toEqual([
      '进一步',
    ]);
  });
});

/** A draft whose last section is far longer than the others and ends with the test's sentences. */
function longSection(...sentences: readonly string[]): string[] {
  return taken(
    'over-share',
    '一、把水备足',
    '山上的水要备足。水窖要清。',
    '二、把路修通',
    '山里的路要修通。路要看牢。',
    '三、把林子看好',
    `林子要看好，看林子的人要够。看林子的棚要牢，看林子的灯要亮。${sentences.join('')}看林子的人要熟，看林子的路要通，林子里的棚要有灯，看林子要有水。看林子的狗要喂饱，看林子的马要养壮。`,
  );
}

const DIGRESSION = '天气好的时候，云影在坡上走，牛羊慢慢地吃草。';

describe('cuts for the writer to judge', () => {
  it('offer what has nothing to do with the rest', () => {
    expect(longSection(DIGRESSION)).toContain(DIGRESSION);
  });

  it.each([
    ['thanks', '向冒雪送炭的邻县朋友，表示衷心的感谢。'],
    ['a figure', '邻县去年添了十二台无人机，飞得又高又稳。'],
    ['a turn of the argument', '可是，邻县朋友冒雪送来了炭，飞机也借给我们用。'],
    ['a call on the audience', '冬天一天比一天近，让我们马上动手，把柴火劈好码齐。'],
    ['a sanction', '偷砍偷伐、放火烧荒，依法处理，绝不含糊。'],
    ['somebody’s words', '邻县的老支书说：“炭先拿去烧，明年再还。”'],
  ])('never take %s', (_, sentence) => {
    expect(longSection(sentence, '天气好，就晒被子。')).not.toContain(sentence);
  });

  it.each([
    ['a pronoun in the middle of the next sentence', '邻县来了一位养蜂的姑娘。', '大家问她冷不冷。'],
    ['a too in the next sentence', '邻县把蜂箱搬到了坡上。', '学校的菜地，也分到了各班。'],
    ['a story that goes on', '邻县那年冬天格外冷，炭都烧光了。', '一天夜里，雪压断了电线。'],
  ])('never take what is needed by %s', (_, sentence, next) => {
    expect(longSection(sentence)).toContain(sentence);
    expect(longSection(sentence, next)).not.toContain(sentence);
  });

  it('never leave a point without the sentence on it', () => {
    const body = '邻县的蜂箱、炭窑和渔网，样样都借得到，借了就还。';
    expect(longSection(body)).toContain(body);
    expect(longSection('要借得勤。', body)).not.toContain(body);
  });

  it('never take a whole parallelism apart', () => {
    const [first, second] = ['有的时候刮风，炭就往屋里搬。', '有的时候下雪，柴就往屋里抱。'];
    expect(longSection(first)).toContain(first);
    const cuts = longSection(first, second);
    expect(cuts).not.toContain(first);
    expect(cuts).not.toContain(second);
  });

  it('never take the answer to a question that has no question mark', () => {
    const answer = '炭窑的火灭了，柴房的门开着。';
    expect(longSection(answer)).toContain(answer);
    expect(longSection('请大家想一想，那年冬天为什么那么冷。', answer)).not.toContain(answer);
  });
});

describe('the time it takes', () => {
  it('grows with the length of the draft, not with its square', () => {
    const section = (at: number): string =>
      Array.from(
        { length: 12 },
        (_, n) =>
          `第${String(at)}片林子的第${String(n)}个山头要进一步加强巡查，切实做好清理，全力保障人手。${DIGRESSION}`,
      ).join('\n');
    const draftOf = (count: number): string =>
      [OPENING, ...Array.from({ length: count }, (_, at) => section(at)), CLOSING].join('\n');
    // The fastest of three: other work on the machine can only add to a time.
    const timeOf = (count: number): number => {
      const checked = checkDraft(draftOf(count), { format: 'plain' });
      const times = Array.from({ length: 3 }, () => {
        const before = performance.now();
        planCuts(checked);
        return performance.now() - before;
      });
      return Math.min(...times);
    };
    timeOf(2);
    expect(timeOf(24) / Math.max(1, timeOf(4))).toBeLessThan(18);
  });
});
