import { edit, type Fault, type Planter } from '../fault.js';
import { isHan, type Source } from '../source.js';

const PER_VARIANT = 3;

/** Particles typed twice; 的的确确 and the like are left to the text's own words. */
const PARTICLES = ['的', '了', '在', '和', '是', '把', '将', '与', '对'];

/** Words that nobody doubles for effect (研究研究 is lawful, 建设建设 is not). */
const WORDS =
  /(?:进行|推进|推动|加强|加快|建设|发展|提高|提升|实现|完善|坚持|落实|工作|我们|他们|全面|重要|经济|社会|群众|服务|企业|问题|重点|项目|机制|基础|可以|必须|因为|但是|没有|自己|什么|时候|应当|规定|部门)/gu;

/** A particle or a two-character word is typed twice. */
export const doubledWord: Planter = {
  kind: 'word typed twice',
  rule: 'doubled-word',
  propose(source, random) {
    return [
      ...PARTICLES.flatMap((particle) =>
        random.some(twice(source, new RegExp(particle, 'gu'), particle), PER_VARIANT),
      ),
      ...random.some(twice(source, WORDS, 'a word'), PER_VARIANT * 2),
    ];
  },
};

function twice(source: Source, pattern: RegExp, variant: string): Fault[] {
  return source.lines.flatMap((line) =>
    line.prose
      ? [...line.text.matchAll(pattern)].flatMap((match) => {
          const [word] = match;
          const start = line.start + match.index;
          const end = start + word.length;
          const before = source.text.charAt(start - 1);
          const after = source.text.charAt(end);
          // At a clause's edge, and beside its like, the doubled word could be read otherwise.
          if (!isHan(before) || !isHan(after) || word.includes(before) || word.includes(after)) return [];
          // 对 and 和 and 将 are parts of words too (面对, 和谐, 将来): only what stands for itself is doubled.
          if (word.length === 1 && partOfWord(word, before, after)) return [];
          return [{ variant: `${variant} twice`, edits: [edit(end, end, word)], places: [{ start, end }] }];
        })
      : [],
  );
}

function partOfWord(word: string, before: string, after: string): boolean {
  const words: Readonly<Record<string, string>> = {
    的: '目有标',
    了: '为不解罢得',
    在: '存现正实内所外潜旨自好',
    和: '共谐平祥睦缓温总饱调附人中协柔',
    是: '于但还就可正也只都总要凡若既更却而乃便即不非或特实',
    把: '握关一手控火',
    将: '来即军必大行士',
    与: '参给其会相',
    对: '面应针相绝反待付策象于接口敌核比派照立抗应',
  };
  const own = words[word] ?? '';
  return own.includes(before) || own.includes(after);
}
