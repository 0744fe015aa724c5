import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bulkRemovalPlanOf,
  joinRemovalPlans,
  PLANNED_AT_ONCE,
  type PlannedDevice,
} from '../../../src/shared/removal/bulkRemovalPlan.ts';
import type { HeldBackReason } from '../../../src/shared/removal/heldBackWords.ts';
import { causeSentence, needsNote } from '../../../src/shared/removal/removalCause.ts';
import type { RemovalDoubt } from '../../../src/shared/removal/removalWords.ts';

const doubt: RemovalDoubt = { code: 'removal.intuneWithoutSerial' };

function planned(deviceId: string, { doubts = 0, isEmpty = false } = {}): PlannedDevice {
  const serialNumber = `S${deviceId.slice(0, 6)}`;
  return {
    plan: {
      deviceId,
      serialNumber,
      tenant: 'Contoso',
      target: { autopilot: isEmpty ? null : { id: 'z', serialNumber }, intune: null, computerAccount: null },
      records: [],
      doubts: [],
      warnings: [],
      codes: { doubts: Array.from({ length: doubts }, () => doubt), warnings: [] },
    },
  };
}

const refusal = fc.constantFrom<HeldBackReason>(
  { code: 'removal.cannotTell', why: 'Two of them.' },
  { code: 'removal.unreadable', why: 'No answer.' },
  { code: 'removal.isRunning' },
  { code: 'removal.notInQueue' },
);
const anyDevice: fc.Arbitrary<PlannedDevice> = fc.oneof(
  fc
    .record({ id: fc.uuid(), doubts: fc.nat({ max: 2 }), isEmpty: fc.boolean() })
    .map(({ id, ...how }) => planned(id, how)),
  fc.record({ deviceId: fc.uuid(), serialNumber: fc.string(), refusal }),
);
const anyDevices = fc.array(anyDevice, { maxLength: 30 });

const idOf = (device: PlannedDevice): string => ('plan' in device ? device.plan.deviceId : device.deviceId);

describe('the plan of many devices', () => {
  test('has each device once, planned or held back, and its counts add up', () => {
    fc.assert(
      fc.property(anyDevices, (devices) => {
        const { plans, heldBack, counts } = bulkRemovalPlanOf(devices);
        const ids = [...plans, ...heldBack].map(({ deviceId }) => deviceId);
        expect(ids.toSorted()).toEqual(devices.map(idOf).toSorted());
        expect(counts).toMatchObject({
          asked: devices.length,
          planned: plans.length,
          heldBack: devices.length - plans.length,
        });
      }),
    );
  });

  test('never plans a device with a doubt, or one of which nothing is held', () => {
    fc.assert(
      fc.property(anyDevices, (devices) => {
        for (const { codes, target } of bulkRemovalPlanOf(devices).plans) {
          expect(codes.doubts).toEqual([]);
          expect(target.autopilot).not.toBeNull();
        }
      }),
    );
  });

  test('has the doubts on top, as many as are counted, and a reason for everything that is held back', () => {
    fc.assert(
      fc.property(anyDevices, (devices) => {
        const { heldBack, counts } = bulkRemovalPlanOf(devices);
        const isDoubtful = heldBack.map((device) => device.refusal.code === 'removal.doubtful');
        expect(isDoubtful.indexOf(false) === -1 || !isDoubtful.slice(isDoubtful.indexOf(false)).includes(true)).toBe(
          true,
        );
        expect(isDoubtful.filter(Boolean)).toHaveLength(counts.doubtful);
        expect(heldBack.every(({ reason }) => reason !== '')).toBe(true);
      }),
    );
  });

  test('comes to the same whether it is made at once or in turns', () => {
    fc.assert(
      fc.property(anyDevices, fc.integer({ min: 1, max: PLANNED_AT_ONCE }), (devices, size) => {
        const parts = Array.from({ length: Math.ceil(devices.length / size) }, (_, index) =>
          bulkRemovalPlanOf(devices.slice(index * size, (index + 1) * size)),
        );
        expect(joinRemovalPlans(parts)).toEqual(bulkRemovalPlanOf(devices));
      }),
    );
  });
});

describe('why a device leaves', () => {
  test('is told with its note', () => {
    expect(causeSentence({ reason: 'endOfLife', note: null })).toBe('Reason: End of life.');
    expect(causeSentence({ reason: 'sold', note: 'lot 7' })).toBe('Reason: Sold (lot 7).');
  });
  test('“other” says nothing without a note', () => {
    expect(needsNote({ reason: 'other', note: null })).toBe(true);
    expect(needsNote({ reason: 'other', note: 'lent' })).toBe(false);
  });
});
