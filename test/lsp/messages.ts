/** Parameters of everything that a client says to the server, right in each part; the draft is open, the folder there. */
export function messagesAbout(
  uri: string,
  folder: string,
): Readonly<Record<'requests' | 'notifications', Readonly<Record<string, object>>>> {
  const textDocument = { uri };
  const position = { line: 0, character: 2 };
  const range = { start: position, end: { line: 0, character: 5 } };
  const entry = { rule: 'stray-space', text: '␣', before: '春耕', after: '工作' };
  const files = { targets: [uri] };
  const bulk = { id: '1', targets: [folder], include: ['*.txt'], exclude: ['b'], maxFileSize: 1000 };
  return {
    requests: {
      'textDocument/diagnostic': { textDocument, previousResultId: '1' },
      'textDocument/hover': { textDocument, position },
      'textDocument/documentSymbol': { textDocument },
      'textDocument/foldingRange': { textDocument },
      'textDocument/selectionRange': { textDocument, positions: [position] },
      'textDocument/documentHighlight': { textDocument, position },
      'textDocument/codeLens': { textDocument },
      'textDocument/codeAction': { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } },
      'codeAction/resolve': {
        title: 'x',
        kind: 'refactor',
        data: { uri, range, restructuring: 'splitList' },
      },
      'wenfeng/bulkCheck': bulk,
      'wenfeng/comparePassages': { ...bulk, minCharacters: 30 },
      'wenfeng/countSelections': { uri, ranges: [range] },
      'wenfeng/cutPlan': { uri, minutes: 1 },
      'wenfeng/documentText': { uri, format: 'plain' },
      'wenfeng/exportResults': { ...files, root: folder, extension: '.json' },
      'wenfeng/fixDrafts': files,
      'wenfeng/goToPlace': { uri, position, direction: 'next', from: range },
      'wenfeng/guidePresets': { folder },
      'wenfeng/newDraft': { uri, occasion: 'mobilisation', minutes: 10, points: 3, format: 'plain' },
      'wenfeng/newGuide': { folder, preset: 'standard', maxMinutes: 10 },
      'wenfeng/report': { uri, width: 400 },
      'wenfeng/reportFile': { uri, name: '稿', includeText: true },
      'wenfeng/restructure': { uri, range, restructuring: 'replaceTerm', term: { from: '春耕', to: '秋收' } },
      'wenfeng/structures': { uri },
      'wenfeng/termAt': { uri, range },
    },
    notifications: {
      'textDocument/didOpen': {
        textDocument: { uri, languageId: 'plaintext', version: 1, text: '春耕 工作。' },
      },
      'textDocument/didChange': {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range, rangeLength: 3, text: '工作' }],
      },
      'textDocument/didSave': { textDocument },
      'textDocument/didClose': { textDocument },
      'workspace/didChangeConfiguration': { settings: { wenfeng: { rules: {} } } },
      'workspace/didChangeWatchedFiles': { changes: [{ uri: `${folder}/.wenfeng.json`, type: 2 }] },
      'workspace/didChangeWorkspaceFolders': { event: { added: [{ uri: folder, name: 'a' }], removed: [] } },
      'wenfeng/ignored': { entries: [entry] },
      '$/cancelRequest': { id: 1 },
    },
  };
}
