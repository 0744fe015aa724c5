import type { OutputOf } from '../../../shared/api/contract.ts';
import type { NextStepCode } from '../../../shared/devices/nextStep.ts';
import { useProcedure, type ProcedureReading } from '../../api/useProcedure.ts';
import { boardSteps, MOST_ON_BOARD } from '../../../shared/bench/benchBoard.ts';

type Devices = OutputOf<'devices.list'>;
export type BenchLists = Readonly<Record<keyof typeof boardSteps, Devices>>;

/** The lists of the board, each asked for by itself: thousands that wait for Microsoft must not push out what runs. */
export function useBenchLists(tenantId: string | undefined): ProcedureReading<BenchLists> {
  const running = useDevicesAt(tenantId, boardSteps.running, 'longest untouched first');
  const waiting = useDevicesAt(tenantId, boardSteps.waiting, 'longest untouched first');
  const shipped = useDevicesAt(tenantId, boardSteps.shipped, 'longest untouched first');
  const stuck = useDevicesAt(tenantId, boardSteps.stuck, 'newest first');
  const ready = useDevicesAt(tenantId, boardSteps.ready, 'newest first');

  const unsealed = useDevicesAt(tenantId, boardSteps.unsealed, 'longest untouched first');

  const readings = [running, waiting, shipped, stuck, ready, unsealed];
  const reload = () => readings.forEach((reading) => reading.reload());
  for (const reading of readings) if (reading.state === 'failed') return { ...reading, reload };
  if (
    running.state !== 'ready' ||
    waiting.state !== 'ready' ||
    shipped.state !== 'ready' ||
    stuck.state !== 'ready' ||
    ready.state !== 'ready' ||
    unsealed.state !== 'ready'
  ) {
    return { state: 'loading', reload };
  }
  const value = {
    running: running.value,
    waiting: waiting.value,
    shipped: shipped.value,
    stuck: stuck.value,
    ready: ready.value,
    unsealed: unsealed.value,
  };
  const failure =
    running.failure ?? waiting.failure ?? shipped.failure ?? stuck.failure ?? ready.failure ?? unsealed.failure;
  return { state: 'ready', value, input: null, failure, reload };
}

function useDevicesAt(
  tenantId: string | undefined,
  nextSteps: readonly NextStepCode[],
  order: 'longest untouched first' | 'newest first',
): ProcedureReading<Devices> {
  return useProcedure(
    'devices.list',
    tenantId === undefined
      ? null
      : {
          tenantId,
          nextSteps: [...nextSteps],
          sort: 'updated',
          descending: order === 'newest first',
          limit: MOST_ON_BOARD,
        },
    ['devices.changed'],
  );
}
