/**
 * What Graph wants the next token to show, as JSON: the claims of a `WWW-Authenticate` header with `insufficient_claims`
 * (Microsoft Learn: "Claims challenges, claims requests and client capabilities"); null where it asks for nothing.
 */
export function readClaimsChallenge(header: string | null): string | null {
  if (header === null || !/\berror="insufficient_claims"/i.test(header)) return null;
  const encoded = /\bclaims="([^"]+)"/i.exec(header)?.[1];
  if (encoded === undefined) return null;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  return isJson(claims) ? claims : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
