/** Why each package that is shipped, and that this project asks for itself, is there. What those need comes with them. */
export const SHIPPED_PACKAGES = {
  '@lezer/common': { zh: 'Markdown 解析器的语法树', en: 'the tree of the Markdown parser' },
  '@lezer/markdown': { zh: '读懂 Markdown', en: 'reads Markdown' },
  commander: { zh: '命令行的参数', en: 'arguments of the command line' },
  echarts: { zh: '报告里的图', en: 'the charts of a report' },
  globby: { zh: '按通配符和 .gitignore 找稿子', en: 'finds drafts by patterns and .gitignore' },
  'iconv-lite': { zh: '读写 GB18030 等编码', en: 'reads and writes GB18030 and other encodings' },
  'jsonc-parser': { zh: '读带注释的 JSON', en: 'reads JSON with comments' },
  nodejieba: { zh: '分词', en: 'cuts sentences into words' },
  'p-limit': { zh: '同时读几个文件，不多读', en: 'reads some files at once and not all' },
  saxes: { zh: '读 Word 文档里的 XML', en: 'reads the XML of Word documents' },
  'vscode-languageclient': {
    zh: 'VS Code 一侧的语言服务协议',
    en: 'the language server protocol in VS Code',
  },
  'vscode-languageserver': { zh: '服务一侧的语言服务协议', en: 'the language server protocol in the server' },
  'vscode-languageserver-textdocument': { zh: '打开着的文档', en: 'documents that are open' },
  'vscode-uri': { zh: '文件的地址', en: 'addresses of files' },
  workerpool: { zh: '几个线程一起检查很多稿子', en: 'threads that check many drafts together' },
  yauzl: { zh: '拆开 Word 文档', en: 'unpacks Word documents' },
};
