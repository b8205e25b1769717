/* The reader of Word documents, to be imported dynamically, so that only those pay for it who have such drafts. */
export { readDocx } from './readDocx.js';
export { markdownText, plainText } from './wordText.js';
