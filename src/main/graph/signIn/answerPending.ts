/**
 * Ends a browser sign-in that nobody will finish. MSAL listens for the browser's answer without a time limit and cannot be
 * told to stop; so the answer comes from here, with the state that only this sign-in knows.
 */
export async function answerPending(fetch: typeof globalThis.fetch, authorizeUrl: string): Promise<void> {
  const { searchParams } = new URL(authorizeUrl);
  const redirect = new URL(searchParams.get('redirect_uri') ?? '');
  // MSAL listens on IPv4 only, while "localhost" may mean IPv6 first.
  redirect.hostname = '127.0.0.1';
  const answer = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? '' });
  try {
    await fetch(redirect, { method: 'POST', body: answer });
  } catch {
    // The listener is gone already, which is what was wanted.
  }
}
