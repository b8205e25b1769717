/**
 * Single characters that come twice in a row by a slip only, with what may stand before and after them when the
 * two belong to different words (目的 + 的) or to a lawful doubling (的的确确): `char [before] [after]`, a dot for none.
 */
const PARTICLES = String.raw`
的 目标中打鹄矢有 确喀哥士
了 不甚时终完算罢受一得未公明末于为他她您我也就此 解结却断如事愿账然望分
是 凡可但就于还总要只不也正或若都老国便即乃既却更而若如自实求是 非
在 存现实所潜内外好自健志旨贵难重正 处皆需都显表证
和 总饱共缓温柔平随谦中祥讲议求调亲暖违附人谐劝联唱 气美睦顺平乐满煦谐解约好
与 参赋给授施寄付相 会其时否
及 以涉普顾危波遍惠企埃推触提殃论累问 时其早第格
把 一两几火手 关脉舵门好手
被 棉植夹毛盖叠 子动告服褥单窝捕害
对 一面针相绝反应校核比查敌作派成双配结 子联方称策应手象比立待外付抗话接照岗口标等眼账碰比仗
将 即大小名干老武主虎上中少部骁强激虾闯麻健悍女 军士领近来才要帅就够相息
从 服听自跟顺盲随屈遵侍 容事严业来此前速而头小今军不属众
为 成认作行变以称视化改分因较极更甚最大人定列转何 民人什何了主国期此公首先难群您你他数我
而 时忽幸继 且已后立
就 成造迁将屈俯高低 业地近学职读餐医寝座任此是算事诊
也 . .
都 首成古大京国帝新故全丰迁定建 市城会江是匀
但 非不岂 是
并 合吞兼一归裁 非不且列联购轨重行入排
以 所可足难得予加用给借据何是 上下及后前来往致便免色内外民人身此期
使 即大天驱行迫致促假公特出纵唆指支役 用命得者节团劲馆唤
很 . .
地 土当各基产工场天大本外实草耕林陆田绿湿农园属用征营阵境平高低山盆驻飞内异胜圣墓要空腹住心质两此原盐荒坡旱水沙洼宅殖领就租 道方区面点位形质下理铁产名毯域图震板砖球带
`;

/** A character, and what tells its lawful neighbours apart. */
export interface DoubledParticle {
  readonly before: string;
  readonly after: string;
}

/** By character. */
export const DOUBLED_PARTICLES: ReadonlyMap<string, DoubledParticle> = new Map(
  PARTICLES.trim()
    .split('\n')
    .map((line) => {
      const [char = '', before = '', after = ''] = line.split(' ');
      return [char, { before, after }] as const;
    }),
);

/** Words that nobody says twice for effect: neither pronouns nor connectives, nor verbs that take no 一下. */
const PLAIN = `
我们 他们 你们 她们 它们 咱们 大家 自己 以及 因为 所以 但是 如果 通过 对于 关于 根据 按照 由于 并且 而且 或者 同时 为了 必须
应当 已经 正在 曾经 这个 那个 这些 那些 这样 那样 如何 其中 其他 特别 尤其 还是 只有 只要
虽然 尽管 然而 因此 从而 进而 以来 以后 之后 之前 当前 目前 今年 去年 明年 近年 时候 方面 不仅 不断 无论 不管 及其 作为 成为 具有
进行 推进 推动 加强 加快 提升 促进 完善 实现 坚持 落实 贯彻 确保 保障 开展 实施 强化 深化 优化 加大 扩大 增强 健全 巩固 拓展
打造 构建 建立 形成 取得 作出 做到 做好 抓好 切实 全面 深入 积极 着力 大力 全力 有效 充分 坚决 扎实 稳步 持续 重要 主要 重大 进一步
召开 举行 部署 安排 要求 指出 强调 认为 表示 围绕 按时 依法 依靠 聚焦 突出 紧扣 牢记 履行 维护 保护 服从 统筹 协调 参与 承担
`;

/** Words that are said twice in talk (没有没有), where nothing follows them. */
const SPOKEN = `没有 不是 就是 可以 应该 能够 什么 怎样 知道 需要`;

/** Words that head longer ones (工作 + 工作组): what follows the second tells. */
const COMPOUNDING = `
工作 建设 发展 经济 社会 群众 服务 企业 问题 重点 项目 机制 基础 规定 部门 提高 人民 政府 国家 农村 农业 农民 产业 工业 城市 乡村
会议 精神 任务 目标 措施 制度 体系 责任 能力 水平 质量 干部 党员 组织 领导 管理 改革 创新 开放 安全 生产 生态 环境 文化 教育 科技
人才 市场 资金 投资 政策 行动 工程 活动 方案 规划 计划 标准 监督 作风 纪律 思想 政治 理论 学习 实践 情况 关系 条件 力量 作用
意识 理念 战略 格局 特色 优势 成果 成效 成绩 经验 矛盾 困难 风险 隐患 保障 支撑 动力 活力 合力 实际 全县 全市 全省 全国 全镇 全乡 全党
单位 机关 基层 地区 区域 街道 社区 乡镇 县委 市委 省委 中央 生活 收入 就业 医疗 住房 交通 道路 设施 资源 能源 技术 信息 数据 平台
`;

/** Characters that make the second word part of a longer one. */
export const COMPOUND_ENDS =
  '者员部师化性家会所室厅局组团品物人力量率站日队证处科长法学型级费园区城村网线网台书报表类型商界主权制体观论点号款线店厂馆院校户';

export const PLAIN_WORDS: ReadonlySet<string> = new Set(PLAIN.trim().split(/\s+/u));
export const SPOKEN_WORDS: ReadonlySet<string> = new Set(SPOKEN.split(' '));
export const COMPOUNDING_WORDS: ReadonlySet<string> = new Set(COMPOUNDING.trim().split(/\s+/u));
