// Writes everything that follows from the rules: settings, their texts, the guide file's schema, the tables of the docs.
// `--check` writes nothing and fails when a file differs, so that no statement is made twice.
import { build } from 'esbuild';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { dependenciesTable } from './dependencies.mjs';
import { reportApart } from './reportApart.mjs';

const check = process.argv.includes('--check');
const { rules } = await load('server/src/core/rules/registry.ts');
const { FORMATS } = await load('server/src/cli/formats.ts');
const { guideSchema } = await load('server/src/core/guide/schema.ts');
const { SEVERITY_NAMES } = await load('server/src/core/severityNames.ts');

const LEVEL_NAMES = {
  'national-standard': '国家标准',
  'national-standard-unchecked': '国家标准（条款未核对）',
  'party-or-government-rule': '党政机关规定',
  advice: '写作建议',
};
const FIX_NAMES = {
  none: { zh: '无', en: 'none' },
  suggested: { zh: '可选', en: 'suggested' },
  safe: { zh: '自动', en: 'safe' },
};

const texts = { zh: {}, en: {} };
const manifest = readJson('package.json');
manifest.contributes ??= {};
manifest.contributes.configuration = [generalSettings(manifest), ...rules.map(ruleSettings)];

const outdated = [];
await write('package.json', JSON.stringify(manifest), 'json');
await write('package.nls.json', nls('package.nls.json', texts.en), 'json');
await write('package.nls.zh-cn.json', nls('package.nls.zh-cn.json', texts.zh), 'json');
await write('schema/wenfeng.schema.json', JSON.stringify(guideSchema()), 'json');
for (const rule of rules) {
  const page = `docs/rules/${rule.id}.md`;
  if (!existsSync(page)) continue;
  await write(page, fill(readFileSync(page, 'utf8'), 'options', optionsTable(rule)));
}
for (const [page, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
]) {
  await write(page, fill(readFileSync(page, 'utf8'), 'rules', rulesTable(language)));
}
const commandsPage = 'docs/commands.md';
const withChinese = fill(readFileSync(commandsPage, 'utf8'), 'commands-zh', commandsTable('zh'));
await write(commandsPage, fill(withChinese, 'commands-en', commandsTable('en')));
const formatsPage = 'docs/report-formats.md';
await write(formatsPage, fill(readFileSync(formatsPage, 'utf8'), 'formats', formatsTable()));
const dependenciesPage = 'docs/dependencies.md';
await write(
  dependenciesPage,
  fill(readFileSync(dependenciesPage, 'utf8'), 'dependencies', await dependenciesTable()),
);
if (outdated.length > 0) {
  console.error(`out of date: ${outdated.join(', ')}; run npm run generate`);
  process.exitCode = 1;
}

/** A module of the engine. */
async function load(entryPoint) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'esm',
    platform: 'node',
    plugins: [reportApart],
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return await import(`data:text/javascript;base64,${code}`);
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The block of settings that do not belong to a rule is kept as it stands in package.json. */
function generalSettings({ contributes }) {
  const [general = {}] = [contributes.configuration ?? []].flat();
  return general;
}

function ruleSettings(rule, index) {
  const prefix = `wenfeng.rules.${rule.id}`;
  const key = (name) => `rules.${rule.id}.${name}`;
  const say = (name, zh, en) => {
    texts.zh[key(name)] = zh;
    texts.en[key(name)] = en;
    return `%${key(name)}%`;
  };
  const severities = Object.keys(SEVERITY_NAMES);
  const properties = {
    [`${prefix}.severity`]: {
      type: 'string',
      enum: severities,
      enumDescriptions: severities.map((severity) => `%severity.${severity}%`),
      default: rule.severity,
      order: 0,
      scope: 'resource',
      markdownDescription: say(
        'severity',
        `**${rule.title.zh}**：怎样显示；选“off”就不再检查。${rule.reason.zh}`,
        `**${rule.title.en}**: how it is shown; “off” switches it off. ${rule.reason.en}`,
      ),
    },
  };
  Object.entries(rule.options).forEach(([name, option], at) => {
    const shape =
      option.type === 'integer'
        ? { type: 'integer', default: option.default, minimum: option.minimum, maximum: option.maximum }
        : { type: 'array', items: { type: 'string' }, default: option.default };
    properties[`${prefix}.${name}`] = {
      ...shape,
      order: at + 1,
      scope: 'resource',
      markdownDescription: say(
        name,
        `**${rule.title.zh}**：${option.description.zh}。`,
        `**${rule.title.en}**: ${lowerFirst(option.description.en)}.`,
      ),
    };
  });
  return { title: say('title', rule.title.zh, rule.title.en), order: 10 + index, properties };
}

/** Texts of settings are generated; all others are written by hand and kept. */
function nls(file, generated) {
  const severity = Object.fromEntries(
    Object.entries(SEVERITY_NAMES).map(([id, name]) => [
      `severity.${id}`,
      file.includes('zh') ? name.zh : name.en,
    ]),
  );
  const kept = Object.entries(readJson(file)).filter(([key]) => !/^(?:rules|severity)\./u.test(key));
  return JSON.stringify({ ...Object.fromEntries(kept), ...severity, ...generated });
}

function optionsTable(rule) {
  const rows = Object.entries(rule.options).map(
    ([name, option]) =>
      `| \`wenfeng.rules.${rule.id}.${name}\` | ${[option.default].flat().join('、') || '（空）'} | ${option.description.zh} |`,
  );
  return [
    `默认级别：${SEVERITY_NAMES[rule.severity].zh}。修复：${FIX_NAMES[rule.fix].zh}。依据的级别：${LEVEL_NAMES[rule.norm.level]}。`,
    '',
    '| 选项 | 默认值 | 含义 |',
    '| --- | --- | --- |',
    `| \`wenfeng.rules.${rule.id}.severity\` | ${rule.severity} | 怎样显示：error、warning、information、hint；off 为不检查 |`,
    ...rows,
  ].join('\n');
}

function rulesTable(language) {
  const head = {
    zh: ['| 规则 | 查什么 | 级别 | 修复 |', '| --- | --- | --- | --- |'],
    en: ['| Rule | What it finds | Severity | Fix |', '| --- | --- | --- | --- |'],
  }[language];
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](docs/rules/${rule.id}.md) | ${rule.title[language]} | ${SEVERITY_NAMES[rule.severity][language]} | ${FIX_NAMES[rule.fix][language]} |`,
  );
  return [...head, ...rows].join('\n');
}

function formatsTable() {
  const rows = Object.entries(FORMATS).map(
    ([name, { description }]) => `| \`${name}\` | ${description.zh} | ${description.en} |`,
  );
  return ['| 样式 | 用途 | Use |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The commands of the palette; those of single entries of a view are left out. */
function commandsTable(language) {
  const titles = readJson(language === 'zh' ? 'package.nls.zh-cn.json' : 'package.nls.json');
  const { commands, keybindings = [], menus = {} } = manifest.contributes;
  const hidden = (menus.commandPalette ?? []).filter(({ when }) => when === 'false');
  const rows = commands
    .filter(({ command }) => !hidden.some((item) => item.command === command))
    .map(({ command, title }) => {
      const key = keybindings.find((binding) => binding.command === command)?.key;
      const shown =
        key === undefined ? '' : `<kbd>${key.split('+').map(upperFirst).join('</kbd>+<kbd>')}</kbd>`;
      return `| ${titles[title.slice(1, -1)].replace(/…+$/u, '')} | \`${command}\` | ${shown} |`;
    });
  const head = {
    zh: ['| 命令 | 标识 | 按键 |', '| --- | --- | --- |'],
    en: ['| Command | Identifier | Key |', '| --- | --- | --- |'],
  }[language];
  return [...head, ...rows].join('\n');
}

/** Replaces what stands between <!-- generated:NAME --> and <!-- /generated -->. */
function fill(text, name, content) {
  const pattern = new RegExp(`(<!-- generated:${name} -->)[\\s\\S]*?(<!-- /generated -->)`, 'u');
  return text.replace(pattern, (_, open, close) => `${open}\n\n${content}\n\n${close}`);
}

function upperFirst(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

async function write(file, content, parser) {
  const wanted =
    parser === undefined
      ? content
      : await prettier.format(content, { ...(await prettier.resolveConfig(file)), filepath: file });
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  if (check) outdated.push(file);
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, wanted);
  }
}
