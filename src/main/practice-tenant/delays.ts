import { z } from 'zod';

const range = z.tuple([z.number().min(0), z.number().min(0)]).readonly();

/** How long the tenant takes over things, in virtual seconds, from shortest to longest. */
export const delaysSchema = z.strictObject({
  /** From the import call to `complete` or `error` of a record; Microsoft says minutes, published logs say 62 to 95 s. */
  import: range.default([20, 60]),
  /** From a complete import to a device that can be read. */
  listing: range.default([5, 30]),
  /** From a device that can be read, or a changed group tag, to an assigned profile. */
  profile: range.default([30, 120]),
  /** From a device that can be read to its object in Entra; dynamic groups look at it after that. */
  entraDevice: range.default([2, 15]),
  /** From the upload of a corporate identifier to the first look-up that finds it. */
  identifier: range.default([2, 10]),
  /** From a DeviceLink that was taken to the first read that shows its device. */
  association: range.default([1, 8]),
  /** From the removal of the association of an enrolled device to its end; that of another goes at once. */
  dissociation: range.default([60, 300]),
  /** From an ordered report to its file. */
  report: range.default([5, 20]),
  /** From a changed property to the first read that shows it. */
  readBack: range.default([2, 10]),
  /** From a queued removal to the row's end, when no synchronisation comes first. */
  removal: range.default([300, 300]),
  /** From the deletion of an Intune device to its end; until then its Autopilot device stays enrolled. */
  managedDeviceRemoval: range.default([10, 60]),
  /** How long a synchronisation runs. */
  sync: range.default([15, 45]),
});

export type Delays = z.infer<typeof delaysSchema>;
