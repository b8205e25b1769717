/** One test of the engine. */
export interface EngineTest {
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

export function engineTests(root: string): Promise<(onEngine?: () => void) => readonly EngineTest[]>;
