/** esbuild's options for what runs in Node. */
export const NODE_TARGET = {
  platform: 'node',
  target: 'node20',
  // esbuild would turn each /\p{…}/ into a call of RegExp, which makes a new one wherever it stands in a function.
  supported: { 'regexp-unicode-property-escapes': true },
};
