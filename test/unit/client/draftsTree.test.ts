import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Finding, Severity } from '../../../client/src/draftsView/draft.js';
import { NO_FILTER, type Filter } from '../../../client/src/draftsView/filter.js';
import { ORDERS } from '../../../client/src/draftsView/order.js';
import { parentsOf, treeOf, type Arrangement, type Node } from '../../../client/src/draftsView/tree.js';
import { textOf } from '../../../client/src/draftsView/treeText.js';
import { cases } from '../../arbitraries/cases.js';

const TITLES: Readonly<Record<string, string>> = {
  'placeholder-left': '占位符未替换',
  'stray-space': '多余的空格',
  'stock-phrase': '套话',
};

function titleOf(rule: string): string {
  return TITLES[rule] ?? rule;
}

function finding(
  rule: string,
  severity: Severity,
  line: number,
  message = `${titleOf(rule)}：说明`,
): Finding {
  return { rule, severity, message, place: { line, character: 2, endLine: line, endCharacter: 4 } };
}

function draft(path: string, more: Partial<Draft> = {}): Draft {
  const slash = path.lastIndexOf('/');
  return {
    uri: `file:///稿子/${path}`,
    name: path.slice(slash + 1),
    folder: path.slice(0, Math.max(0, slash)),
    characters: 900,
    minutes: 5,
    findings: [],
    ...more,
  };
}

const DRAFTS: readonly Draft[] = [
  draft('松坪镇/发言.txt', {
    minutes: 12,
    findings: [finding('stray-space', 'warning', 0), finding('stray-space', 'warning', 8)],
  }),
  draft('闭幕词.txt', { minutes: 3, findings: [finding('placeholder-left', 'error', 4)] }),
  draft('第10稿.txt', { minutes: 20 }),
  draft('第9稿.txt', {
    minutes: 8,
    findings: [1, 2, 3].map((line) => finding('stock-phrase', 'information', line)),
  }),
  draft('外来/坏.txt', { failure: '认不出文件的编码。', minutes: 0 }),
  draft('外来/letter.txt', { skipped: 'not-chinese', minutes: 0 }),
];

function tree(arrangement: Partial<Arrangement> = {}, filter: Partial<Filter> = {}): readonly Node[] {
  return treeOf(
    DRAFTS,
    { grouping: 'draft', order: 'weight', ...arrangement, filter: { ...NO_FILTER, ...filter } },
    titleOf,
  );
}

/** Each line's name, indented by two blanks a level, with the line of a finding. */
function listed(nodes: readonly Node[], indent = ''): string[] {
  return nodes.flatMap((node) => {
    const name =
      node.kind === 'rule'
        ? `${node.title} ${node.findings.length}`
        : node.kind === 'group'
          ? node.id
          : node.kind === 'finding'
            ? `${node.finding.severity} ${node.finding.place.line}`
            : node.draft.name;
    return [indent + name, ...listed(node.children, `${indent}  `)];
  });
}

const names = (nodes: readonly Node[]): string[] => listed(nodes).filter((line) => !line.startsWith(' '));

describe('the tree of checked drafts', () => {
  it('has findings in order of place below drafts, and what was not checked at the end', () => {
    expect(listed(tree())).toEqual([
      '闭幕词.txt',
      '  error 4',
      '发言.txt',
      '  warning 0',
      '  warning 8',
      '第9稿.txt',
      '  information 1',
      '  information 2',
      '  information 3',
      '第10稿.txt',
      'unreadable',
      '  坏.txt',
      'not-chinese',
      '  letter.txt',
    ]);
  });

  it('has drafts below rules, with the findings of that rule alone', () => {
    expect(listed(tree({ grouping: 'rule' })).slice(0, 6)).toEqual([
      '占位符未替换 1',
      '  闭幕词.txt',
      '    error 4',
      '多余的空格 2',
      '  发言.txt',
      '    warning 0',
    ]);
  });

  it.each([
    ['weight', ['闭幕词.txt', '发言.txt', '第9稿.txt', '第10稿.txt']],
    ['findings', ['第9稿.txt', '发言.txt', '闭幕词.txt', '第10稿.txt']],
    ['name', ['闭幕词.txt', '第9稿.txt', '第10稿.txt', '发言.txt']],
    ['minutes', ['第10稿.txt', '发言.txt', '第9稿.txt', '闭幕词.txt']],
  ] as const)('stands by %s', (order, expected) => {
    expect(names(tree({ order })).slice(0, 4)).toEqual(expected);
  });

  it.each([
    ['weight', ['占位符未替换 1', '多余的空格 2', '套话 3']],
    ['findings', ['套话 3', '多余的空格 2', '占位符未替换 1']],
    ['name', ['多余的空格 2', '套话 3', '占位符未替换 1']],
  ] as const)('stands by %s of rules', (order, expected) => {
    expect(names(tree({ grouping: 'rule', order })).slice(0, 3)).toEqual(expected);
  });

  it.each<[string, Partial<Filter>, string[]]>([
    ['errors', { atLeast: 'error' }, ['闭幕词.txt', '第10稿.txt', 'unreadable', 'not-chinese']],
    [
      'warnings and worse',
      { atLeast: 'warning' },
      ['闭幕词.txt', '发言.txt', '第10稿.txt', 'unreadable', 'not-chinese'],
    ],
    ['one rule', { rule: 'stock-phrase' }, ['第9稿.txt']],
    ['words of a message or title', { text: '空格' }, ['发言.txt']],
    ['words of a path', { text: '松坪' }, ['发言.txt']],
    ['words of a path that is clean', { text: '第10' }, ['第10稿.txt']],
    ['words of a reason', { text: '编码' }, ['unreadable']],
    ['drafts with findings', { hideClean: true }, ['闭幕词.txt', '发言.txt', '第9稿.txt', 'unreadable']],
    ['nothing', { rule: 'stock-phrase', atLeast: 'error' }, []],
  ])('shows only %s', (_, filter, expected) => {
    expect(names(tree({}, filter))).toEqual(expected);
  });

  it('looks for words in any letter case', () => {
    expect(names(tree({}, { text: 'LETTER' }))).toEqual(['not-chinese']);
  });

  it('keeps the id of a finding when lines come before it', () => {
    const ids = (moved: number): string[] =>
      treeOf(
        [
          draft('稿.txt', {
            findings: [3, 5].map((line) => finding('stray-space', 'warning', line + moved)),
          }),
        ],
        { grouping: 'draft', order: 'weight', filter: NO_FILTER },
        titleOf,
      ).flatMap((node) => node.children.map(({ id }) => id));
    expect(ids(2)).toEqual(ids(0));
    expect(new Set(ids(0)).size).toBe(2);
  });

  it('knows what each line stands below', () => {
    const roots = tree({ grouping: 'rule' });
    const parents = parentsOf(roots);
    const [rule] = roots;
    const [below] = rule?.children ?? [];
    expect(parents.get(below?.id ?? '')).toBe(rule);
    expect(parents.get(rule?.id ?? '')).toBeUndefined();
  });

  it('is copied as paths with places', () => {
    const [first, second] = tree();
    expect(textOf(first === undefined ? [] : [first], titleOf)).toBe(
      '闭幕词.txt:5:3\t占位符未替换：说明\t占位符未替换',
    );
    expect(textOf(second?.children ?? [], titleOf).split('\n')).toHaveLength(2);
    expect(textOf(tree({}, { text: '编码' }), titleOf)).toBe('外来/坏.txt\t认不出文件的编码。');
  });
});

describe('any results', () => {
  const anyFinding = fc.record({
    severity: fc.constantFrom<Severity[]>('error', 'warning', 'information', 'hint'),
    message: fc.constantFrom('甲', '乙'),
    rule: fc.constantFrom('stray-space', 'stock-phrase', ''),
    place: fc.constant({ line: 0, character: 0, endLine: 0, endCharacter: 1 }),
  });
  const anyDrafts = fc
    .array(fc.record({ findings: fc.array(anyFinding, { maxLength: 6 }), minutes: fc.nat(30) }), {
      maxLength: 6,
    })
    .map((drafts) => drafts.map((more, index) => draft(`第${index}份.txt`, more)));
  const anyFilter = fc.record({
    atLeast: fc.constantFrom<Severity[]>('error', 'warning', 'information', 'hint'),
    text: fc.constantFrom('', '甲', '第1'),
    hideClean: fc.boolean(),
  });

  it('are shown whole and once, whatever the grouping and order, each line with an id of its own', () => {
    fc.assert(
      fc.property(anyDrafts, anyFilter, fc.constantFrom(...ORDERS), (drafts, filter, order) => {
        const byDraft = treeOf(drafts, { grouping: 'draft', order, filter }, titleOf);
        const byRule = treeOf(drafts, { grouping: 'rule', order, filter }, titleOf);
        expect(findingsIn(byDraft)).toEqual(findingsIn(byRule));
        for (const roots of [byDraft, byRule]) {
          const ids = all(roots).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
        const everything = { ...NO_FILTER };
        expect(findingsIn(treeOf(drafts, { grouping: 'draft', order, filter: everything }, titleOf))).toEqual(
          drafts.flatMap(({ uri, findings }) => findings.map(({ message }) => `${uri} ${message}`)).sort(),
        );
      }),
      cases(100),
    );
  });

  function all(nodes: readonly Node[]): Node[] {
    return nodes.flatMap((node) => [node, ...all(node.children)]);
  }

  function findingsIn(nodes: readonly Node[]): string[] {
    return all(nodes)
      .flatMap((node) => (node.kind === 'finding' ? `${node.draft.uri} ${node.finding.message}` : []))
      .sort();
  }
});
