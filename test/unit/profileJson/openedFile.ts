import type { OpenedFile } from '../../../src/shared/profileJson/checkProfileFile.ts';
import { openText } from '../../../src/main/openText.ts';
import { PROFILE_FILE_NAME } from '../../../src/shared/profileJson/profileFile.ts';

export const TENANT_ID = '4a6c1f9e-52b7-4d0a-9c38-71e2b05d8f64';
export const CORRELATION_ID = 'c1d7e8a2-0b94-4f63-8e15-9a3b6c2d4e70';
export const DOMAIN = 'fabrikam.onmicrosoft.com';

/** The text within the text. */
export const serverData = (config: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ZeroTouchConfig: { CloudAssignedTenantUpn: '', CloudAssignedTenantDomain: DOMAIN, ...config } });

/** A good file as an object, with the properties of Microsoft's example. */
export const goodFile = {
  CloudAssignedTenantId: TENANT_ID,
  CloudAssignedForcedEnrollment: 1,
  Version: 2049,
  Comment_File: 'Profile Fabrikam desks',
  CloudAssignedAadServerData: serverData({}),
  CloudAssignedTenantDomain: DOMAIN,
  CloudAssignedDomainJoinMethod: 0,
  CloudAssignedOobeConfig: 28,
  ZtdCorrelationId: CORRELATION_ID,
} as const;

/** The good file with changes; what is undefined is left out. */
export const textWith = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...goodFile, ...changes }, null, 2);

/** A file as it is opened from its bytes. */
export function opened(content: string | Uint8Array, name: string = PROFILE_FILE_NAME): OpenedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, bytes: bytes.length, ...openText(bytes) };
}

/** UTF-16, little-endian, with its mark. */
export const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
