import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly markdown: string };
  readonly completionEvents: readonly string[];
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    commands: readonly { command: string }[];
    walkthroughs: readonly { id: string; steps: readonly Step[] }[];
  };
};
const commands = manifest.contributes.commands.map(({ command }) => command);
const [walkthrough] = manifest.contributes.walkthroughs;
const steps = walkthrough?.steps ?? [];

/** The commands that a step's buttons run, with what they are given. */
function buttons(step: Step, file: string): { label: string; command: string; given: unknown }[] {
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  const description = texts[step.description.replaceAll('%', '')] ?? '';
  return [...description.matchAll(/^\[([^\]]+)\]\(command:(?:toSide:)?([\w.]+)(?:\?([^)]+))?\)$/gmu)].map(
    ([, label = '', command = '', given]) => ({
      label,
      command,
      given: given === undefined ? undefined : (JSON.parse(decodeURIComponent(given)) as unknown),
    }),
  );
}

describe('the walkthrough', () => {
  it('has six steps', () => {
    expect(steps.map(({ id }) => id)).toEqual(['sample', 'finding', 'fix', 'structure', 'folder', 'guide']);
  });

  it.each(steps)('$id has a page in both languages', ({ media }) => {
    for (const file of [media.markdown, media.markdown.replace(/\.md$/u, '.nls.zh-cn.md')]) {
      expect(existsSync(file), file).toBe(true);
    }
    // VS Code looks for the page of its own language beside the other.
    expect(readFileSync(media.markdown, 'utf8')).toMatch(/^## [A-Z]/u);
    expect(readFileSync(media.markdown.replace(/\.md$/u, '.nls.zh-cn.md'), 'utf8')).toMatch(
      /^## \p{Script=Han}/u,
    );
  });

  it.each(steps)('$id is done by a command that there is, and has a button for it', (step) => {
    const done = step.completionEvents.map((event) => /^onCommand:(.+)$/u.exec(event)?.[1] ?? event);
    expect(done.length).toBeGreaterThan(0);
    for (const command of done) expect(commands).toContain(command);
    const english = buttons(step, 'package.nls.json');
    const chinese = buttons(step, 'package.nls.zh-cn.json');
    expect(english.map(({ command }) => command)).toContain(done[0]);
    expect(chinese.map(({ command, given }) => [command, given])).toEqual(
      english.map(({ command, given }) => [command, given]),
    );
    for (const { label } of chinese) expect(label).toMatch(/\p{Script=Han}/u);
    for (const { command } of english) expect(commands).toContain(command);
  });

  it('opens a sample that there is', () => {
    const [step] = steps;
    const given = step === undefined ? [] : buttons(step, 'package.nls.json').map(({ given: name }) => name);
    expect(given).toEqual([['county-mobilisation.txt']]);
    expect(existsSync('samples/county-mobilisation.txt')).toBe(true);
  });
});
