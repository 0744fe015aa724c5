import type { InputOf, OutputOf } from '../../../../shared/api/contract.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { useProcedure, type ProcedureReading } from '../../../api/useProcedure.ts';
import { useWorkspace } from '../../../app/workspace.ts';
import { tourStepOf, type TourStep } from './tourStep.ts';

type Page = OutputOf<'devices.list'>;

/** Where the tour stands; null where it is over, where another tenant is worked for, and while it is not known. */
export function useTourStep(): TourStep | null {
  const { settings, tenant } = useWorkspace();
  const tenantId = settings.isTouring && tenant?.kind === 'practice' ? tenant.id : null;
  const all = useFirst(tenantId, {});
  const running = useFirst(tenantId, { bench: ['running'] });
  const over = useFirst(tenantId, { nextSteps: ['reseal'] });
  const resealed = useFirst(tenantId, { reseal: ['resealed', 'shipped'] });
  const ready = useFirst(tenantId, { nextSteps: ['startBench'], scenarios: ['preProvisioned'] });
  const pages = [all, running, over, resealed, ready].map(pageOf);
  const [whole] = pages;
  if (tenantId === null || whole === undefined || whole === null || pages.includes(null)) return null;
  const [, isRunning = null, isOver = null, isResealed = null, isReady = null] = pages.map(firstOf);
  return tourStepOf({
    devices: whole.total,
    unregistered: whole.byNextStep.register ?? 0,
    running: isRunning,
    over: isOver,
    resealed: isResealed,
    ready: isReady,
  });
}

/** The first device of the tenant's queue that a filter keeps. */
function useFirst(tenantId: string | null, filter: Partial<InputOf<'devices.list'>>): ProcedureReading<Page> {
  return useProcedure('devices.list', tenantId === null ? null : { ...filter, tenantId, limit: 1 }, [
    'devices.changed',
  ]);
}

const pageOf = (reading: ProcedureReading<Page>): Page | null => (reading.state === 'ready' ? reading.value : null);
const firstOf = (page: Page | null): DeviceView | null => page?.devices[0] ?? null;
