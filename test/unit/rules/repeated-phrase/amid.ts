/** Paragraphs that have nothing in common with the examples or with each other. */
export const FILLER: readonly string[] = [
  '春天到了，河边的柳树发了芽，孩子们放起风筝。',
  '集镇上新开的茶馆坐满了人，说书先生讲到半夜。',
  '老李把收音机修好以后，隔壁的老张也搬来一台旧的。',
  '供销社门口排着长队，买盐的和卖鸡蛋的挤在一处。',
  '山那边的雨下了三天，水库的闸门开了两孔。',
  '学堂里传来读书声，门房大爷打着拍子。',
  '铁匠铺的炉火通红，一把锄头刚刚成形。',
  '渡船靠了岸，挑担的客商先下，骑车的后下。',
];

/** More of their kind, to stand between two examples. */
export const SPARE: readonly string[] = [
  '邮递员把报纸塞进门缝，铃声响了两下就远了。',
  '戏台上锣鼓一敲，看热闹的人把凳子都搬来了。',
  '井台边的石板磨得发亮，桶绳勒出几道沟。',
  '粮站的磅秤坏了半天，会计急得直跺脚。',
];

/** A draft with the examples in its middle, far from opening and close. */
export function amid(...paragraphs: string[]): string {
  return [...FILLER.slice(0, 4), ...paragraphs, ...FILLER.slice(4)].join('\n');
}
