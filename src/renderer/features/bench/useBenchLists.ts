import type { OutputOf } from '../../../shared/api/contract.ts';
import { boardSteps, MOST_ON_BOARD } from '../../../shared/bench/benchBoard.ts';
import type { UsualTime } from '../../../shared/bench/usualTime.ts';
import type { NextStepCode } from '../../../shared/devices/nextStep.ts';
import { useProcedure, type ProcedureReading } from '../../api/useProcedure.ts';

type Devices = OutputOf<'devices.list'>;
export interface BenchLists extends Readonly<Record<keyof typeof boardSteps, Devices>> {
  readonly usualTimes: readonly UsualTime[];
}

/** The lists of the board, each asked for by itself: thousands that wait for Microsoft must not push out what runs. */
export function useBenchLists(tenantId: string | undefined): ProcedureReading<BenchLists> {
  const running = useDevicesAt(tenantId, boardSteps.running);
  const waiting = useDevicesAt(tenantId, boardSteps.waiting);
  const shipped = useDevicesAt(tenantId, boardSteps.shipped);
  const stuck = useDevicesAt(tenantId, boardSteps.stuck, { newestFirst: true });
  const toStart = useDevicesAt(tenantId, boardSteps.toStart, { limit: 1 });
  const unsealed = useDevicesAt(tenantId, boardSteps.unsealed);
  const toShip = useDevicesAt(tenantId, boardSteps.toShip);
  const usual = useProcedure('bench.usualTimes', tenantId === undefined ? null : { tenantId }, ['devices.changed']);

  const readings = [running, waiting, shipped, stuck, toStart, unsealed, toShip, usual];
  const reload = () => readings.forEach((reading) => reading.reload());
  for (const reading of readings) if (reading.state === 'failed') return { ...reading, reload };
  if (
    running.state !== 'ready' ||
    waiting.state !== 'ready' ||
    shipped.state !== 'ready' ||
    stuck.state !== 'ready' ||
    toStart.state !== 'ready' ||
    unsealed.state !== 'ready' ||
    toShip.state !== 'ready' ||
    usual.state !== 'ready'
  ) {
    return { state: 'loading', reload };
  }
  const value = {
    running: running.value,
    waiting: waiting.value,
    shipped: shipped.value,
    stuck: stuck.value,
    toStart: toStart.value,
    unsealed: unsealed.value,
    toShip: toShip.value,
    usualTimes: usual.value.times,
  };
  const failure = readings.map((reading) => ('failure' in reading ? reading.failure : null)).find(Boolean) ?? null;
  return { state: 'ready', value, input: null, failure, reload };
}

function useDevicesAt(
  tenantId: string | undefined,
  nextSteps: readonly NextStepCode[],
  { newestFirst = false, limit = MOST_ON_BOARD } = {},
): ProcedureReading<Devices> {
  return useProcedure(
    'devices.list',
    tenantId === undefined
      ? null
      : { tenantId, nextSteps: [...nextSteps], sort: 'updated', descending: newestFirst, limit },
    ['devices.changed'],
  );
}
