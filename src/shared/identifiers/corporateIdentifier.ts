import { firstNotAnsi } from '../intake/windows1252.ts';
import type { IdentifierChange, IdentifierRefusal } from './identifierWords.ts';

/** How Intune knows a Windows device before its enrollment; it must be what Windows reports, to the letter. */
export interface CorporateIdentifier {
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
}

export type IdentifierReading =
  | {
      readonly state: 'ready';
      readonly identifier: CorporateIdentifier;
      /** The values that leave otherwise than the queue has them. */
      readonly changes: readonly IdentifierChange[];
    }
  | { readonly state: 'refused'; readonly refusal: IdentifierRefusal };

/**
 * The corporate identifier of a device, or why it can have none: one rule for the file and for the upload, so that both
 * make a device known by the same values. Microsoft asks for serial numbers without periods; manufacturer and model keep
 * theirs ("Identify devices as corporate-owned"). The three values go with commas between them, so none may hold one
 * (Microsoft Graph, importedDeviceIdentity; WindowsAutopilotInfo#21), nor what a plain CSV has no way to hold.
 */
export function corporateIdentifierOf(device: {
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serialNumber: string | null;
}): IdentifierReading {
  const identifier = {
    manufacturer: device.manufacturer?.trim() ?? '',
    model: device.model?.trim() ?? '',
    serialNumber: device.serialNumber?.replaceAll('.', '').trim() ?? '',
  };
  const values = [identifier.manufacturer, identifier.model, identifier.serialNumber];
  if (values.includes('')) return refused({ code: 'identifiers.partMissing' });
  for (const value of values) {
    if (value.includes(',')) return refused({ code: 'identifiers.comma', value });
    const character = /["\r\n]/.exec(value)?.[0] ?? firstNotAnsi(value);
    if (character !== null) return refused({ code: 'identifiers.character', value, character });
  }
  return { state: 'ready', identifier, changes: changesIn(device, identifier) };
}

const FIELDS = ['manufacturer', 'model', 'serialNumber'] as const;

function changesIn(
  device: { readonly [Field in keyof CorporateIdentifier]: string | null },
  identifier: CorporateIdentifier,
): readonly IdentifierChange[] {
  return FIELDS.flatMap((field) => {
    const from = device[field] ?? '';
    const to = identifier[field];
    return from === to ? [] : [{ code: 'identifiers.changed', field, from, to }];
  });
}

const refused = (refusal: IdentifierRefusal): IdentifierReading => ({ state: 'refused', refusal });
