import { z } from 'zod';
import { benchPhase } from '../../bench/benchPhase.ts';
import { benchStep } from '../../bench/benchStep.ts';
import { gateQuestion } from '../../bench/gateQuestion.ts';
import { benchWarning } from '../../bench/benchWarning.ts';
import { usualTime } from '../../bench/usualTime.ts';
import { bulkStep, leftReason } from '../../bench/bulkStep.ts';
import { deviceIds } from '../../devices/deviceIds.ts';
import { deviceView } from '../../devices/deviceView.ts';
import { document } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const leftDevices = z.array(z.object({ reason: leftReason, devices: z.number().int() }));
const refusedDevices = z.array(z.object({ serialNumber: z.string(), reason: z.string() }));

export const benchProcedures = {
  /** For how many of these devices a step can be recorded now, and how many are left as they are, and why. */
  'bench.lookAhead': query(
    deviceIds.extend({ step: bulkStep }),
    z.object({ able: z.number().int(), left: leftDevices }),
  ),
  /** Records a step for many devices, each checked as by itself. Returns those for which it is recorded. */
  'bench.recordMany': command(
    deviceIds.extend({ step: bulkStep }),
    z.object({ deviceIds: z.array(z.uuid()), left: leftDevices, refused: refusedDevices }),
  ),
  /** Takes back the last recorded act of each of these devices, while nothing has followed it. */
  'bench.undoMany': command(deviceIds, z.object({ takenBack: z.number().int(), refused: refusedDevices })),
  /** Those of these devices that were shipped, as a CSV. */
  'bench.deliveryNote': query(deviceIds, z.object({ devices: z.number().int(), file: document })),
  /** How many devices need a person's look: what the bench lists under that name, of one tenant or of all. */
  'bench.needsLook': query(
    z.object({ tenantId: z.uuid().optional() }),
    z.object({
      devices: z.number().int(),
      /** Among them: those that succeeded longer ago than the setting allows, and are not resealed. */
      notResealed: z.number().int(),
    }),
  ),
  /** How long the good runs of a tenant usually take, by scenario and join type, where there have been enough of them. */
  'bench.usualTimes': query(z.object({ tenantId: z.uuid() }), z.object({ times: z.array(usualTime) })),
  /** Records a technician's act at the bench. A start that the go gate forbids needs `overrideReason`. */
  'bench.record': command(
    z.object({
      deviceId: z.uuid(),
      step: benchStep,
      note: z.string().max(2_000).optional(),
      /** The elapsed time that the result screen showed. */
      elapsedMs: z.number().int().positive().max(86_400_000).optional(),
      errorCode: z.string().max(100).optional(),
      /** The phase of the ESP in which it failed. */
      phase: benchPhase.optional(),
      /** Whether the apps were seen before the reseal: asked where the ESP is known to be off. */
      appsSeen: z.boolean().optional(),
      overrideReason: z.string().trim().min(3).max(500).optional(),
      /** Starts a new run on a device whose last run succeeded: it was reset. */
      again: z.boolean().default(false),
      /** Starts although that costs something on a device that is shipped, enrolled or in use; see `startLossesOf`. */
      acceptsLoss: z.boolean().default(false),
      /** The result was seen, as its QR code proves: it is kept as a run of its own where no flow was recorded as started. */
      startUnknown: z.boolean().default(false),
    }),
    /** `warnings`: what to know about the 90 minutes and the six months; the act is recorded all the same. */
    deviceView.and(z.object({ warnings: z.array(benchWarning) })),
  ),
  /** Says which code the failure screen shows, once the failure is recorded, as by its QR code, which holds none. */
  'bench.noteCode': command(z.object({ deviceId: z.uuid(), errorCode: z.string().trim().min(1).max(100) }), deviceView),
  /**
   * Answers what the go gate asks of a person: that a device without a hash is a physical one with a TPM 2.0, for itself or for
   * all of its model or batch without a hash; or that its Autopilot page shows the expected profile. Returns the devices for
   * which it was not so before; with `confirmed` false it is taken back.
   */
  'bench.confirm': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      question: gateQuestion,
      scope: z.enum(['device', 'model', 'batch']).default('device'),
      confirmed: z.boolean().default(true),
    }),
    z.object({ deviceIds: z.array(z.uuid()) }),
  ),
  /** Of alarms that are due, those that no other window has told: each is told once, by whoever claims it first. */
  'bench.claimAlarms': command(
    z.object({ keys: z.array(z.string().min(1).max(200)).max(1_000) }),
    z.object({ keys: z.array(z.string()) }),
  ),
  /** Takes back the last recorded act of the bench, while nothing has followed it. */
  'bench.undo': command(z.object({ deviceId: z.uuid() }), deviceView),
};

export type BenchHandlers = HandlersOf<typeof benchProcedures>;
