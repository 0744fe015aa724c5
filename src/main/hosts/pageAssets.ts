import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, resolve } from 'node:path';
import { installationFolder } from '../installation.ts';

/** Where the built page stands. */
export const pageFolder: string = join(installationFolder, 'out', 'renderer');

export interface PageAsset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** A file of the page by the path of its URL; null where there is none, or where the path leads out of the page's folder. */
export async function readPageAsset(folder: string, urlPath: string): Promise<PageAsset | null> {
  const file = assetFile(folder, urlPath);
  const mediaType = file === null ? undefined : MEDIA_TYPES[extname(file).toLowerCase()];
  if (file === null || mediaType === undefined) return null;
  try {
    return { bytes: new Uint8Array(await readFile(file)), mediaType };
  } catch {
    // Missing, or a folder: for the asker both mean that there is no such file.
    return null;
  }
}

/** The file that a URL's path names inside `folder`, or null where it would be outside of it. */
export function assetFile(folder: string, urlPath: string): string | null {
  const path = decoded(urlPath);
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? null : file;
}

function decoded(urlPath: string): string | null {
  try {
    const path = decodeURIComponent(urlPath);
    return path.startsWith('/') ? path : null;
  } catch {
    return null;
  }
}
