/** What a rule states of itself beside its check, its options' figures and whether it needs words. */
const STATED = new Set([
  'id',
  'title',
  'reason',
  'norm',
  'messages',
  'severity',
  'fix',
  'type',
  'description',
]);

/**
 * Leaves the statement of a rule as it is: its texts are for reading, and a test that holds each wording would only
 * say it twice. What a rule does with them (which message, with which figures) is mutated like all logic.
 */
export const statementIgnorer = {
  shouldIgnore(path) {
    if (!path.isObjectProperty() || !STATED.has(path.node.key.name)) return undefined;
    const statement = path.findParent((parent) => parent.isCallExpression() || parent.isFunction());
    return statement?.isCallExpression() && statement.node.callee.name === 'defineRule'
      ? 'what a rule states of itself'
      : undefined;
  },
};
