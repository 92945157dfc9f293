/** The page that the window is made of: a skeleton that scripts fill, under a policy that lets nothing in from outside. */

export interface PageOptions {
  /** Addresses of the window's files. */
  script: string;
  style: string;
  icons: string;
  /** Where style sheets and fonts may come from. */
  source: string;
  /** Different each time. */
  nonce: string;
  surface: 'view' | 'panel';
}

export function pageHtml({ script, style, icons, source, nonce, surface }: PageOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    `font-src ${source}`,
    // Only what the window has drawn itself, on its way into a file.
    'img-src data:',
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${icons}" id="vscode-codicon-stylesheet">
<link rel="stylesheet" href="${style}">
<title>Cascade</title>
</head>
<body data-surface="${surface}" data-vscode-context='{"preventDefaultContextMenuItems":true}'>
<main>
<div id="top" hidden></div>
<div id="state" aria-live="polite"></div>
<div id="tree" role="tree" tabindex="0" aria-label="Cascade" aria-details="details" hidden></div>
<div id="timeline" role="listbox" tabindex="0" aria-label="Timeline" aria-details="details" hidden></div>
<div id="week" tabindex="-1" role="region" aria-label="This week" hidden></div>
<div id="sash" role="separator" tabindex="0" aria-orientation="horizontal" aria-label="Height of the details" aria-controls="details" aria-valuemin="10" aria-valuemax="80" hidden></div>
<section id="details" tabindex="0" aria-label="Details" hidden></section>
<div id="say" role="status"></div>
</main>
<script nonce="${nonce}" type="module" src="${script}"></script>
</body>
</html>
`;
}
