/** What a text that is logged or shown must never hold, wherever it stands in it. For `replace`. */

/** Base64 and base64url runs longer than any identifier: hashes, tokens, certificates. */
export const SECRET_RUN = /[A-Za-z0-9+/_-]{48,}={0,2}/g;
/** The beginning of a hardware hash, which is recognisable long before it is that long. */
export const HASH_START = /T0[E-H][A-Za-z0-9+/_-]{20,}={0,2}/gi;
export const JSON_WEB_TOKEN = /eyJ[\w-]+\.[\w-]*\.?[\w-]*/g;
