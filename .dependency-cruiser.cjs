/** The import boundaries of the architecture; see docs/architecture.md. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-is-pure',
      comment: 'The engine knows no editor, file system or clock: it imports itself and pure parsers.',
      severity: 'error',
      from: { path: '^server/src/core' },
      to: { pathNot: ['^server/src/core', '^node_modules/(@lezer|jsonc-parser)/'] },
    },
    {
      name: 'one-importer-of-nodejieba',
      severity: 'error',
      from: { pathNot: '^server/src/segmenter/jieba\\.ts$' },
      to: { path: 'nodejieba' },
    },
    {
      name: 'one-importer-of-echarts',
      comment: 'Charts are drawn in one folder, which is a bundle of its own and loaded late.',
      severity: 'error',
      from: { pathNot: '^server/src/report/' },
      to: { path: '^node_modules/(echarts|zrender)/' },
    },
    {
      name: 'one-folder-starts-threads',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/src/bulk/workers/' },
      to: { path: '^node_modules/workerpool/' },
    },
    {
      name: 'the-report-is-loaded-late',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/report/' },
      to: {
        path: '^server/src/report/',
        pathNot: '^server/src/report/loadRenderer\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-report-knows-no-shell',
      severity: 'error',
      from: { path: '^server/src/report/' },
      to: { path: '^server/src/(lsp|cli|bulk)/' },
    },
    {
      name: 'only-the-client-knows-the-editor',
      severity: 'error',
      from: { pathNot: '^(client|test/host)/' },
      to: { path: '^vscode$' },
    },
    {
      name: 'the-client-talks-to-the-server',
      comment: 'The client shares with the server only the protocol between them.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/', pathNot: '^server/src/lsp/protocol/' },
    },
    {
      name: 'the-server-does-not-know-the-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'shells-do-not-know-each-other',
      severity: 'error',
      from: { path: '^server/src/(cli|bulk)/' },
      to: { path: '^server/src/lsp/' },
    },
    {
      name: 'the-library-is-the-engine',
      comment: 'What other tools load reads no files but the dictionary, and knows no shell.',
      severity: 'error',
      from: { path: '^server/src/library\\.ts$' },
      to: { pathNot: '^server/src/(core/|segmenter/load\\.ts$|bulk/globs\\.ts$)' },
    },
    {
      name: 'only-convert-knows-positions',
      comment:
        'Only convert.ts turns offsets into lines and characters, so only it needs a TextDocument at run time.',
      severity: 'error',
      from: { path: '^server/src/(core|bulk|cli|segmenter)/' },
      to: { path: 'vscode-languageserver' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'server/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '^(dist|out)/' },
  },
};
