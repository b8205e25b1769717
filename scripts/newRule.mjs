// npm run new-rule -- some-id: a rule that works, off until it is asked for, with its page, its test and its places in
// the registry and the page of examples. What is left to write is marked 待写, and `npm test` fails as long as a mark is left.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const MARK = '待写';
const REGISTRY = 'server/src/core/rules/registry.ts';
const EXAMPLES = 'docs/examples.md';

const [id, ...more] = process.argv.slice(2);
const files = {
  'rule.ts.txt': `server/src/core/rules/${id}.ts`,
  'rule.test.ts.txt': `test/unit/rules/${id}.test.ts`,
  'page.md.txt': `docs/rules/${id}.md`,
};

const objection = objectionTo();
if (objection === undefined) writeRule();
else {
  console.error(objection);
  process.exitCode = 2;
}

/** Why there cannot be a new rule of that name, in one sentence. */
function objectionTo() {
  if (id === undefined || more.length > 0) return 'Name the fault: npm run new-rule -- some-id';
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(id)) {
    return `“${id}” is no id: write small letters with hyphens between the words, such as sentence-too-long.`;
  }
  const taken = Object.values(files).find((file) => existsSync(file));
  return taken === undefined
    ? undefined
    : `${taken} is there already; choose another id, or change that rule.`;
}

function writeRule() {
  const name = id.replace(/-(\w)/gu, (_, letter) => letter.toUpperCase());
  for (const [template, file] of Object.entries(files)) {
    const text = readFileSync(path.join(import.meta.dirname, 'newRule', template), 'utf8');
    writeFileSync(file, text.replaceAll('$id', id).replaceAll('$name', name));
  }
  writeFileSync(REGISTRY, registered(readFileSync(REGISTRY, 'utf8'), name));
  writeFileSync(EXAMPLES, introduced(readFileSync(EXAMPLES, 'utf8')));
  const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { stdio: 'inherit' });
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  console.log(
    [
      `The rule ${id} works, and is off. Write what is marked ${MARK} in`,
      ...Object.values(files).map((file) => `  ${file}`),
      `  ${EXAMPLES} (an example of the fault)`,
      'and try it with',
      `  npx vitest run test/unit/rules/${id}.test.ts test/unit/docs.test.ts`,
      'Once it keeps silent about good prose, give it a severity, and see what it says of whole texts:',
      '  npm run generate && npm run evaluate',
    ].join('\n'),
  );
}

/** The registry with the rule: its import in the order of the files, itself at the end of the list. */
function registered(registry, name) {
  const line = `import { ${name} } from './${id}.js';`;
  const imports = [...registry.matchAll(/^import .* from '\.\/(.*)\.js';$/gmu)];
  const next = imports.find(([, other]) => other > id);
  const end = imports.at(-1).index + imports.at(-1)[0].length;
  const withImport =
    next === undefined
      ? `${registry.slice(0, end)}\n${line}${registry.slice(end)}`
      : `${registry.slice(0, next.index)}${line}\n${registry.slice(next.index)}`;
  return withImport.replace(/^\];$/mu, `  ${name},\n];`);
}

/** The page of examples with a row for another, below those of the other rules. */
function introduced(page) {
  const rows = [...page.matchAll(/^\| \[[^`\]]+\]\(rules\/[\w-]+\.md\) \|.*$/gmu)];
  const last = rows.at(-1);
  if (last === undefined) throw new Error(`${EXAMPLES} has no table of examples to add to`);
  const end = last.index + last[0].length;
  const row = `| [${MARK}：规则名](rules/${id}.md) | ${MARK}：例子（平时不查，要查才打开） |`;
  return `${page.slice(0, end)}\n${row}${page.slice(end)}`;
}
