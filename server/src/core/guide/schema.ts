import type { Localized } from '../localized.js';
import type { IntegerOption, WordsOption } from '../rules/rule.js';
import { rules } from '../rules/registry.js';
import { SEVERITY_NAMES } from '../severityNames.js';
import { OCCASIONS } from '../structures/occasions.js';
import { PARTS } from '../structures/parts.js';
import { PRESET_NAMES, presetOf } from './presets.js';
import { RULE_SEVERITIES } from './ruleSettings.js';

/** A JSON value. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

type Schema = Readonly<Record<string, Json>>;

/**
 * The JSON schema of guide files, for completion and hover in editors that know schemas. What it offers it does not
 * demand: mistakes are told once, by the checker, which also says what to do.
 */
export function guideSchema(): Schema {
  const definitions = {
    rules: {
      type: 'object',
      ...described({
        zh: '每条规则怎样显示，不要的写 "off"；也可以展开来改选项。没有写到的规则照旧。',
        en: 'How each rule is shown, "off" to leave it out, or an object with its options. Rules not named stay as they are.',
      }),
      properties: Object.fromEntries(rules.map((rule) => [rule.id, { $ref: `#/definitions/${rule.id}` }])),
    },
    ...Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '文风 .wenfeng.json',
    allowComments: true,
    allowTrailingCommas: true,
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      extends: {
        ...extendsSchema(),
        ...described({
          zh: '以哪一套设置为底，或另一个风格文件的路径（相对于本文件，不出工作区）；可以写几个，后面的压过前面的。',
          en: 'The preset to build upon, or the path of another guide file (relative, within the workspace); in a list the later hold over the earlier.',
        }),
      },
      ...partSchema(),
      overrides: {
        type: 'array',
        ...described({
          zh: '只对一部分稿子起作用的设置，后面的压过前面的。',
          en: 'What holds for some drafts only; the later hold over the earlier.',
        }),
        items: {
          type: 'object',
          required: ['files'],
          defaultSnippets: [{ label: '{ files, rules }', body: { files: '$1', rules: { $2: 'off' } } }],
          properties: {
            files: {
              anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
              ...described({
                zh: '哪些稿子：“*.md”按文件名，“致辞/”是整个文件夹，“会议/*.txt”是从本文件所在文件夹算起的路径。',
                en: 'Which drafts: “*.md” by name, “致辞/” a whole folder, “会议/*.txt” a path from the folder of this file.',
              }),
            },
            extends: {
              ...extendsSchema(),
              ...described({ zh: '这些稿子用哪一套设置。', en: 'The preset for these drafts.' }),
            },
            ...partSchema(),
          },
        },
      },
      ignored: {
        type: 'array',
        ...described({
          zh: '看过以后不必再提示的地方；删去一条，它就会重新提示。',
          en: 'Findings not to be told again; delete an entry to hear of it again.',
        }),
        items: {
          type: 'object',
          required: ['rule', 'text'],
          properties: {
            rule: {
              anyOf: [{ enum: rules.map(({ id }) => id) }, { type: 'string' }],
              ...described({ zh: '哪条规则。', en: 'The rule.' }),
            },
            text: {
              type: 'string',
              ...described({
                zh: '所指的文字，或它的开头加“…”（不计空格）。',
                en: 'The words at fault, or how they begin and “…”, without blanks.',
              }),
            },
            before: {
              type: 'string',
              ...described({
                zh: '前面的文字，据此认出这一处；不写 before 和 after，就是不论在哪里都不提示。',
                en: 'What stands before, by which the place is known; without before and after the wording is ignored everywhere.',
              }),
            },
            after: {
              type: 'string',
              ...described({ zh: '后面的文字。', en: 'What stands behind.' }),
            },
          },
        },
      },
      structures: structuresSchema(),
    },
    definitions,
  };
}

function structuresSchema(): Schema {
  const texts = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  const occasion = titled(OCCASIONS);
  return {
    type: 'array',
    ...described({
      zh: '本单位自己的段落结构，列在“插入段落结构”的最前面。',
      en: 'Paragraph structures of your own; they stand first in “Insert a Paragraph Structure”.',
    }),
    items: {
      type: 'object',
      required: ['name', 'text'],
      defaultSnippets: [
        { label: '{ name, text }', body: { name: '$1', text: '$2' } },
        {
          label: '{ name, prefix, occasions, text }',
          body: { name: '$1', prefix: '$2', occasions: ['$3'], text: ['$4'] },
        },
      ],
      properties: {
        name: {
          type: 'string',
          ...described({
            zh: '名称，各不相同；和引用的风格文件里的同名，就替换它。',
            en: 'Its name; it takes the place of one of the same name in a file that this one builds upon.',
          }),
        },
        text: {
          ...texts,
          ...described({
            zh: '正文，可以分行写成列表。要填的地方写成“【时间】”，按 Tab 键逐个填；也可以写 ${1:…} 或 ${1|甲,乙|}。',
            en: 'The text, or its lines in a list. What is to be filled in is written 【…】, and Tab goes from one to the next; ${1:…} and ${1|…,…|} do as well.',
          }),
        },
        prefix: {
          ...texts,
          ...described({
            zh: '打什么字能调出来，如 "qskc"、"青石开场"；可以写几个。',
            en: 'What is typed to call it up; one text or several.',
          }),
        },
        part: {
          ...titled(PARTS),
          ...described({ zh: '属于讲话的哪个部分。', en: 'The part of a speech that it belongs to.' }),
        },
        occasions: {
          anyOf: [occasion, { type: 'array', items: occasion }],
          ...described({
            zh: '适合哪些场合；不写就是都适合。',
            en: 'The occasions that it suits; without it every one.',
          }),
        },
      },
    },
  };
}

/** One of some names; each is told with its title. */
function titled(named: readonly { readonly id: string; readonly title: Localized }[]): Schema {
  return offered({
    enum: named.map(({ id }) => id),
    enumDescriptions: named.map(({ title }) => `${title.zh} ${title.en}`),
  });
}

function partSchema(): Schema {
  const words = { type: 'array', items: { type: 'string' } };
  const pairs = { type: 'object', additionalProperties: { type: 'string' } };
  return {
    rules: { $ref: '#/definitions/rules' },
    fixedTerms: {
      ...words,
      ...described({
        zh: '固定的提法：不算套话，不算重复。',
        en: 'Fixed wording: neither stock phrases nor repetition.',
      }),
    },
    preferredTerms: {
      ...pairs,
      ...described({
        zh: '提倡的说法，左边换成右边，如 "党办": "党委办公室"。',
        en: 'Preferred terms: the left is to be replaced by the right, as in "党办": "党委办公室".',
      }),
    },
    stockPhrases: {
      ...words,
      ...described({ zh: '另外要留意的套话。', en: 'Stock phrases beside the known ones.' }),
    },
    confusableWords: {
      ...pairs,
      ...described({
        zh: '另外要留意的错词，左边是错的，右边是对的。',
        en: 'Wrong words beside the known ones: the left is wrong, the right is right.',
      }),
    },
  };
}

function extendsSchema(): Schema {
  const one = {
    anyOf: [
      {
        enum: PRESET_NAMES,
        enumDescriptions: PRESET_NAMES.map((name) => {
          const { title, description } = presetOf(name);
          return `${title.zh}：${description.zh}。${title.en}: ${description.en}.`;
        }),
      },
      { type: 'string' },
    ],
  };
  return { anyOf: [...one.anyOf, { type: 'array', items: one }] };
}

function ruleSchema(rule: (typeof rules)[number]): Schema {
  const severity = offered({
    enum: RULE_SEVERITIES,
    enumDescriptions: RULE_SEVERITIES.map((name) => `${SEVERITY_NAMES[name].zh} ${SEVERITY_NAMES[name].en}`),
  });
  const options = Object.entries(rule.options).map(([name, option]): [string, Schema] => [
    name,
    optionSchema(option),
  ]);
  return {
    ...described({
      zh: `${rule.title.zh}。${rule.reason.zh}`,
      en: `${rule.title.en}. ${rule.reason.en}`,
    }),
    anyOf: [
      ...severity.anyOf,
      {
        type: 'object',
        properties: {
          severity: {
            ...severity,
            default: rule.severity,
            ...described({ zh: '怎样显示；off 为不检查。', en: 'How it is shown; off leaves it out.' }),
          },
          ...Object.fromEntries(options),
        },
      },
    ],
  };
}

function optionSchema(option: IntegerOption | WordsOption): Schema {
  const { zh, en } = option.description;
  if (option.type === 'words') {
    return {
      ...described({ zh: `${zh}。`, en: `${en}.` }),
      default: option.default,
      ...offered({ type: 'array', items: { type: 'string' } }),
    };
  }
  const { minimum, maximum } = option;
  return {
    ...described({ zh: `${zh}（${minimum} 到 ${maximum}）。`, en: `${en} (${minimum} to ${maximum}).` }),
    default: option.default,
    ...offered({ type: 'integer', minimum, maximum }),
  };
}

/** What is offered but not demanded. */
function offered(schema: Schema): { readonly anyOf: readonly Schema[] } {
  return { anyOf: [schema, {}] };
}

function described({ zh, en }: Localized): { readonly markdownDescription: string } {
  return { markdownDescription: `${zh}\n\n${en}` };
}
