/**
 * Keeps what shows a report out of the bundles that may show one: it is a bundle of its own beside them, `report.js`,
 * and is loaded when the first report is asked for.
 */
export const reportApart = {
  name: 'report-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/renderReport\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './report.js', external: true } : undefined,
    );
  },
};
