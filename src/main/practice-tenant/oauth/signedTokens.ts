import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Claims of the tokens that the practice tenant issues and takes back. */
const claimsSchema = z.looseObject({
  /** What the token is for: `access` or `refresh`. */
  use: z.enum(['access', 'refresh']),
  exp: z.number(),
  oid: z.string().nullable(),
  /** Space-separated scopes; `null` stands for everything. */
  scp: z.string(),
  client: z.string(),
});

type TokenClaims = z.infer<typeof claimsSchema>;

/** Writes a compact JWT signed with HMAC-SHA-256; MSAL reads its payload and does not check it. */
export function signToken(claims: Readonly<Record<string, unknown>>, secret: string): string {
  const content = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
  return `${content}.${signatureOf(content, secret)}`;
}

/** The claims of a token of ours, or `null` for anything else; expiry is the caller's question. */
export function readToken(token: string, secret: string): TokenClaims | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  if (!isSame(signatureOf(`${header}.${payload}`, secret), signature)) return null;
  const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return parsed.success ? parsed.data : null;
}

/** Compares secrets without telling by the time it takes. */
export function isSame(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

function signatureOf(content: string, secret: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
