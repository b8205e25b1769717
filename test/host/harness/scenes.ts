/** What VS Code has open while a part of the suite runs. */
export interface Scene {
  readonly name: string;
  /** The folder of its tests, below test/host. */
  readonly tests: string;
  /** What is opened; nothing for an empty window. */
  readonly opens?: {
    /** The folder below test/host/fixtures that is copied for each run. */
    readonly fixture: string;
    /** The file below the copy that is opened as a workspace; without one the copy is opened as a folder. */
    readonly workspaceFile?: string;
  };
}

/** Each is a run of VS Code of its own, one after another. */
export const SCENES: readonly Scene[] = [
  { name: 'one folder', tests: 'suite', opens: { fixture: 'workspace' } },
  {
    name: 'several folders',
    tests: 'suite/multi-root',
    opens: { fixture: 'multi-root', workspaceFile: 'two-offices.code-workspace' },
  },
  { name: 'no folder', tests: 'suite/no-folder' },
];
