import type { IntakeColumn, MappedField } from './vocabulary.ts';

/** Every spelling of a column's name that was found in the field, without case, spaces and punctuation. */
const NAMES: Readonly<Record<string, IntakeColumn>> = {
  deviceserialnumber: 'serialNumber',
  serialnumber: 'serialNumber',
  serial: 'serialNumber',
  windowsproductid: 'productKeyId',
  productkeyid: 'productKeyId',
  productkey: 'productKeyId',
  pkid: 'productKeyId',
  hardwarehash: 'hardwareHash',
  hardwareidentifier: 'hardwareHash',
  devicehardwaredata: 'hardwareHash',
  '4khardwarehash': 'hardwareHash',
  grouptag: 'groupTag',
  assigneduser: 'assignedUser',
  assigneduserprincipalname: 'assignedUser',
  // The partner's order, which Microsoft keeps apart from the group tag: groups are made of either.
  purchaseorder: 'purchaseOrder',
  purchaseorderid: 'purchaseOrder',
  purchaseorderidentifier: 'purchaseOrder',
  purchaseordernumber: 'purchaseOrder',
  ponumber: 'purchaseOrder',
  // Only names that say that it is to be assigned: “Device name” in other lists is what the device is called today.
  assignedcomputername: 'deviceName',
  assigneddevicename: 'deviceName',
  manufacturername: 'manufacturer',
  oemmanufacturername: 'manufacturer',
  manufacturer: 'manufacturer',
  devicemodel: 'model',
  modelname: 'model',
  model: 'model',
};

/** Names that mean a column only where none has its usual name: older ones, and what people call it. */
const OTHER_NAMES: Readonly<Record<string, IntakeColumn>> = {
  orderid: 'groupTag',
  tag: 'groupTag',
};

/** A column's name without case, spaces and punctuation. */
export function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** What a column's name says that it holds; null for a name that is not known. */
export function intakeColumnOf(name: string): IntakeColumn | null {
  const key = columnKey(name);
  return usualColumnOf(key) ?? (Object.hasOwn(OTHER_NAMES, key) ? (OTHER_NAMES[key] ?? null) : null);
}

function usualColumnOf(key: string): IntakeColumn | null {
  return Object.hasOwn(NAMES, key) ? (NAMES[key] ?? null) : null;
}

/** Whether two or more of the values name columns, and none is too long to be a name. */
export function isHeader(fields: readonly string[]): boolean {
  let known = 0;
  for (const field of fields) {
    if (field.length > MOST_CHARACTERS_OF_A_NAME) return false;
    if (intakeColumnOf(field) !== null) known++;
  }
  return known >= 2;
}

const MOST_CHARACTERS_OF_A_NAME = 60;

/** The columns of a header; a name that comes twice counts once, names that are not known are ignored. */
export function columnsOf(header: readonly string[]): IntakeColumn[] {
  const usual = new Set(header.map((name) => usualColumnOf(columnKey(name))));
  const seen = new Set<IntakeColumn>();
  return header.map((name) => {
    const column = usualColumnOf(columnKey(name)) ?? standIn(name, usual);
    if (column === null || seen.has(column)) return 'ignore';
    seen.add(column);
    return column;
  });
}

function standIn(name: string, usual: ReadonlySet<IntakeColumn | null>): IntakeColumn | null {
  const column = intakeColumnOf(name);
  return usual.has(column) ? null : column;
}

const WORDS: readonly (readonly [RegExp, MappedField])[] = [
  [/purchase|\bpo\b/i, 'purchaseOrder'],
  [/serial|s\/?n\b|serien|série|numéro/i, 'serialNumber'],
  [/manufacturer|maker|vendor|hersteller|fabricant/i, 'manufacturer'],
  [/model|modell|modèle/i, 'model'],
  [/user|upn|benutzer|utilisateur/i, 'assignedUser'],
  [/tag/i, 'groupTag'],
  [/product key|pkid/i, 'productKeyId'],
];

/** What a heading that is no known name most likely means, by a word in it: only a guess, which a person confirms. */
export function fieldByWord(name: string): MappedField | null {
  return WORDS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
