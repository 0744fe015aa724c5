import type { PreparationHandlers, ReadPolicies } from '../../../shared/api/contract/preparation.ts';
import { judgePolicies } from '../../../shared/preparation/judgePolicies.ts';
import type { PreparedDevice } from '../../../shared/preparation/preparedDevice.ts';
import type { TenantRow } from '../../store/tenantRowStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { readPolicies } from './readPolicies.ts';
import { readReport } from './readReport.ts';

/** Reading a policy takes two requests for each app. */
const POLICIES_PATIENCE_MS = 180_000;
/** Intune takes minutes over a large report. */
const REPORT_PATIENCE_MS = 600_000;

/**
 * What a tenant has set up for Windows Autopilot device preparation, and what its report tells. Both are read when a person asks,
 * kept for when nobody can, and never changed.
 */
export function createPreparationService(context: ServiceContext): PreparationHandlers {
  const { connections, preparation, preparedDevices, publish, store } = context;

  function kept(tenantId: string): ReadPolicies {
    const reading = preparation.get(tenantId);
    if (reading === null) return { readAt: null, isWhole: false, policies: [] };
    const { readAt, isWhole, policies } = reading;
    const judged = judgePolicies(policies).map(({ policy, findings }) => ({ policy, findings: [...findings] }));
    return { readAt, isWhole, policies: judged };
  }

  return {
    'preparation.list': ({ tenantId }) => kept(tenantId),
    'preparation.read': ({ tenantId }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        const { rows, isWhole } = await readPolicies(client, signal);
        store.write(() => preparation.keep(tenantId, rows, isWhole));
        publish('tenants.changed');
        return kept(tenantId);
      }, POLICIES_PATIENCE_MS),

    'preparation.report': ({ offset, limit, ...filter }) => {
      const reading = preparedDevices.reading(filter.tenantId);
      return {
        readAt: reading?.readAt ?? null,
        isWhole: reading?.isWhole ?? false,
        matching: preparedDevices.matching(filter),
        states: preparedDevices.states(filter.tenantId),
        devices: [...preparedDevices.page(filter, offset, limit)],
      };
    },
    'preparation.readReport': ({ tenantId }) =>
      forPerson(async (signal) => {
        const { client } = await connections.connectionTo(tenantId);
        const devices = await readReport(client, signal);
        store.write(() => preparedDevices.keep(tenantId, devices.map(rowOf), true));
        publish('tenants.changed');
        return { rows: devices.length };
      }, REPORT_PATIENCE_MS),
  };
}

/** A device is found by its serial number, else by its name. */
const rowOf = (device: PreparedDevice): TenantRow<PreparedDevice> => ({
  id: device.id,
  foundBy: device.serialNumber ?? device.deviceName ?? '',
  state: device.status ?? '',
  document: device,
});
