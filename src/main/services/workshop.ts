import type { HandlersOf } from '../../shared/api/contract.ts';
import type { BenchRun } from '../../shared/bench/benchRun.ts';
import { createBenchRunStore } from '../store/benchRunStore.ts';
import { createChecklistStore } from '../store/checklistStore.ts';
import type { DeviceList } from '../store/deviceList.ts';
import { createScanStore } from '../store/scanStore.ts';
import type { TenantStore } from '../store/tenantStore.ts';
import { createBenchService } from './bench/benchService.ts';
import { expireOverdueDevices, watchExpiry } from './bench/expiry.ts';
import { createChecklistsService } from './checklists/checklistsService.ts';
import { createChecklistViews } from './checklists/checklistViews.ts';
import { createSheetsOfRuns } from './checklists/sheetsOfRuns.ts';
import { loadTemplates } from './checklists/loadTemplates.ts';
import type { DeviceViews } from './devices/deviceViews.ts';
import { createDocumentsService } from './labels/labelsService.ts';
import type { LookUpZtdId } from './scans/lookUpZtdId.ts';
import { createScansService } from './scans/scansService.ts';
import type { ServiceContext } from './serviceContext.ts';

interface WorkshopParts {
  readonly list: DeviceList;
  readonly views: DeviceViews;
  readonly tenants: TenantStore;
  readonly resourcesFolder: string;
  readonly lookUpZtdId: LookUpZtdId;
}

export interface Workshop {
  readonly handlers: HandlersOf<
    | 'bench.record'
    | 'bench.undo'
    | 'checklists.templates'
    | 'checklists.start'
    | 'checklists.get'
    | 'checklists.list'
    | 'checklists.mark'
    | 'checklists.document'
    | 'checklists.draft'
    | 'labels.document'
    | 'scans.read'
    | 'scans.classify'
  >;
  /** Newest first. */
  readonly benchRunsOf: (deviceId: string) => BenchRun[];
  /** Keeps an eye on the six months, for as long as this process runs. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
}

/** What happens at the bench, and on paper: bench runs, checklists, scans and documents, which build on each other. */
export function createWorkshop(
  context: ServiceContext,
  { list, views, tenants, resourcesFolder, lookUpZtdId }: WorkshopParts,
): Workshop {
  const templates = loadTemplates(resourcesFolder);
  const checklists = createChecklistStore(context.store);
  const scans = createScanStore(context.store);
  const checklistViews = createChecklistViews(checklists, context.devices, scans);
  const tenantName = (tenantId: string): string => tenants.get(tenantId)?.name ?? 'another tenant';
  const runs = createBenchRunStore(context.store);
  const bench = createBenchService(context, {
    runs,
    views,
    sheets: createSheetsOfRuns(context, { templates, checklists, views: checklistViews }),
  });

  const stopping = new AbortController();
  let watching = Promise.resolve();
  expireOverdueDevices(context, list);

  return {
    benchRunsOf: runs.ofDevice,
    start: () => {
      watching = watchExpiry(context, list, stopping.signal);
    },
    close: () => {
      stopping.abort();
      return watching;
    },
    handlers: {
      ...bench,
      ...createChecklistsService(context, { templates, checklists, views: checklistViews }),
      ...createDocumentsService(context, { templates, checklists, checklistViews, deviceViews: views, tenantName }),
      ...createScansService(context, {
        scans,
        views,
        activeTenantId: () => tenants.all().find(({ active }) => active)?.id ?? null,
        tenantName,
        lookUpZtdId,
        recordBench: bench['bench.record'],
      }),
    },
  };
}
