import { z } from 'zod';
import type { WholeDeviceFilter } from '../../shared/devices/deviceFilter.ts';
import type { DeviceRecord } from '../../shared/devices/device.ts';
import { nextStepCode, type NextStepCode } from '../../shared/devices/nextStep.ts';
import type { Store } from './store.ts';

/** What a device can be filtered by besides its words and its batch, as columns of `device` and of `device_count`. */
export const STATUS_COLUMNS = ['next_step', 'registration', 'profile', 'enrollment', 'bench', 'reseal'] as const;

/** The statuses that can say that something failed. */
export const FAILING = ['registration', 'profile', 'enrollment', 'bench'] as const;

const countRow = z.object({
  tenant_id: z.string(),
  next_step: nextStepCode,
  registration: z.string(),
  profile: z.string(),
  enrollment: z.string(),
  bench: z.string(),
  reseal: z.string(),
  devices: z.number(),
});
/** How many devices of a tenant stand at one combination of statuses. */
export type StatusCount = z.infer<typeof countRow>;

type CountedDevice = Pick<DeviceRecord, 'tenantId' | 'registration' | 'profile' | 'enrollment' | 'bench' | 'reseal'>;

/** How many devices there are; triggers keep the numbers, so that no count walks the queue. */
export function createDeviceCounts({ database, setAside }: Pick<Store, 'database' | 'setAside'>) {
  const all = database.prepare('SELECT * FROM device_count WHERE devices > 0');
  const ofTenant = database.prepare('SELECT * FROM device_count WHERE devices > 0 AND tenant_id = ?');

  // Not by a trigger: with one, SQLite keeps a journal for every statement, which doubled the time of an import.
  const addOne = database.prepare(`
    INSERT INTO device_count (tenant_id, ${STATUS_COLUMNS.join(', ')}, devices)
    VALUES (@tenantId, @nextStep, @registration, @profile, @enrollment, @bench, @reseal, 1)
    ON CONFLICT DO UPDATE SET devices = devices + 1`);

  const columns = ['tenant_id', ...STATUS_COLUMNS];
  const amiss = database.prepare(`
    SELECT 1 FROM device_count AS counted
     WHERE devices > 0 AND (next_step NOT IN (SELECT value FROM json_each(@steps)) OR NOT EXISTS (
             SELECT 1 FROM device WHERE removed_at IS NULL
                AND ${columns.map((column) => `device.${column} = counted.${column}`).join(' AND ')}))
     LIMIT 1`);
  const forget = database.prepare('DELETE FROM device_count');
  const countAll = database.prepare(`
    INSERT INTO device_count (${columns.join(', ')}, devices)
    SELECT ${columns.join(', ')}, count(*) FROM device WHERE removed_at IS NULL GROUP BY ${columns.join(', ')}`);

  function of(tenantId: string | undefined): readonly StatusCount[] {
    return setAside.rows('device_count', countRow, tenantId === undefined ? all.all() : ofTenant.all(tenantId));
  }

  return {
    /** A device that is new to the queue; a trigger counts every change of one. Belongs in its transaction. */
    add({ tenantId, registration, profile, enrollment, bench, reseal }: CountedDevice, nextStep: string): void {
      addOne.run({ tenantId, nextStep, registration, profile, enrollment, bench, reseal });
    },
    /** Whether something is counted that no device is, or under a next step that no rule gives. */
    areAmiss: (): boolean => amiss.get({ steps: JSON.stringify(nextStepCode.options) }) !== undefined,
    /** Counts all devices anew. Belongs in a transaction. */
    restate(): void {
      forget.run();
      countAll.run();
    },
    /** The combinations of statuses that a filter keeps; its words, batch and values are not looked at. */
    matching(filter: WholeDeviceFilter): readonly StatusCount[] {
      const keeps = (wanted: readonly string[], value: string): boolean =>
        wanted.length === 0 || wanted.includes(value);
      return of(filter.tenantId).filter(
        (count) =>
          keeps(filter.nextSteps, count.next_step) &&
          keeps(filter.registration, count.registration) &&
          keeps(filter.profile, count.profile) &&
          keeps(filter.enrollment, count.enrollment) &&
          keeps(filter.bench, count.bench) &&
          keeps(filter.reseal, count.reseal) &&
          (filter.failed !== true || FAILING.some((status) => count[status] === 'failed')),
      );
    },
    /** How many devices a tenant has, or all have. */
    total: (tenantId: string | undefined): number => sumOf(of(tenantId)),
    /** How many devices stand at each next step, of one tenant or of all. */
    byNextStep: (tenantId: string | undefined): Partial<Record<NextStepCode, number>> => {
      const steps: Partial<Record<NextStepCode, number>> = {};
      for (const { next_step: step, devices } of of(tenantId)) steps[step] = (steps[step] ?? 0) + devices;
      return steps;
    },
  };
}

export const sumOf = (counts: readonly StatusCount[]): number => counts.reduce((sum, { devices }) => sum + devices, 0);
