import type { Document } from '../../shared/api/document.ts';

const mediaTypes = {
  pdf: 'application/pdf',
  html: 'text/html',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  // Nobody has registered one for ZPL: it is text.
  zpl: 'text/plain',
} as const;

/** A file of this kind, named after what is on it. */
export function paperFile(name: string, format: keyof typeof mediaTypes, content: Buffer | string): Document {
  return {
    fileName: `${name}.${format}`,
    mediaType: mediaTypes[format],
    base64: Buffer.from(content).toString('base64'),
  };
}

/** A serial number as part of a file name that every system takes. */
export function fileNameOf(serialNumber: string): string {
  return serialNumber.replaceAll(/[^A-Za-z0-9._-]+/g, '_').replace(/^\.+/, '_');
}
