import { z } from 'zod';
import { heldBackReason, heldBackWords, type HeldBackReason } from './heldBackWords.ts';
import { removalPlan, type RemovalPlan, type RemovalTarget } from './removalPlan.ts';

/** So many devices are planned at once; more are planned in turns, so that progress shows and nobody waits for one long answer. */
export const PLANNED_AT_ONCE = 40;

/** A device that stays as it is, and why; `plan` shows its records where they could be read. */
const heldBackDevice = z.object({
  deviceId: z.uuid(),
  serialNumber: z.string(),
  refusal: heldBackReason,
  reason: z.string(),
  plan: removalPlan.nullable(),
});
export type HeldBackDevice = z.infer<typeof heldBackDevice>;

/** The removal of many devices: each is either planned or held back. */
export const bulkRemovalPlan = z.object({
  /** What would be deleted, device by device; none of these has a doubt. */
  plans: z.array(removalPlan),
  /** Doubts first, then what else a person has to look at, then what has nothing to delete. */
  heldBack: z.array(heldBackDevice),
  counts: z.object({ asked: z.int(), planned: z.int(), heldBack: z.int(), doubtful: z.int() }),
});
export type BulkRemovalPlan = z.infer<typeof bulkRemovalPlan>;

/** What came of reading one device. */
export type PlannedDevice =
  | { readonly plan: RemovalPlan }
  | { readonly deviceId: string; readonly serialNumber: string; readonly refusal: HeldBackReason };

const order: Readonly<Record<HeldBackReason['code'], number>> = {
  'removal.doubtful': 0,
  'removal.firmwareManaged': 1,
  'removal.cannotTell': 2,
  'removal.unreadable': 3,
  'removal.isRunning': 4,
  'removal.recordIsRunning': 4,
  'removal.nothingHeld': 5,
  'removal.notInQueue': 6,
};

/** A plan that deletes nothing. */
export const isEmptyTarget = ({ autopilot, intune }: RemovalTarget): boolean => autopilot === null && intune === null;

/** Sorts devices into those that go and those that are held back; each stands in exactly one of both. */
export function bulkRemovalPlanOf(devices: readonly PlannedDevice[]): BulkRemovalPlan {
  const plans: RemovalPlan[] = [];
  const heldBack: HeldBackDevice[] = [];
  for (const device of devices) {
    if (!('plan' in device)) {
      heldBack.push({ ...device, reason: heldBackWords(device.refusal), plan: null });
      continue;
    }
    const refusal = refusalOf(device.plan);
    if (refusal === null) plans.push(device.plan);
    else heldBack.push(heldBackPlan(device.plan, refusal));
  }
  return summed(plans, heldBack);
}

/** Several parts of one plan as one. */
export function joinRemovalPlans(parts: readonly BulkRemovalPlan[]): BulkRemovalPlan {
  return summed(
    parts.flatMap(({ plans }) => plans),
    parts.flatMap(({ heldBack }) => heldBack),
  );
}

function refusalOf({ codes: { doubts, warnings }, target }: RemovalPlan): HeldBackReason | null {
  if (isEmptyTarget(target)) return { code: 'removal.nothingHeld' };
  if (doubts.length > 0) return { code: 'removal.doubtful', doubts };
  // A locked firmware cannot be mended afterwards: a person looks at each such device.
  return warnings.some(({ code }) => code === 'removal.firmwareManaged') ? { code: 'removal.firmwareManaged' } : null;
}

function heldBackPlan(plan: RemovalPlan, refusal: HeldBackReason): HeldBackDevice {
  const { deviceId, serialNumber } = plan;
  return { deviceId, serialNumber, refusal, reason: heldBackWords(refusal), plan };
}

function summed(plans: RemovalPlan[], heldBack: HeldBackDevice[]): BulkRemovalPlan {
  // The sort is stable: devices with one reason stay in the order in which they were named.
  const sorted = heldBack.toSorted((one, other) => order[one.refusal.code] - order[other.refusal.code]);
  const doubtful = sorted.filter(({ refusal }) => refusal.code === 'removal.doubtful').length;
  return {
    plans,
    heldBack: sorted,
    counts: { asked: plans.length + sorted.length, planned: plans.length, heldBack: sorted.length, doubtful },
  };
}
