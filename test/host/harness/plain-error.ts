/** What a person can mend: told in one line, without a stack. */
export class PlainError extends Error {}

/** Runs a program's main function; a {@link PlainError} ends it with one line on stderr and exit code 1. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}
