import { z } from 'zod';
import { deviceChoice } from '../devices/deviceChoice.ts';
import { deviceView } from '../devices/deviceView.ts';
import { scan } from './scan.ts';
import { oneOf } from '../oneOf.ts';

const ofDevice = { scan, device: deviceView };
const ofNobody = { scan, device: z.null() };
const result = z.enum(['success', 'failure']);
const tenantName = z.string();
const choices = z.array(deviceChoice);

/** A registered device that the queue does not have and `scans.takeIn` can take in. */
const takeIn = z.object({
  tenantId: z.uuid(),
  tenantName,
  ztdId: z.string(),
  /** Who says that it is registered: the tenant, its list as it was read last, or the scanned code alone. */
  by: z.enum(['tenant', 'list', 'code']),
});
export type TakeIn = z.infer<typeof takeIn>;

const everyReading = oneOf('verdict', () => [
  z.object({ ...ofDevice, verdict: z.literal('found') }),
  /**
   * A result code that ended the running technician flow, or one whose start nobody recorded; `elapsedMs` is null where the
   * code does not say it.
   */
  z.object({
    ...ofDevice,
    verdict: z.literal('recorded'),
    result,
    elapsedMs: z.number().nullable(),
    startUnknown: z.boolean(),
  }),
  /** A result code that says what is recorded already. */
  z.object({ ...ofDevice, verdict: z.literal('alreadyRecorded'), result }),
  /** A result code that was only looked at. */
  z.object({ ...ofDevice, verdict: z.literal('resultNotRecorded'), result }),
  /** A result code whose result is neither success nor failure. */
  z.object({ ...ofDevice, verdict: z.literal('resultUnknown') }),
  /** Several devices are called so; `scans.read` with the id of the one that is meant goes on. */
  z.object({ ...ofNobody, verdict: z.literal('several'), choices }),
  /** No device is called so, but these nearly are. */
  z.object({ ...ofNobody, verdict: z.literal('similar'), choices }),
  /** `takeIn` where the code itself says that the device is registered, and nobody could be asked. */
  z.object({ ...ofNobody, verdict: z.literal('notInQueue'), takeIn: takeIn.nullable() }),
  /**
   * The active tenant has the device; its serial number and profile are as the tenant tells them. `takeIn` is null where several
   * have the serial number.
   */
  z.object({
    ...ofNobody,
    verdict: z.literal('inTenantNotInQueue'),
    tenantName,
    serialNumber: z.string().nullable(),
    profileName: z.string().nullable(),
    profileStatus: z.string().nullable(),
    takeIn: takeIn.nullable(),
  }),
  /** The serial number is in the queue with another ZTDID; whether the active tenant knows the code's one. */
  z.object({ ...ofDevice, verdict: z.literal('otherZtdId'), tenantName, isInTenant: z.boolean() }),
  /** The active tenant does not know the code's ZTDID: a hard stop. */
  z.object({ scan, device: deviceView.nullable(), verdict: z.literal('notInTenant'), tenantName }),
  /** The device stands in the queue of another tenant, which is named: a hard stop. */
  z.object({ ...ofDevice, verdict: z.literal('otherTenant'), tenantName }),
  /** A badge: whose it is, and who worked at this bench before; the same where nothing has changed. */
  z.object({ ...ofNobody, verdict: z.literal('technician'), initials: z.string(), before: z.string() }),
  /** The label of a shelf, after the device that stands there now. `from` is where it stood, `other` what stood there before. */
  z.object({
    ...ofDevice,
    verdict: z.literal('shelved'),
    shelf: z.string(),
    from: z.string().nullable(),
    other: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  }),
  /** The label of a shelf by itself, and what stands there. */
  z.object({ scan, device: deviceView.nullable(), verdict: z.literal('shelf'), shelf: z.string() }),
  /** The label of a shelf that the lab has not named, or not any more. */
  z.object({ ...ofNobody, verdict: z.literal('unknownShelf'), shelf: z.string() }),
  z.object({ ...ofNobody, verdict: z.literal('unreadable') }),
]);
export type ScanReading = z.infer<typeof everyReading>;
/**
 * What a scan came to: the code, the device of the queue that it belongs to, and the verdict with what it rests on. Verdicts
 * are kept with every scan, so the name of one stays what it is.
 */
// Under the name of its type, as `nextStep` is.
export const scanReading: z.ZodType<ScanReading> = everyReading;
export type ScanVerdict = ScanReading['verdict'];
