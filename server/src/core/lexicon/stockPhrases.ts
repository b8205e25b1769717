/**
 * Wording that official prose reaches for when it has nothing particular to say. Once it does no harm; where it
 * stands thick, the matter is thin. Taken by itself none of these is a fault.
 */

/** Adverbs of emphasis: strike one out, and the sentence says the same. */
const STOCK_ADVERBS: readonly string[] = '进一步 切实 不断 大力 着力 扎实 狠抓 全力 坚决'.split(' ');

/** Modifiers that can also mean something (积极作用, 全面负责). */
const STOCK_ADJECTIVES: readonly string[] = '认真 积极 充分 有效 努力 全面 深入'.split(' ');

/** Set phrases and closing formulas: they stand in any draft, whatever it is about. */
const STOCK_FORMULAS: readonly string[] = `
高度重视 紧紧围绕 充分发挥 贯彻落实 牢固树立 毫不动摇 毫不松懈 毫不放松 第一时间 全力以赴 凝心聚力 真抓实干 求真务实 担当作为
落到实处 落地见效 落地生根 落地落实 落细落实 落实落细 落实落地 抓实抓细 抓细抓实 走深走实 见行见效 务求实效 常抓不懈 一抓到底 齐抓共管 多措并举 综合施策
精准发力 持续发力 靶向发力 同向发力 协同发力 聚力攻坚 攻坚克难 苦干实干 埋头苦干 奋勇争先 争先创优 创先争优 主动作为 积极作为 勇于担当 敢于担当
踔厉奋发 勇毅前行 砥砺前行 砥砺奋进 笃行不怠 奋楫扬帆 扬帆起航 乘势而上 蹄疾步稳 行稳致远 久久为功 善作善成 驰而不息 一以贯之 只争朝夕 不负韶华
踏石留印 抓铁有痕 撸起袖子加油干 凝聚共识 统一思想 提高认识 提高思想认识 提高政治站位 提升政治站位 强化政治担当 强化责任担当 压紧压实 压实责任 层层压实
重中之重 关键所在 出发点和落脚点 具有重要意义 具有十分重要的意义 意义重大 意义深远 责任重大 使命光荣 任务艰巨 任重道远 时不我待
营造良好氛围 营造浓厚氛围 营造良好环境 形成强大合力 凝聚强大合力 形成工作合力 汇聚强大力量 汇聚磅礴力量 凝聚磅礴力量 注入强大动力 注入强劲动力 注入新动能 注入新活力
提供坚强保障 提供有力保障 提供坚实保障 提供坚强保证 提供有力保证 提供有力支撑 提供坚实支撑 提供强大动力 提供不竭动力 奠定坚实基础 打下坚实基础 夯实坚实基础
取得明显成效 取得显著成效 取得积极成效 取得良好成效 取得新成效 取得实效 成效显著 成效明显 再创佳绩 再上新台阶 迈上新台阶 迈上更高台阶 更上一层楼
迈出坚实步伐 迈出坚实一步 迈出新步伐 开创新局面 打开新局面 呈现新气象 展现新作为 展现新担当 彰显新担当 谱写新篇章 谱写新的篇章 谱写崭新篇章 书写新篇章 奋力谱写
绘就新画卷 作出新的更大贡献 做出新的更大贡献 新的更大贡献 作出新贡献 作出积极贡献 作出应有贡献 贡献智慧和力量
`
  .trim()
  .split(/\s+/u);

/** What `stock-phrase` counts. */
export const STOCK_PHRASES: readonly string[] = [...STOCK_ADVERBS, ...STOCK_ADJECTIVES, ...STOCK_FORMULAS];

/** How little a stock phrase says: 2 for emphasis alone, 1 for a formula, 0 for what may mean something. */
export function hollowness(phrase: string): 0 | 1 | 2 {
  return STOCK_ADVERBS.includes(phrase) ? 2 : STOCK_ADJECTIVES.includes(phrase) ? 0 : 1;
}
