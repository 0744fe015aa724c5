const ADDRESS = /[^\s"'<>(),;:=/]+(?:@|%40)[^\s"'<>(),;:/]+/gi;
/** Base64 and base64url runs longer than a GUID or a SHA-1: hashes, tokens, certificates. */
const LONG_RUN = /[A-Za-z0-9+/_=.-]{48,}/g;

/** Takes addresses, hardware hashes and tokens out of a text that Microsoft or a library wrote. */
export function redactSecrets(text: string): string {
  return text.replace(LONG_RUN, '…').replace(ADDRESS, '…');
}
