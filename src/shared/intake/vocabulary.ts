import { z } from 'zod';

/** How the text of a file is encoded. `ascii` where every candidate would read the same. */
export const encodingName = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'ascii']);
export type EncodingName = z.infer<typeof encodingName>;

export const delimiter = z.enum([',', ';', '\t']);
export type Delimiter = z.infer<typeof delimiter>;

/** The layouts that bring devices in; docs/intake.md says what each is. */
export const dialectName = z.enum([
  'intune',
  'partner-center',
  'corporate-identifiers',
  'legacy-order-id',
  'configmgr-report',
  'oa3-xml',
  'devicelink',
  'headerless',
  'cipp',
  'bare-hash',
  'property-list',
  'profile-json',
  'unknown',
]);
export type DialectName = z.infer<typeof dialectName>;

/** `ready` as it stands, `repaired` something harmless was mended, `suspect` a person must look, `rejected` cannot be used. */
export const rowStatus = z.enum(['ready', 'repaired', 'suspect', 'rejected']);
export type RowStatus = z.infer<typeof rowStatus>;

/** What a column holds, as a person may say it for a layout that is not known. */
export const mappedField = z.enum([
  'serialNumber',
  'productKeyId',
  'hardwareHash',
  'groupTag',
  'assignedUser',
  'deviceName',
  'purchaseOrder',
  'manufacturer',
  'model',
  'ignore',
]);
export type MappedField = z.infer<typeof mappedField>;

/** The fields of a row that a person may edit: all but the hash. */
export const editableField = z.enum([
  'serialNumber',
  'manufacturer',
  'model',
  'productKeyId',
  'groupTag',
  'assignedUser',
  'deviceName',
  'purchaseOrder',
]);
export type EditableField = z.infer<typeof editableField>;

/** What a column of a file holds; `deviceLink` is the Data column of a DeviceLink export. */
export type IntakeColumn = MappedField | 'deviceLink';

/** A column whose text a row keeps. */
export type RowField = Exclude<IntakeColumn, 'ignore'>;

/** Whether a dialect's rows may come without a hash. */
export function mayLackHash(dialect: DialectName): boolean {
  return dialect === 'partner-center' || dialect === 'corporate-identifiers' || dialect === 'devicelink';
}
