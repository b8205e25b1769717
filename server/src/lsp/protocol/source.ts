/** Who says it, beside each diagnostic. */
export const SOURCE = '文风';
