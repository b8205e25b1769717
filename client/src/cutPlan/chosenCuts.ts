import type { CutPlan, PlannedCut } from '../../../server/src/lsp/protocol/cutPlan.js';

/** Which cuts of a plan are ticked; never two that exclude one another. */
export class ChosenCuts {
  readonly #plan: CutPlan;
  #chosen: ReadonlySet<number>;

  /** Begins with what the plan has chosen. */
  constructor(plan: CutPlan) {
    this.#plan = plan;
    this.#chosen = new Set([...plan.cuts.keys()].filter((index) => plan.cuts[index]?.chosen === true));
  }

  /** The indices of the ticked cuts, in ascending order. */
  get indices(): number[] {
    return [...this.#chosen].sort((a, b) => a - b);
  }

  /** The ticked cuts in the order of the plan. */
  get cuts(): PlannedCut[] {
    return this.indices.flatMap((index) => this.#plan.cuts[index] ?? []);
  }

  /** Characters that they save. */
  get characters(): number {
    return this.cuts.reduce((sum, { characters }) => sum + characters, 0);
  }

  /** Minutes that the draft takes without them. */
  get minutes(): number {
    return (this.#plan.characters - this.characters) / this.#plan.charactersPerMinute;
  }

  /** Ticks what the writer ticked. What is new among it drives out what it excludes; of two new ones the first stays. */
  choose(ticked: readonly number[]): void {
    const fresh = ticked.filter((index) => !this.#chosen.has(index));
    const kept = ticked.filter((index) => this.#chosen.has(index));
    const chosen = new Set<number>();
    for (const index of [...fresh, ...kept]) {
      const excluded = this.#plan.cuts[index]?.excludes ?? [];
      if (!excluded.some((other) => chosen.has(other))) chosen.add(index);
    }
    this.#chosen = chosen;
  }
}

/** Minutes that can be cut without asking the writer. */
export function sureMinutes({ cuts, charactersPerMinute }: CutPlan): number {
  const taken = new Set<number>();
  let characters = 0;
  cuts.forEach((cut, index) => {
    if (!cut.sure || cut.excludes.some((other) => taken.has(other))) return;
    taken.add(index);
    characters += cut.characters;
  });
  return characters / charactersPerMinute;
}
