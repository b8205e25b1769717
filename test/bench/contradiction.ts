/** Why what was asked of the bench cannot be done, in one line; undefined when it can. */
export function contradictionIn(asked: {
  readonly quick: boolean;
  readonly write: boolean;
}): string | undefined {
  return asked.quick && asked.write
    ? '--quick measures nothing, so there is nothing to --write: leave one of them out.'
    : undefined;
}
