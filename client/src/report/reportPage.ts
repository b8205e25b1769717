import * as vscode from 'vscode';

/** Where what the panel loads lies. */
export function assetsFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

/**
 * The page of the report, which stays the same whatever is shown: the report itself comes in messages. Two scripts of our
 * own run, named by a nonce; nothing inline does, and nothing is looked up.
 */
export function reportPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = newNonce();
  const asset = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(assetsFolder(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const loading = vscode.l10n.t('Reading the draft…');
  return `<!doctype html>
<html lang="${escape(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escape(asset('report.css'))}">
</head>
<body>
<main>
<h1 id="name"></h1>
<p id="about" class="subtitle"></p>
<p id="remark" role="status"></p>
<div id="parts"><p class="notice">${escape(loading)}</p></div>
</main>
<script nonce="${nonce}" src="${escape(asset('marks.browser.js'))}"></script>
<script nonce="${nonce}" src="${escape(asset('reportPanel.browser.js'))}"></script>
</body>
</html>
`;
}

function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => `&#${String(char.charCodeAt(0))};`);
}
