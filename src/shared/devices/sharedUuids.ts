/** SMBIOS UUIDs that boards leave the factory with, so that many machines have one, in lower case. */
const FACTORY_UUIDS: ReadonlySet<string> = new Set([
  '03000200-0400-0500-0006-000700080009',
  '00020003-0004-0005-0006-000700080009',
  '03020100-0504-0706-0809-0a0b0c0d0e0f',
  '00010203-0405-0607-0809-0a0b0c0d0e0f',
  '01234567-89ab-cdef-0123-456789abcdef',
  '12345678-1234-1234-1234-123456789abc',
  '12345678-1234-5678-90ab-cddeefaabbcc',
  '11111111-2222-3333-4444-555555555555',
  '4c4c4544-0000-2010-8020-80c04f202020',
]);

/** Whether a UUID can tell devices apart: some firmware reports one digit throughout, or what its maker gives every board. */
export function isUsableUuid(uuid: string | null): uuid is string {
  if (uuid === null) return false;
  const text = uuid.trim().toLowerCase();
  return !/^(.)(?:\1|-)*$/.test(text) && !FACTORY_UUIDS.has(text);
}
