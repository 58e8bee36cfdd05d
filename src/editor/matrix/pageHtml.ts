import type { Uri, Webview } from 'vscode';

/** What a page is made of. */
export interface PageParts {
  /** Our own words only: it stands in the page as it is. */
  readonly title: string;
  readonly script: Uri;
  readonly style: Uri;
}

/**
 * An empty page that may run our one script and nothing else, and load our one style and nothing else. Everything it shows arrives as
 * data and is put in as text.
 */
export function pageHtml(webview: Webview, { title, script, style }: PageParts): string {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${webview.asWebviewUri(style).toString()}" />
    <title>${title}</title>
  </head>
  <body>
    <script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
  </body>
</html>
`;
}
