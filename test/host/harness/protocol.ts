/** What the suite may ask of the harness over HTTP: one POST a call, each with one string. */
export interface HarnessRequest {
  readonly call: HarnessCall;
  readonly argument: string;
}

/**
 * `log` prints a line. The others act on the window as a person would: `argument` is a name for screenshots, a text to
 * type, a key to press, or a Playwright selector.
 */
export type HarnessCall =
  | 'log'
  | 'screenshot'
  | 'type'
  | 'press'
  | 'hover'
  | 'click'
  | 'doubleClick'
  | 'rightClick'
  | 'texts'
  | 'waitFor'
  | 'waitForGone';

/** `texts` answers with the texts found, the others with an empty list. */
export type HarnessResponse = { readonly texts: readonly string[] } | { readonly error: string };

/** Environment variables that the harness sets for the suite in the extension host. */
export const environmentNames = {
  /** The address to POST requests to. */
  address: 'WENFENG_HOST_ADDRESS',
  /** `1` when there is a window that the harness can drive. */
  window: 'WENFENG_HOST_WINDOW',
  /** `1` when the extension under test is an installed package. */
  packed: 'WENFENG_HOST_PACKED',
  /** The file that takes the {@link SuiteResult}. */
  result: 'WENFENG_HOST_RESULT',
  /** Only tests whose full title matches this regular expression. */
  grep: 'WENFENG_HOST_GREP',
  /** `1` when the output may be coloured. */
  color: 'WENFENG_HOST_COLOR',
} as const;

/** What the suite leaves behind; a run without it has failed, whatever the exit code says. */
export interface SuiteResult {
  /** How many tests passed. */
  readonly passes: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}
