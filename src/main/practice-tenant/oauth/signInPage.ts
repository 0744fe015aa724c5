/** The page that posts the answer of an authorization request to the waiting program, as `response_mode=form_post` asks. */
export function formPostPage(redirectUri: string, fields: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return page(
    `<form method="post" action="${escapeHtml(redirectUri)}">${inputs}<p>Signed in to the practice tenant.</p><button type="submit">Continue</button></form>`,
    'document.forms[0].submit()',
  );
}

/** The page where a person types the code that a device shows. */
export function deviceCodePage(action: string, message: string): string {
  return page(
    `<form method="post" action="${escapeHtml(action)}"><p>${escapeHtml(message)}</p><label>Code <input name="user_code" autocomplete="off" autofocus></label> <button type="submit">Next</button></form>`,
    '',
  );
}

function page(content: string, onLoad: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Practice tenant</title></head><body onload="${onLoad}"><main>${content}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
