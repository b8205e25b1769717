/**
 * What the names of bodies end with in full, and what is left of it in their short forms: 党委办公室 and 党办,
 * 安全生产委员会 and 安委会.
 */
export const BODY_ENDINGS: readonly (readonly [full: string, short: string])[] = [
  ['办公室', '办'],
  ['办公厅', '办'],
  ['委员会', '委会'],
  ['委员会', '委'],
  ['委员会办公室', '委办'],
  ['代表大会', '代会'],
  ['代表大会', '大'],
  ['领导小组', '组'],
  ['指挥部', '指'],
  ['管理局', '局'],
  ['管理处', '处'],
  ['管理站', '站'],
  ['管理所', '所'],
  ['联合会', '联'],
  ['服务中心', '中心'],
  ['检察院', '检'],
  ['研究院', '院'],
  ['研究所', '所'],
  ['合作社', '社'],
  ['派出所', '所'],
  ['开发区', '开'],
];
