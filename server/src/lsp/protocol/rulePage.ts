/** The command of a quick fix, executed by the client: show a rule's page, with the rule's id. */
export const OPEN_RULE = 'wenfeng.openRule';
