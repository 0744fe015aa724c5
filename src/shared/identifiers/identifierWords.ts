import { z } from 'zod';
import { coded, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

/** What jobs of corporate identifiers and DeviceLinks are about. */
export const identifierAct = oneOf('code', () => [
  coded('identifiers.upload'),
  /** The serial number is the link's own: no device of the queue may have it. */
  coded('identifiers.associate', { serialNumber: z.string().nullable() }),
  /** What Microsoft's list calls it; no device of the queue may have it. */
  coded('identifiers.remove', { serialNumber: z.string() }),
  coded('identifiers.dissociate', { serialNumber: z.string() }),
]);

export const identifierActWords: Catalogue<z.infer<typeof identifierAct>, [devices: string]> = {
  'identifiers.upload': (_, devices) => `Upload the corporate identifier of ${devices}`,
  'identifiers.associate': (_, devices) => `Associate ${devices} with the tenant by DeviceLink`,
  'identifiers.remove': (_, devices) => `Remove the corporate identifier of ${devices}`,
  'identifiers.dissociate': (_, devices) => `Remove the association of ${devices}`,
};

/** Why such a job waits, was given up or has ended. */
export const identifierReason = oneOf('code', () => [
  coded('identifiers.uploaded'),
  coded('identifiers.notShown'),
  coded('identifiers.refused'),
  coded('identifiers.linkGone'),
  coded('identifiers.associatedBefore'),
  coded('identifiers.associating'),
  coded('identifiers.associationNotShown'),
  coded('identifiers.conflict'),
  coded('identifiers.removalSent'),
  coded('identifiers.kept'),
  coded('identifiers.goneBefore'),
  coded('identifiers.otherNow', { shown: z.string(), now: z.string().nullable() }),
  coded('identifiers.pendingRemoval'),
]);

export const identifierReasonWords: Catalogue<z.infer<typeof identifierReason>> = {
  'identifiers.uploaded': () => 'Intune accepted it; Reseal looks whether it is there.',
  'identifiers.notShown': () =>
    'Intune accepted the identifier, but does not show it. Look at Corporate device identifiers in Intune.',
  'identifiers.refused': () =>
    'Intune refuses this identifier. Compare manufacturer, model and serial number with what Windows reports on the device.',
  'identifiers.linkGone': () => 'The DeviceLink is not there any more. Scan it again.',
  'identifiers.associatedBefore': () => 'It was associated with a tenant already.',
  'identifiers.associating': () => 'Intune accepted the DeviceLink; Reseal looks whether the device is associated.',
  'identifiers.associationNotShown': () =>
    'Intune accepted the DeviceLink, but does not list the device. Read the list again later, or export a new DeviceLink on the device.',
  'identifiers.conflict': () =>
    'Intune says that the device is associated already, and this tenant does not list it. Have it removed in the tenant that holds it, or export a new DeviceLink on the device.',
  'identifiers.removalSent': () => 'Intune accepted the removal; Reseal looks whether it is gone.',
  'identifiers.kept': () =>
    'Intune accepted the removal, but still lists it. Read the list again later, and remove it once more.',
  'identifiers.goneBefore': () => 'It was not there any more.',
  'identifiers.otherNow': ({ shown, now }) =>
    `Nothing was removed: what was shown as “${shown}” is ${now === null ? 'without a name' : `“${now}”`} now. Read the list again.`,
  'identifiers.pendingRemoval': () => 'Intune removes it when it next hears of the device.',
};

/** Why an identifier is not uploaded, or a device not associated. */
export const identifierRefusal = oneOf('code', () => [
  coded('identifiers.partMissing'),
  coded('identifiers.comma', { value: z.string() }),
  /** A quotation mark, a line break, or a character that ANSI files do not have. */
  coded('identifiers.character', { value: z.string(), character: z.string() }),
  coded('identifiers.noDeviceLink'),
]);
export type IdentifierRefusal = z.infer<typeof identifierRefusal>;

export const identifierRefusalWords: Catalogue<IdentifierRefusal> = {
  'identifiers.partMissing': () =>
    'A corporate identifier needs manufacturer, model and serial number. Import the hash.',
  'identifiers.comma': ({ value }) =>
    `“${value}” holds a comma, which separates the parts of an identifier, so Intune cannot match it.`,
  'identifiers.character': ({ value, character }) =>
    `“${value}” holds ${characterWords(character)}, which the file for Intune has no way to hold. Compare the value with what Windows reports on the device.`,
  'identifiers.noDeviceLink': () =>
    'There is no DeviceLink of it. Import its DeviceLink file, or scan the code on the device.',
};

function characterWords(character: string): string {
  if (character === '"') return 'a quotation mark';
  return /[\r\n]/.test(character) ? 'a line break' : `“${character}”`;
}

/** A value that leaves otherwise than the queue has it, by file and by upload alike. */
export const identifierChange = coded('identifiers.changed', {
  field: z.enum(['manufacturer', 'model', 'serialNumber']),
  from: z.string(),
  to: z.string(),
});
export type IdentifierChange = z.infer<typeof identifierChange>;

const PART_NAMES = { manufacturer: 'manufacturer', model: 'model', serialNumber: 'serial number' } as const;

export const identifierChangeWords: Catalogue<IdentifierChange> = {
  'identifiers.changed': ({ field, from, to }) => {
    const why = from.includes('.') && !to.includes('.') ? 'Microsoft wants no periods in it' : 'without the blanks';
    return `The ${PART_NAMES[field]} “${from}” goes out as “${to}”: ${why}.`;
  },
};
