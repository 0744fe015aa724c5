import type { IdentifierRefusal } from './identifierWords.ts';

/** How Intune knows a Windows device before its enrollment; it must be what Windows reports, to the letter. */
export interface CorporateIdentifier {
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
}

export type IdentifierReading =
  | { readonly state: 'ready'; readonly identifier: CorporateIdentifier }
  | { readonly state: 'refused'; readonly refusal: IdentifierRefusal };

/**
 * The corporate identifier of a device, or why it can have none. The three values are sent with commas between them, so
 * none of them may hold one (Microsoft Graph, importedDeviceIdentity; WindowsAutopilotInfo#21).
 */
export function corporateIdentifierOf(device: {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
}): IdentifierReading {
  const manufacturer = device.manufacturer?.trim() ?? '';
  const model = device.model?.trim() ?? '';
  const serialNumber = device.serialNumber?.trim() ?? '';
  if (manufacturer === '' || model === '' || serialNumber === '') {
    return refused({ code: 'identifiers.partMissing' });
  }
  const withComma = [manufacturer, model, serialNumber].find((value) => value.includes(','));
  return withComma === undefined
    ? { state: 'ready', identifier: { manufacturer, model, serialNumber } }
    : refused({ code: 'identifiers.comma', value: withComma });
}

const refused = (refusal: IdentifierRefusal): IdentifierReading => ({ state: 'refused', refusal });
