import type { Protocol } from 'electron';
import { PAGE_HEADERS } from '../contentSecurityPolicy.ts';
import { readPageAsset } from '../pageAssets.ts';
import { isOwnPage, PAGE_SCHEME } from './pageOrigin.ts';

/** Must run before Electron is ready. */
export function registerPageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page under its own scheme, with the same headers as the loopback door. */
export function servePage(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(PAGE_SCHEME, async ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405, headers: PAGE_HEADERS });
    const asset = isOwnPage(url) ? await readPageAsset(folder, new URL(url).pathname) : null;
    if (asset === null) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    return new Response(asset.bytes, { headers: { ...PAGE_HEADERS, 'Content-Type': asset.mediaType } });
  });
}
